import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-JNLQPRDI.js";
import {
  accessNeeded,
  createLocalWorld
} from "./chunk-BD5AHRA7.js";
import "./chunk-LG5KSQPE.js";
import {
  writeYaml
} from "./chunk-RAW6ESXC.js";
import "./chunk-Q7MQDKBA.js";
import {
  exitCodes
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

// src/shells/cli/commands/access.ts
async function access(terminal, options) {
  const request = await requestFrom(options);
  const objects = await terminal.progress("rendering", accessNeeded(createLocalWorld(options), request));
  terminal.print(
    options.output === "json" ? `${JSON.stringify(objects, void 0, 2)}
` : objects.map((object) => `---
${writeYaml(object)}`).join("")
  );
  return exitCodes.fine;
}
__name(access, "access");
export {
  access
};
