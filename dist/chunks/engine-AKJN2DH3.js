import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  engineOf,
  startEngine
} from "./chunk-SPWEMITE.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-V6HKU3TC.js";
export {
  engineOf,
  startEngine
};
