import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-MMQRYWAQ.js";
import "./chunk-SJKSHA3Y.js";
import {
  createLocalWorld,
  lint
} from "./chunk-AX4AGOOS.js";
import "./chunk-KYNFGBZF.js";
import "./chunk-W4ZKUS67.js";
import "./chunk-WYQIHARV.js";
import {
  exitCodeOf
} from "./chunk-XDVMQMTQ.js";
import "./chunk-E5P75MRT.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-BZKCVZ7I.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/lint.ts
async function lint2(terminal, { files, output }) {
  const request = { head: { kind: "files", files }, base: void 0, at: Date.now(), clusters: [] };
  const report = await terminal.progress("reading and judging", lint(createLocalWorld({ folder: "." }), request));
  terminal.print(formatted(report, { format: output, view: "validate", terminal }));
  return exitCodeOf(report);
}
__name(lint2, "lint");
export {
  lint2 as lint
};
