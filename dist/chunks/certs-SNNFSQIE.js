import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  certsJson,
  certsText,
  list,
  preview
} from "./chunk-2NBR4KEA.js";
import "./chunk-FEB5EBDI.js";
import "./chunk-KWXYHUP6.js";
import "./chunk-WGPZ4H5S.js";
import "./chunk-7IG353FP.js";
import "./chunk-RUMN7LW6.js";
import "./chunk-VUALIOFN.js";
import "./chunk-RGHBKD3P.js";
import "./chunk-WYQIHARV.js";
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
  certsJson,
  certsText,
  list,
  preview
};
