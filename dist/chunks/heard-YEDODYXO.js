import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  heard
} from "./chunk-OINC7GQI.js";
import "./chunk-RF3XMZY4.js";
import "./chunk-ZCJUYYJ2.js";
import "./chunk-5MXZZMMD.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-CAK5HNS5.js";
import "./chunk-GTZFBNXA.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-Z5Y2BEBX.js";
import "./chunk-O3MFLNLI.js";
import "./chunk-K5KDUG4E.js";
import "./chunk-WTOXDTDD.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-32Z6TA35.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import "./chunk-W6JRDVNY.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-3LL6HFTP.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-YU4XPH6J.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  heard
};
