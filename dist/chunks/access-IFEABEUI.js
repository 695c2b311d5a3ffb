import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-SBXT2YPB.js";
import {
  accessNeeded,
  createLocalWorld
} from "./chunk-EHMGCBFM.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-IZGXDEYI.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import {
  exitCodes
} from "./chunk-W6JRDVNY.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-OIQJGNUT.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import {
  writeYaml
} from "./chunk-YU4XPH6J.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/access.ts
async function access(terminal, options) {
  const request = await requestFrom(options);
  const objects = await terminal.progress("rendering", accessNeeded(createLocalWorld(options), request, options));
  terminal.print(
    options.output === "json" ? `${JSON.stringify({ schemaVersion: 1, kind: "access", objects }, void 0, 2)}
` : objects.map((object) => `---
${writeYaml(object)}`).join("")
  );
  return exitCodes.fine;
}
__name(access, "access");
export {
  access
};
