import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-A2ZRV6J5.js";
import "./chunk-HQP6YHPY.js";
import "./chunk-X7RHFW63.js";
import "./chunk-VUALIOFN.js";
import "./chunk-5WJTI7LD.js";
import "./chunk-HALKKMCF.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XDVMQMTQ.js";
import "./chunk-3TNDABRU.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-V4KPR5TD.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-DOMCM5IR.js";
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
