import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  matrixOf
} from "./chunk-JXGLEPY3.js";
import {
  version
} from "./chunk-74XKIIY6.js";
import {
  previewed
} from "./chunk-N5BD3LHB.js";
import "./chunk-JP4ADPVC.js";
import "./chunk-AZQ3ZB7Y.js";
import {
  cook,
  handedOn,
  sha256,
  split
} from "./chunk-F5VRSDZI.js";
import "./chunk-4RANXETO.js";
import "./chunk-E5LXM35L.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-ZENVZAJI.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-Y2CNN2OI.js";
import "./chunk-YNO4666L.js";
import "./chunk-PIHHU2PB.js";
import {
  canonical,
  isObject,
  textAt,
  valueAt
} from "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/action/share.ts
import { resolve } from "node:path";

// src/shells/parts.ts
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
var format = 1;
var limits = { file: 64 * 1024 * 1024, text: 256 * 1024 * 1024 };
var packed = promisify(gzip);
var unpacked = promisify(gunzip);
function partName(shard) {
  return `isthmus-part-${String(shard).padStart(3, "0")}.json.gz`;
}
__name(partName, "partName");
async function writePart(about, shard, body) {
  const digest = digestOfPart(about, shard, body);
  const text = Buffer.from(JSON.stringify({ format, about, shard, digest, body }));
  const bytes = text.length > limits.text ? void 0 : await packed(text);
  if (bytes === void 0 || bytes.length > limits.file)
    throw problem("part-too-large", { shard, size: megabytes(bytes?.length ?? text.length), limit: megabytes(limits.file) });
  return bytes;
}
__name(writePart, "writePart");
function megabytes(bytes) {
  return Math.ceil(bytes / (1024 * 1024));
}
__name(megabytes, "megabytes");
function digestOfPart(about, shard, body) {
  return sha256(`${format} ${canonical({ ...about })} ${shard} ${JSON.stringify(body)}`);
}
__name(digestOfPart, "digestOfPart");
async function readParts(folder, about, count) {
  const files = await filesIn(folder, 1);
  const shards = Array.from({ length: count }, (_, index) => index + 1);
  return Promise.all(
    shards.map(
      (shard) => readOne(
        files.filter((file) => file.endsWith(`/${partName(shard)}`)),
        about,
        shard
      )
    )
  );
}
__name(readParts, "readParts");
async function filesIn(folder, depth) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    return entry.isDirectory() && depth > 0 ? filesIn(path, depth - 1) : [];
  });
  return (await Promise.all(found)).flat();
}
__name(filesIn, "filesIn");
async function readOne(files, about, shard) {
  const [file] = files;
  if (file === void 0) return none("its part is missing");
  if (files.length > 1) return none(`there are ${files.length} parts of it`);
  const text = await textOf(file);
  if (typeof text !== "string") return text;
  const part = parsed(text);
  if (!isObject(part) || part["format"] === void 0) return none("its part is no part");
  if (part["format"] !== format) return none("its part was written by another release of Isthmus");
  const differs = Object.keys(about).find((name) => textAt(part, "about", name) !== about[name]);
  if (differs !== void 0) return none(`its part is about another ${differs}`);
  const body = valueAt(part, ["body"]);
  if (body === void 0 || part["shard"] !== shard || part["digest"] !== digestOfPart(about, shard, body))
    return none("its part was damaged");
  return { kind: "part", body };
}
__name(readOne, "readOne");
function none(why) {
  return { kind: "none", why };
}
__name(none, "none");
async function textOf(file) {
  try {
    const { size } = await lstat(join(file));
    if (size > limits.file) return none("its part is too large");
    return (await unpacked(await readFile(file), { maxOutputLength: limits.text })).toString("utf8");
  } catch {
    return none("its part cannot be read");
  }
}
__name(textOf, "textOf");
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
__name(parsed, "parsed");

// src/shells/action/share.ts
async function shared({ stage: given, runner, workspace }, share) {
  const stage = { ...given, world: readingOnce(given.world) };
  const { world, request } = stage;
  const shards = await split(world, request, share.of);
  if (share.kind === "matrix") {
    runner.say(`${shards.flat().length} clusters in ${shards.length} shards.`);
    runner.output({ matrix: matrixOf(shards), ...handed });
    return exitCodes.fine;
  }
  const about = await aboutOf(stage, shards);
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
var handed = { decision: "pass", "reason-code": "handed_on" };
function joined(shards, reads) {
  const { memory, broken } = handedOn(reads.map((read) => read.kind === "part" ? read.body : null));
  const lost = reads.flatMap((read, index) => {
    if (read.kind === "none") return [{ index, why: read.why }];
    return broken.has(index) ? [{ index, why: "its part was damaged" }] : [];
  });
  const withheld = lost.flatMap(({ index, why }) => (shards[index] ?? []).map((name) => [name, `shard ${index + 1}: ${why}`]));
  return { memory, withheld: new Map(withheld), problems: lost.length === 0 ? [] : [shardsMissing(lost, shards.length)] };
}
__name(joined, "joined");
function shardsMissing(lost, count) {
  const shards = [...Map.groupBy(lost, ({ why }) => why)].map(
    ([why, group]) => `${group.map(({ index }) => index + 1).join(", ")} (${why})`
  );
  return problem("shards-missing", { count, shards: shards.join("; ") });
}
__name(shardsMissing, "shardsMissing");
async function aboutOf({ world, request, place, wishes }, shards) {
  const { owner, repo } = place.connection;
  const { version: engine } = await world.charts.engine();
  return {
    "release of Isthmus": version,
    engine,
    work: "preview",
    repository: `${owner}/${repo}`.toLowerCase(),
    folder: wishes.folder,
    commit: textOf2(request.head),
    base: textOf2(request.base),
    "default branch": textOf2(request.trusted),
    cut: sha256(JSON.stringify(shards))
  };
}
__name(aboutOf, "aboutOf");
function textOf2(ref) {
  return ref === void 0 ? "" : JSON.stringify(ref);
}
__name(textOf2, "textOf");
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
