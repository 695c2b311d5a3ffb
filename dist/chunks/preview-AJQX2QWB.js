import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-IKV6JZEV.js";
import "./chunk-CGUGTUAW.js";
import "./chunk-OBKMILII.js";
import "./chunk-LG5KSQPE.js";
import "./chunk-6WUS3ACZ.js";
import "./chunk-Q7MQDKBA.js";
import "./chunk-XDVMQMTQ.js";
import "./chunk-XBX2WT2E.js";
import "./chunk-KP7CJMYY.js";
import "./chunk-VENIIVFA.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-HEGAZMKU.js";
import "./chunk-YNO4666L.js";
import "./chunk-IWKI7S5H.js";
import "./chunk-V6HKU3TC.js";
export {
  diff,
  formatted,
  plan,
  preview,
  validate
};
