import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  heard
} from "./chunk-4OWLK4MB.js";
import "./chunk-TSJCGOQM.js";
import "./chunk-WXG3PXUL.js";
import "./chunk-4JLGGNUD.js";
import "./chunk-E7NKQI2E.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-KFC2O2ZG.js";
import "./chunk-S5VVIBRU.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-KHPVFQGA.js";
import "./chunk-N5BD3LHB.js";
import "./chunk-UMKKLGMD.js";
import "./chunk-5NPYEN63.js";
import "./chunk-JP4ADPVC.js";
import "./chunk-AZQ3ZB7Y.js";
import "./chunk-F5VRSDZI.js";
import "./chunk-4RANXETO.js";
import "./chunk-E5LXM35L.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import "./chunk-ZSGAKROE.js";
import "./chunk-5BSKLZ23.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-JHIXZHO2.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-Y2CNN2OI.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  heard
};
