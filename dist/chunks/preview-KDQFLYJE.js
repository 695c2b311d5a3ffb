import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-4NMTILBS.js";
import "./chunk-WDMBWCES.js";
import "./chunk-D7AHSOL3.js";
import "./chunk-XQXSUY64.js";
import "./chunk-25RXIL6Q.js";
import "./chunk-LUXQKGH2.js";
import "./chunk-R2476M6S.js";
import "./chunk-H2PJDCKH.js";
import "./chunk-VPCPACFI.js";
import "./chunk-QGTPYQBI.js";
import "./chunk-QLQAG6SW.js";
import "./chunk-BIFKHMW4.js";
export {
  diff,
  formatted,
  plan,
  preview,
  validate
};
