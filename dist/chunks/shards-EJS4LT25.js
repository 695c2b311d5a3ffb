import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  requestFrom
} from "./chunk-ZYQ7QZHE.js";
import {
  matrixOf
} from "./chunk-JXGLEPY3.js";
import {
  createLocalWorld
} from "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  split
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
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/shards.ts
var usual = 50;
async function shards(terminal, { count, clustersPerShard = usual, ...subject }) {
  const world = createLocalWorld(subject);
  const request = await requestFrom(subject);
  const whole = count === void 0 ? (await split(world, request, 1)).flat().length : 0;
  terminal.print(matrixOf(await split(world, request, count ?? Math.ceil(whole / clustersPerShard))));
  return exitCodes.fine;
}
__name(shards, "shards");
export {
  shards
};
