import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-A2ZRV6J5.js";
import "./chunk-HQP6YHPY.js";
import {
  createLocalWorld,
  lint
} from "./chunk-X7RHFW63.js";
import "./chunk-VUALIOFN.js";
import "./chunk-5WJTI7LD.js";
import "./chunk-HALKKMCF.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodeOf
} from "./chunk-XDVMQMTQ.js";
import "./chunk-3TNDABRU.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-DOMCM5IR.js";
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
