import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-MMQRYWAQ.js";
import "./chunk-SJKSHA3Y.js";
import "./chunk-AX4AGOOS.js";
import "./chunk-KYNFGBZF.js";
import "./chunk-W4ZKUS67.js";
import "./chunk-WYQIHARV.js";
import "./chunk-XDVMQMTQ.js";
import "./chunk-E5P75MRT.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-BZKCVZ7I.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  diff,
  formatted,
  plan,
  preview,
  validate
};
