import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-P2DK7R6A.js";
import "./chunk-N2WMEUXZ.js";
import "./chunk-YN75YUHP.js";
import "./chunk-YHMXWLEW.js";
import "./chunk-O5XT5RLS.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-5BSKLZ23.js";
import "./chunk-OC6HDRGD.js";
import "./chunk-HTAS3YHV.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5OWF6IZG.js";
import "./chunk-YNO4666L.js";
import "./chunk-5YIO6ZB2.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-V6HKU3TC.js";
export {
  diff,
  formatted,
  plan,
  preview,
  validate
};
