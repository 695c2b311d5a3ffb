import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  upkeep
} from "./chunk-6RKOZ3YS.js";
import "./chunk-MLDGCII4.js";
import "./chunk-7A5BCF72.js";
import "./chunk-TVW3SPRP.js";
import {
  runId
} from "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-65TJQTFX.js";
import "./chunk-LF4CDPYV.js";
import {
  systemClock
} from "./chunk-UC7PK5FU.js";
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
import "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import "./chunk-PGJ7BHTB.js";
import "./chunk-NGGVVAK4.js";
import {
  ask,
  heardOn,
  replayed,
  splitLook,
  withPorts
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-SPWEMITE.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import {
  canonical
} from "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/action/share-look.ts
import { resolve } from "node:path";

// src/shells/sealed-part.ts
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

// src/adapters/sealed-box.ts
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
var purpose = "isthmus sealed box 1";
var sizes = { salt: 32, nonce: 12, tag: 16 };
function sealBox(key, about, bytes) {
  const [salt, nonce] = [randomBytes(sizes.salt), randomBytes(sizes.nonce)];
  const cipher = createCipheriv("aes-256-gcm", derived(key, salt), nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), body]);
}
__name(sealBox, "sealBox");
function openBox(keys, about, box) {
  const [afterSalt, afterNonce] = [sizes.salt, sizes.salt + sizes.nonce];
  const start = afterNonce + sizes.tag;
  if (box.length < start) return void 0;
  for (const key of keys) {
    const decipher = createDecipheriv("aes-256-gcm", derived(key, box.subarray(0, afterSalt)), box.subarray(afterSalt, afterNonce), {
      authTagLength: sizes.tag
    });
    decipher.setAAD(Buffer.from(about)).setAuthTag(box.subarray(afterNonce, start));
    try {
      return Buffer.concat([decipher.update(box.subarray(start)), decipher.final()]);
    } catch {
    }
  }
  return void 0;
}
__name(openBox, "openBox");
function derived(key, salt) {
  return Buffer.from(hkdfSync("sha256", key.open(), salt, purpose, 32));
}
__name(derived, "derived");

// src/shells/sealed-part.ts
var largest = 256 * 1024 * 1024;
var packed = promisify(gzip);
var unpacked = promisify(gunzip);
async function sealedBody(key, about, shard, body) {
  return sealBox(key, boundTo(about, shard), await packed(Buffer.from(JSON.stringify(body)))).toString("base64");
}
__name(sealedBody, "sealedBody");
async function unsealed(keys, about, shard, read) {
  if (read.kind === "none") return read;
  const box = typeof read.body === "string" ? openBox(keys, boundTo(about, shard), Buffer.from(read.body, "base64")) : void 0;
  if (box === void 0) return { kind: "none", why: "its part was not sealed with this key, or was changed" };
  try {
    return { kind: "part", body: JSON.parse((await unpacked(box, { maxOutputLength: largest })).toString("utf8")) };
  } catch {
    return { kind: "none", why: "its part cannot be read" };
  }
}
__name(unsealed, "unsealed");
function boundTo(about, shard) {
  return `${canonical({ ...about })} ${shard}`;
}
__name(boundTo, "boundTo");

// src/shells/action/share-look.ts
async function sharedLook(sharing, share) {
  const { stage, runner } = sharing;
  const { world, request, wishes } = stage;
  const shards = await splitLook(world, request, share.of);
  if (share.kind === "matrix") {
    runner.say(`${shards.flat().length} clusters in ${shards.length} shards.`);
    runner.output({ matrix: matrixOf(shards), ...handed });
    return exitCodes.fine;
  }
  if (wishes.verify === "probe")
    throw new UsageError(
      "Input `verify: probe` sends requests between all clusters, so one job does it: with `shard` give `look` or `none`."
    );
  const [key] = wishes.planKeys;
  if (key === void 0)
    throw new UsageError(
      "Input `plan-key` is empty; a look in shards needs it: what clusters hold goes from job to job as an artifact, and is sealed with it."
    );
  return share.kind === "join" ? joined(sharing, shards, share.folder) : looked(sharing, { shards, number: share.number, key });
}
__name(sharedLook, "sharedLook");
async function looked({ stage, runner }, { shards, number, key }) {
  const { world, request, wishes, place } = stage;
  const clusters = shards[number - 1] ?? [];
  const by = { id: runId(request.at), by: `a look by plan (run ${place.attempt}, shard ${number})` };
  const how = { clusters, isMeshSeen: wishes.verify !== "none", by };
  const body = await withLiveWorld({ folder: place.folder, world }, (live) => ask(live, request, how));
  const about = await aboutLook(stage, shards);
  await runner.part(partName(number), await writePart(about, number, await sealedBody(key, about, number, body)));
  runner.say(`Shard ${number} of ${shards.length}: ${clusters.join(", ") || "no cluster"}.`);
  runner.output(handed);
  return exitCodes.fine;
}
__name(looked, "looked");
async function joined({ stage, workspace, stop }, shards, folder) {
  const { world, wishes } = stage;
  const about = await aboutLook(stage, shards);
  const files = await readParts(resolve(workspace, folder), about, shards.length);
  const reads = await Promise.all(files.map((read, index) => unsealed(wishes.planKeys, about, index + 1, read)));
  const { answers, memory, broken } = heardOn(reads.map((read) => read.kind === "part" ? read.body : null));
  const lost = lostIn(reads, broken);
  const live = withPorts(world, replayed(answers, withheldIn(lost, shards)), { clock: systemClock, watch: /* @__PURE__ */ __name(() => {
  }, "watch") });
  const problems = lost.length === 0 ? [] : [shardsMissing(lost, shards.length)];
  for (const { message, remedy } of problems) stage.desk.error(`${message} ${remedy}`);
  return (await upkeep(stage, { how: "look", stop, seenBy: { live, beforehand: { memory, problems } } })).code;
}
__name(joined, "joined");
async function aboutLook(stage, shards) {
  const [run = ""] = stage.place.attempt.split("/");
  return { ...await aboutOf(stage, "look", shards), run, "way to look": stage.wishes.verify };
}
__name(aboutLook, "aboutLook");
export {
  sharedLook
};
