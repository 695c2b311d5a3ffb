import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  heard
} from "./chunk-WMAKHBVL.js";
import "./chunk-HB7YCJPW.js";
import "./chunk-TSJCGOQM.js";
import "./chunk-MLDGCII4.js";
import "./chunk-7A5BCF72.js";
import "./chunk-TVW3SPRP.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-65TJQTFX.js";
import "./chunk-LF4CDPYV.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-32P7UMIT.js";
import "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import "./chunk-NJKHUKAC.js";
import "./chunk-PGJ7BHTB.js";
import "./chunk-NGGVVAK4.js";
import "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import "./chunk-ZSGAKROE.js";
import "./chunk-5BSKLZ23.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-SPWEMITE.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  heard
};
