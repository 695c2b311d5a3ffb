import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  heard
} from "./chunk-5B7TN3XW.js";
import "./chunk-RF3XMZY4.js";
import "./chunk-VOOUNSCG.js";
import "./chunk-EWC5YDHE.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-SLF3F3AZ.js";
import "./chunk-GTZFBNXA.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-3WSM2AT2.js";
import "./chunk-W23TTQXM.js";
import "./chunk-K5KDUG4E.js";
import "./chunk-KXSSJBCE.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-EJUYJKZN.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import "./chunk-W6JRDVNY.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-OIQJGNUT.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-YU4XPH6J.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  heard
};
