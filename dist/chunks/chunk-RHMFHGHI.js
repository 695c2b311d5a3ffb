import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-BIFKHMW4.js";

// src/shells/warm.ts
function warmEngine() {
  const starting = import("./engine-Y2W2OR4Q.js").then(({ startEngine }) => startEngine());
  starting.catch(() => void 0);
}
__name(warmEngine, "warmEngine");

export {
  warmEngine
};
