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
function seenOf({ id, line, kind, at, state, attempt, ended }) {
  return { id, line, kind, at: Number(at), state, attempts: attempt, ended: ended === null ? void 0 : Number(ended) };
}
__name(seenOf, "seenOf");

export {
  workOf,
  seenOf
};
