import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-IKV6JZEV.js";
import "./chunk-CGUGTUAW.js";
import {
  createLocalWorld,
  lint
} from "./chunk-OBKMILII.js";
import "./chunk-LG5KSQPE.js";
import "./chunk-6WUS3ACZ.js";
import "./chunk-Q7MQDKBA.js";
import {
  exitCodeOf
} from "./chunk-XDVMQMTQ.js";
import "./chunk-XBX2WT2E.js";
import "./chunk-KP7CJMYY.js";
import "./chunk-VENIIVFA.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-HEGAZMKU.js";
import "./chunk-YNO4666L.js";
import "./chunk-IWKI7S5H.js";
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
