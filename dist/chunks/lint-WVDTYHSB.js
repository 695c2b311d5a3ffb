import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-P2DK7R6A.js";
import "./chunk-N2WMEUXZ.js";
import {
  createLocalWorld,
  lint
} from "./chunk-YN75YUHP.js";
import "./chunk-YHMXWLEW.js";
import "./chunk-O5XT5RLS.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodeOf
} from "./chunk-5BSKLZ23.js";
import "./chunk-OC6HDRGD.js";
import "./chunk-HTAS3YHV.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5OWF6IZG.js";
import "./chunk-YNO4666L.js";
import "./chunk-5YIO6ZB2.js";
import "./chunk-SNTM2N2I.js";
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
