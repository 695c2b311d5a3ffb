import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/model/problem.ts
var Problem = class extends Error {
  static {
    __name(this, "Problem");
  }
  code;
  facts;
  remedy;
  constructor(code, text, facts, cause) {
    super(text.summary, cause === void 0 ? void 0 : { cause });
    this.name = "Problem";
    this.code = code;
    this.facts = facts;
    this.remedy = text.remedy;
  }
};

export {
  Problem
};
