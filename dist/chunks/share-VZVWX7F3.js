import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  aboutOf,
  handed,
  lostIn,
  partName,
  readParts,
  shardsMissing,
  withheldIn,
  writePart
} from "./chunk-5J3Q3QEK.js";
import {
  matrixOf
} from "./chunk-JXGLEPY3.js";
import "./chunk-74XKIIY6.js";
import {
  previewed
} from "./chunk-NJKHUKAC.js";
import "./chunk-PGJ7BHTB.js";
import "./chunk-NGGVVAK4.js";
import {
  cook,
  handedOn,
  split
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/action/share.ts
import { resolve } from "node:path";
async function shared({ stage: given, runner, workspace }, share) {
  const stage = { ...given, world: readingOnce(given.world) };
  const { world, request } = stage;
  const shards = await split(world, request, share.of);
  if (share.kind === "matrix") {
    runner.say(`${shards.flat().length} clusters in ${shards.length} shards.`);
    runner.output({ matrix: matrixOf(shards), ...handed });
    return exitCodes.fine;
  }
  const about = await aboutOf(stage, "preview", shards);
  if (share.kind === "join") {
    const reads = await readParts(resolve(workspace, share.folder), about, shards.length);
    return previewed(stage, joined(shards, reads));
  }
  const clusters = shards[share.number - 1] ?? [];
  const cooked = await cook(world, request, clusters);
  await runner.part(partName(share.number), await writePart(about, share.number, cooked));
  runner.say(`Shard ${share.number} of ${shards.length}: ${clusters.join(", ") || "no cluster"}.`);
  runner.output(handed);
  return exitCodes.fine;
}
__name(shared, "shared");
function joined(shards, reads) {
  const { memory, broken } = handedOn(reads.map((read) => read.kind === "part" ? read.body : null));
  const lost = lostIn(reads, broken);
  return { memory, withheld: withheldIn(lost, shards), problems: lost.length === 0 ? [] : [shardsMissing(lost, shards.length)] };
}
__name(joined, "joined");
function readingOnce(world) {
  const known = /* @__PURE__ */ new Map();
  const read = /* @__PURE__ */ __name((ref) => {
    const key = JSON.stringify(ref);
    const found = known.get(key) ?? world.files.read(ref);
    known.set(key, found);
    return found;
  }, "read");
  return { ...world, files: { read } };
}
__name(readingOnce, "readingOnce");
export {
  shared
};
