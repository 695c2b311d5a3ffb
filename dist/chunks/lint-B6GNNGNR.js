import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-XXX5EGKO.js";
import "./chunk-RHXH2M67.js";
import {
  createLocalWorld,
  lint
} from "./chunk-HVLU7EEJ.js";
import "./chunk-2TIJHDBZ.js";
import "./chunk-25RXIL6Q.js";
import "./chunk-6P4WFKDX.js";
import "./chunk-456AFMAR.js";
import "./chunk-VPCPACFI.js";
import {
  exitCodeOf
} from "./chunk-LFFFAFMX.js";
import {
  __name
} from "./chunk-BIFKHMW4.js";

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
