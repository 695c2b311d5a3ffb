import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-JFOO2XFR.js";
import "./chunk-SBXT2YPB.js";
import "./chunk-EHMGCBFM.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-IZGXDEYI.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import "./chunk-W6JRDVNY.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-OIQJGNUT.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-YU4XPH6J.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-V6HKU3TC.js";
export {
  diff,
  formatted,
  plan,
  preview,
  validate
};
