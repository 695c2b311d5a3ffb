import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/who.ts
import { hostname, userInfo } from "node:os";
function whoIsHere() {
  return `${userName()} on ${hostname()}`;
}
__name(whoIsHere, "whoIsHere");
function userName() {
  try {
    return userInfo().username;
  } catch {
    return "somebody";
  }
}
__name(userName, "userName");

export {
  whoIsHere
};
