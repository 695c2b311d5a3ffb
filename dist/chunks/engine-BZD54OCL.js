import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  engineOf,
  startEngine
} from "./chunk-Y6JLGBZ4.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-V6HKU3TC.js";
export {
  engineOf,
  startEngine
};
