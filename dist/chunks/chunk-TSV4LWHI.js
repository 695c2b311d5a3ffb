import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/run-id.ts
import { randomBytes } from "node:crypto";
function runId(now) {
  const time = new Date(now).toISOString().replace(/\.\d+/u, "").replace(/[-:]/gu, "");
  return `${time}-${randomBytes(3).toString("hex")}`;
}
__name(runId, "runId");

export {
  runId
};
