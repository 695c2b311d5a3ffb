import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-ZNNSTI4W.js";
import "./chunk-JNLQPRDI.js";
import {
  createLocalWorld,
  lint
} from "./chunk-BD5AHRA7.js";
import "./chunk-LG5KSQPE.js";
import "./chunk-RAW6ESXC.js";
import "./chunk-Q7MQDKBA.js";
import {
  exitCodeOf
} from "./chunk-XDVMQMTQ.js";
import "./chunk-XBX2WT2E.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-26BKAFKN.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-HEGAZMKU.js";
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
