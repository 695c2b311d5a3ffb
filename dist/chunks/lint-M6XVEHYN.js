import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-S7RH5UEK.js";
import "./chunk-3IHNRC7L.js";
import {
  createLocalWorld,
  lint
} from "./chunk-YPFIOYQ7.js";
import "./chunk-4I2EYNEF.js";
import "./chunk-25RXIL6Q.js";
import "./chunk-2FO2PMFL.js";
import "./chunk-JUNKJFOT.js";
import "./chunk-6QMFCSLS.js";
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
