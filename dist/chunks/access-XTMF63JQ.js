import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-GEMCSJZ5.js";
import {
  accessNeeded,
  createLocalWorld
} from "./chunk-WTOXDTDD.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-32Z6TA35.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import {
  exitCodes
} from "./chunk-W6JRDVNY.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-3LL6HFTP.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
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
