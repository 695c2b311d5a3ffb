import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-HQP6YHPY.js";
import {
  accessNeeded,
  createLocalWorld
} from "./chunk-X7RHFW63.js";
import "./chunk-VUALIOFN.js";
import "./chunk-5WJTI7LD.js";
import "./chunk-HALKKMCF.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodes
} from "./chunk-XDVMQMTQ.js";
import "./chunk-3TNDABRU.js";
import "./chunk-HNGYL6SI.js";
import {
  writeYaml
} from "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-DOMCM5IR.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
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
