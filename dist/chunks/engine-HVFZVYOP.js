import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  engineOf,
  startEngine
} from "./chunk-E5P75MRT.js";
import "./chunk-BZKCVZ7I.js";
import "./chunk-YNO4666L.js";
import "./chunk-V6HKU3TC.js";
export {
  engineOf,
  startEngine
};
