import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  apply,
  carryOut
} from "./chunk-W52OCXFD.js";
import "./chunk-YVIELL6B.js";
import "./chunk-IN37B5KD.js";
import "./chunk-H33SPOQG.js";
import "./chunk-PCO5AM7B.js";
import "./chunk-JX37TC7M.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-FDBXQK6Q.js";
import "./chunk-BTF5XOHC.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-PYDKUVAM.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-YHMXWLEW.js";
import "./chunk-ZRZKCZIG.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-ZSGAKROE.js";
import "./chunk-5BSKLZ23.js";
import "./chunk-OC6HDRGD.js";
import "./chunk-HTAS3YHV.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5OWF6IZG.js";
import "./chunk-YNO4666L.js";
import "./chunk-5YIO6ZB2.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  apply,
  carryOut
};
