import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/leads-forth.ts
async function leadsForth(history, from, to) {
  if (from === void 0) return false;
  try {
    return await history.mergeBase(from, to) === from;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return false;
  }
}
__name(leadsForth, "leadsForth");

export {
  leadsForth
};
