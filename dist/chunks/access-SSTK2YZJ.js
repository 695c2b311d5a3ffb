import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-N2WMEUXZ.js";
import {
  accessNeeded,
  createLocalWorld
} from "./chunk-YN75YUHP.js";
import "./chunk-YHMXWLEW.js";
import "./chunk-O5XT5RLS.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-OC6HDRGD.js";
import "./chunk-HTAS3YHV.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5OWF6IZG.js";
import "./chunk-YNO4666L.js";
import {
  writeYaml
} from "./chunk-5YIO6ZB2.js";
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
