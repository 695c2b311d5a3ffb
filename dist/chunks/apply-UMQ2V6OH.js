import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  applied,
  verdictOf
} from "./chunk-ZQVBCOHC.js";
import "./chunk-U4M2CR5T.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-JYUMVZE7.js";
import "./chunk-BTF5XOHC.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-GEEVACZA.js";
import "./chunk-2LODVMWH.js";
import "./chunk-YN75YUHP.js";
import "./chunk-YHMXWLEW.js";
import "./chunk-O5XT5RLS.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-5BSKLZ23.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-OC6HDRGD.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-HTAS3YHV.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5OWF6IZG.js";
import "./chunk-YNO4666L.js";
import "./chunk-5YIO6ZB2.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  applied,
  verdictOf
};
