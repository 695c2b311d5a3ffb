import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/model/secret.ts
var Secret = class {
  static {
    __name(this, "Secret");
  }
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The value itself. */
  open() {
    return this.#value;
  }
  toString() {
    return "***";
  }
  toJSON() {
    return "***";
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return "***";
  }
};
function sealedText(fingerprint) {
  return `\u27E6secret ${fingerprint}\u27E7`;
}
__name(sealedText, "sealedText");
function withoutFingerprints(text) {
  return text.replace(/⟦secret [0-9a-f]{32}⟧/gu, "\u27E6secret\u27E7");
}
__name(withoutFingerprints, "withoutFingerprints");
function isSealed(text) {
  return /^⟦secret [0-9a-f]{32}⟧$/u.test(text);
}
__name(isSealed, "isSealed");

export {
  Secret,
  sealedText,
  withoutFingerprints,
  isSealed
};
