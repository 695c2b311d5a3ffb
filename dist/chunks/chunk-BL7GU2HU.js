import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/relevant.ts
var largestFile = 16 * 1024 * 1024;
var keyLike = /(?:^|\/)(?:id_rsa|id_ed25519|id_ecdsa|[^/]*\.(?:pem|key|crt)|[^/]*kubeconfig[^/]*|\.?kube\/config|kubeconfigs?\/[^/]+|(?:ca)?certs\.ya?ml|[^/]*remote-?secret[^/]*\.ya?ml)$/iu;
var documentLike = /\.(?:ya?ml|json)$/iu;
function relevant(listed) {
  const charts = listed.filter((entry) => entry.path.endsWith("/Chart.yaml")).map((entry) => entry.path.slice(0, -"Chart.yaml".length));
  return listed.filter((entry) => isOurs(entry) || keyLike.test(entry.path) || charts.some((folder) => entry.path.startsWith(folder)));
}
__name(relevant, "relevant");
function isOurs({ path, kind }) {
  if (path.startsWith("config/") || path.startsWith("clusters/")) return true;
  if (kind !== "file" && (path === "config" || path === "clusters")) return true;
  return !path.includes("/") && (documentLike.test(path) || path === "isthmus.lock");
}
__name(isOurs, "isOurs");
function entryOf(path, bytes) {
  if (bytes.includes(0)) return { kind: "binary", path, size: bytes.length };
  try {
    return { kind: "file", path, size: bytes.length, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: "binary", path, size: bytes.length };
  }
}
__name(entryOf, "entryOf");
function byPath(a, b) {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
__name(byPath, "byPath");

export {
  largestFile,
  relevant,
  entryOf,
  byPath
};
