import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  applied,
  verdictOf
} from "./chunk-S4O2ZGEP.js";
import "./chunk-RNXK5KYI.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-IXDGAFU2.js";
import "./chunk-UZP2M4JW.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-TCBW4NFB.js";
import "./chunk-G7TGTOEQ.js";
import "./chunk-BMTR6QM4.js";
import "./chunk-KWQYAV3B.js";
import "./chunk-BTMWTP37.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import "./chunk-W6JRDVNY.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-SSAC5NFW.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-I7RLK773.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5LC3EI3B.js";
import "./chunk-YNO4666L.js";
import "./chunk-GTWNKH2M.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  applied,
  verdictOf
};
