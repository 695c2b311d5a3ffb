import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  list,
  preview
} from "./chunk-ILTNVQ3F.js";
import "./chunk-XAFIBZEI.js";
import "./chunk-RF3XMZY4.js";
import "./chunk-KCZ3YMI6.js";
import "./chunk-GTZFBNXA.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-UKVFJ26J.js";
import "./chunk-2LZ6NSYI.js";
import "./chunk-USELJLII.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import "./chunk-W6JRDVNY.js";
import "./chunk-NVWP3KCL.js";
import "./chunk-I7RLK773.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-GTWNKH2M.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import "./chunk-V6HKU3TC.js";
export {
  list,
  preview
};
