import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-HQG2BRAI.js";
import "./chunk-UERQG7HT.js";
import "./chunk-FF6P2VBW.js";
import "./chunk-4I2EYNEF.js";
import "./chunk-25RXIL6Q.js";
import "./chunk-BYIFUBUQ.js";
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
