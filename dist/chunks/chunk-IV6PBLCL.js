import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/warm.ts
function warmEngine() {
  const starting = import("./engine-AKJN2DH3.js").then(({ startEngine }) => startEngine());
  starting.catch(() => void 0);
}
__name(warmEngine, "warmEngine");

export {
  warmEngine
};
