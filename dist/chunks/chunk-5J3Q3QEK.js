import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  version
} from "./chunk-74XKIIY6.js";
import {
  sha256
} from "./chunk-PSXKQZTB.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import {
  canonical,
  isObject,
  textAt,
  valueAt
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

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

// src/shells/action/shared.ts
var handed = { decision: "pass", "reason-code": "handed_on" };
function lostIn(reads, broken) {
  return reads.flatMap((read, index) => {
    if (read.kind === "none") return [{ index, why: read.why }];
    return broken.has(index) ? [{ index, why: "its part was damaged" }] : [];
  });
}
__name(lostIn, "lostIn");
function withheldIn(lost, shards) {
  return new Map(lost.flatMap(({ index, why }) => (shards[index] ?? []).map((name) => [name, `shard ${index + 1}: ${why}`])));
}
__name(withheldIn, "withheldIn");
function shardsMissing(lost, count) {
  const shards = [...Map.groupBy(lost, ({ why }) => why)].map(
    ([why, group]) => `${group.map(({ index }) => index + 1).join(", ")} (${why})`
  );
  return problem("shards-missing", { count, shards: shards.join("; ") });
}
__name(shardsMissing, "shardsMissing");
async function aboutOf({ world, request, place, wishes }, work, shards) {
  const { owner, repo } = place.connection;
  const { version: engine } = await world.charts.engine();
  return {
    "release of Isthmus": version,
    engine,
    work,
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

export {
  partName,
  writePart,
  readParts,
  handed,
  lostIn,
  withheldIn,
  shardsMissing,
  aboutOf
};
