import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-OWMS5FGP.js";
import "./chunk-GEMCSJZ5.js";
import "./chunk-WTOXDTDD.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-32Z6TA35.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import "./chunk-W6JRDVNY.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-3LL6HFTP.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
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
