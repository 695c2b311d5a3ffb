import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  diff,
  formatted,
  plan,
  preview,
  validate
} from "./chunk-XXX5EGKO.js";
import "./chunk-RHXH2M67.js";
import "./chunk-HVLU7EEJ.js";
import "./chunk-2TIJHDBZ.js";
import "./chunk-25RXIL6Q.js";
import "./chunk-6P4WFKDX.js";
import "./chunk-456AFMAR.js";
import "./chunk-VPCPACFI.js";
import "./chunk-LFFFAFMX.js";
import "./chunk-BIFKHMW4.js";
export {
  diff,
  formatted,
  plan,
  preview,
  validate
};
