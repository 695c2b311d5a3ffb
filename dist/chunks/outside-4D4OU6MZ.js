import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  whoIsHere
} from "./chunk-H33SPOQG.js";
import {
  requestFrom
} from "./chunk-ZYQ7QZHE.js";
import {
  withLiveWorld
} from "./chunk-65TJQTFX.js";
import "./chunk-LF4CDPYV.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  chaptersText,
  heardChapters,
  heardJson,
  keepFromChange,
  letChange,
  tellToStop
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-SPWEMITE.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/outside.ts
async function stop(terminal, options) {
  const request = await requestFrom(options);
  const sign = { kind: "pause", by: whoIsHere(), ...options.reason === void 0 ? {} : { reason: options.reason } };
  return told(terminal, options, { deed: "stop", heard: await withLiveWorld(options, (world) => tellToStop(world, request, sign)) });
}
__name(stop, "stop");
async function hold(terminal, options) {
  const request = await requestFrom(options);
  const lock = {
    holder: whoIsHere(),
    since: request.at,
    expiresAt: request.at + options.ttl * 1e3,
    reason: options.reason,
    pull: void 0
  };
  return told(terminal, options, { deed: "hold", heard: await withLiveWorld(options, (world) => keepFromChange(world, request, lock)) });
}
__name(hold, "hold");
async function release(terminal, options) {
  const request = await requestFrom(options);
  return told(terminal, options, { deed: "release", heard: await withLiveWorld(options, (world) => letChange(world, request)) });
}
__name(release, "release");
function told(terminal, { output }, said) {
  terminal.print(output === "json" ? heardJson(said) : chaptersText(heardChapters(said), terminal));
  return said.heard.some(({ result }) => typeof result !== "string") ? exitCodes.world : exitCodes.fine;
}
__name(told, "told");
export {
  hold,
  release,
  stop
};
