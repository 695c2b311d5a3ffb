import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/queue/row.ts
function workOf({ id, deed, line, kind, body, at, attempt, hold }) {
  return { id, deed: deed ?? void 0, line, kind, body, at: Number(at), attempt, hold };
}
__name(workOf, "workOf");

export {
  workOf
};
