import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/shards.ts
function matrixOf(shards) {
  return JSON.stringify({ include: shards.map((clusters, index) => ({ shard: index + 1, clusters: clusters.join(",") })) });
}
__name(matrixOf, "matrixOf");

export {
  matrixOf
};
