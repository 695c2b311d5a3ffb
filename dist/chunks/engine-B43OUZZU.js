import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  engineOf,
  startEngine
} from "./chunk-JHIXZHO2.js";
import "./chunk-Y2CNN2OI.js";
import "./chunk-YNO4666L.js";
import "./chunk-V6HKU3TC.js";
export {
  engineOf,
  startEngine
};
