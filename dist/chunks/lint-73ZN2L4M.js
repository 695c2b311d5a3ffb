import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  formatted
} from "./chunk-2TTXAXJ4.js";
import "./chunk-ZYQ7QZHE.js";
import {
  createLocalWorld
} from "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  lint
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import "./chunk-ZSGAKROE.js";
import {
  exitCodeOf
} from "./chunk-5BSKLZ23.js";
import "./chunk-SPWEMITE.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
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
