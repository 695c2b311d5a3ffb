import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  engineOf,
  startEngine
} from "./chunk-JUNKJFOT.js";
import "./chunk-6QMFCSLS.js";
import "./chunk-QLQAG6SW.js";
import "./chunk-BIFKHMW4.js";
export {
  engineOf,
  startEngine
};
