import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  commandOfButton
} from "./chunk-NGGVVAK4.js";
import {
  textAt
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/press.ts
function pressIn(event) {
  if (textAt(event, "action") !== "requested_action") return void 0;
  const pull = /^isthmus:\S+ pull=(?<number>[1-9]\d{0,9})(?: |$)/u.exec(textAt(event, "check_run", "external_id") ?? "")?.groups?.["number"];
  const command = commandOfButton(textAt(event, "requested_action", "identifier") ?? "");
  return pull === void 0 || command === void 0 ? void 0 : { pull: Number(pull), command };
}
__name(pressIn, "pressIn");

export {
  pressIn
};
