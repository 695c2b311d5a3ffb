import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  engineOf,
  startEngine
} from "./chunk-3KIQQHVO.js";
import "./chunk-W3VB6BCG.js";
import "./chunk-YNO4666L.js";
import "./chunk-V6HKU3TC.js";
export {
  engineOf,
  startEngine
};
