import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  apply
} from "./chunk-FFK2AGGS.js";
import "./chunk-JNLQPRDI.js";
import "./chunk-EAUKYVYO.js";
import "./chunk-BVJUEC2D.js";
import "./chunk-4W3725PC.js";
import "./chunk-7IG353FP.js";
import "./chunk-BD5AHRA7.js";
import "./chunk-LG5KSQPE.js";
import "./chunk-RAW6ESXC.js";
import "./chunk-Q7MQDKBA.js";
import "./chunk-XDVMQMTQ.js";
import "./chunk-XBX2WT2E.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-26BKAFKN.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-HEGAZMKU.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  apply
};
