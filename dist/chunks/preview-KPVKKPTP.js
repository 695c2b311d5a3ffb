import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-S7RH5UEK.js";
import "./chunk-3IHNRC7L.js";
import "./chunk-YPFIOYQ7.js";
import "./chunk-4I2EYNEF.js";
import "./chunk-25RXIL6Q.js";
import "./chunk-2FO2PMFL.js";
import "./chunk-JUNKJFOT.js";
import "./chunk-6QMFCSLS.js";
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
