import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  engineOf,
  startEngine
} from "./chunk-R2476M6S.js";
import "./chunk-H2PJDCKH.js";
import "./chunk-QLQAG6SW.js";
import "./chunk-BIFKHMW4.js";
export {
  engineOf,
  startEngine
};
