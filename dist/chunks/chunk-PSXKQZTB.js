import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/model/digest.ts
import { createHash } from "node:crypto";
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
__name(sha256, "sha256");
function digestOf(parts) {
  const lines = [...parts].map(([name, digest]) => `${JSON.stringify(name)} ${digest}`).sort();
  return sha256(lines.join("\n"));
}
__name(digestOf, "digestOf");

export {
  sha256,
  digestOf
};
