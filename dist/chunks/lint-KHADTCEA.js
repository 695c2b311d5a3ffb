import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-4NMTILBS.js";
import "./chunk-WDMBWCES.js";
import {
  createLocalWorld,
  lint
} from "./chunk-D7AHSOL3.js";
import "./chunk-XQXSUY64.js";
import "./chunk-25RXIL6Q.js";
import "./chunk-LUXQKGH2.js";
import "./chunk-R2476M6S.js";
import "./chunk-H2PJDCKH.js";
import "./chunk-VPCPACFI.js";
import {
  exitCodeOf
} from "./chunk-QGTPYQBI.js";
import "./chunk-QLQAG6SW.js";
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
