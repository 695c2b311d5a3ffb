import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  createGitFiles
} from "./chunk-PKMA246P.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/options.ts
async function requestFrom(options) {
  const head = options.head === void 0 ? { kind: "folder", folder: options.folder } : { kind: "commit", revision: options.head };
  const { only = [], wave } = options;
  const part = only.length === 0 && wave === void 0 ? {} : { part: { clusters: [...only].sort(), lastWave: wave } };
  const rest = { at: Date.now(), clusters: options.cluster ?? [], ...part };
  if (options.base === void 0) return { head, base: void 0, ...rest };
  const shared = await createGitFiles({ folder: options.folder }).mergeBase(options.base, options.head ?? "HEAD");
  return { head, base: { kind: "commit", revision: shared ?? options.base }, trusted: { kind: "commit", revision: options.base }, ...rest };
}
__name(requestFrom, "requestFrom");
async function decidedRequestFrom(options) {
  const request = await requestFrom(options);
  return request.base === void 0 ? request : { ...request, trusted: request.head };
}
__name(decidedRequestFrom, "decidedRequestFrom");

export {
  requestFrom,
  decidedRequestFrom
};
