import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-ZYQ7QZHE.js";
import {
  certsJson,
  certsText
} from "./chunk-TSJCGOQM.js";
import {
  withLiveWorld
} from "./chunk-65TJQTFX.js";
import {
  trustOf
} from "./chunk-4KRHMPIQ.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/certs.ts
function list(terminal, options) {
  return told(terminal, options, false);
}
__name(list, "list");
function preview(terminal, options) {
  return told(terminal, options, true);
}
__name(preview, "preview");
async function told(terminal, options, isRenewal) {
  const request = await requestFrom(options);
  const clusters = await withLiveWorld(
    options,
    (world) => terminal.progress("reading the certificates", trustOf(world, request, { renew: isRenewal }))
  );
  terminal.print(options.output === "json" ? certsJson(clusters, request.at) : certsText(clusters, request.at));
  if (clusters.some(({ verdict }) => verdict.kind === "unknown")) return exitCodes.world;
  return clusters.some(({ verdict }) => verdict.kind === "refuse") ? exitCodes.findings : exitCodes.fine;
}
__name(told, "told");

export {
  list,
  preview
};
