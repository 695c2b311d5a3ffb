import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { problem } from "../catalog/problem.ts";
import { sha256 } from "../model/digest.ts";
import { canonical, isObject, type Json, textAt, valueAt } from "../model/json.ts";

/**
 * What one shard of several hands to the job that joins them: a gzip file with one JSON object. It says what it is about, word for word, and a digest of all it holds,
 * so that a part of another commit, another cut or another Isthmus, or one that was damaged on the way, is told from one that fits.
 */

/** What parts must agree on to be joined: names and texts, the same for all shards of a run. */
export type About = Readonly<Record<string, string>>;

/** Counts up when a reader of older parts would misread newer ones. */
const format = 1;

/** Bytes of a file, and of the text in it: an artifact that is larger helps nobody, and one that is made to unpack to more is not read. */
const limits = { file: 64 * 1024 * 1024, text: 256 * 1024 * 1024 } as const;

const packed = promisify<Buffer, Buffer>(gzip);
const unpacked = promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(gunzip);

/** The name under which a part is looked for again. */
export function partName(shard: number): string {
  return `isthmus-part-${String(shard).padStart(3, "0")}.json.gz`;
}

/** The bytes of a part. @throws Problem `part-too-large` */
export async function writePart(about: About, shard: number, body: Json): Promise<Buffer> {
  const digest = digestOfPart(about, shard, body);
  const text = Buffer.from(JSON.stringify({ format, about, shard, digest, body }));
  const bytes = text.length > limits.text ? undefined : await packed(text);
  if (bytes === undefined || bytes.length > limits.file)
    throw problem("part-too-large", { shard, size: megabytes(bytes?.length ?? text.length), limit: megabytes(limits.file) });
  return bytes;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

function digestOfPart(about: About, shard: number, body: Json): string {
  // Not its canonical form: what is written is read in the same order, and sorting costs more than hashing.
  return sha256(`${format} ${canonical({ ...about })} ${shard} ${JSON.stringify(body)}`);
}

/** A part that fits, or why there is none, to complete the sentence "shard 3 is unknown, because …". */
export type Read = { readonly kind: "part"; readonly body: Json } | { readonly kind: "none"; readonly why: string };

/** The parts in a folder, and in the folders in it, for each of so many shards, counted from 1. What else lies there is left alone. Never throws for a file's sake. */
export async function readParts(folder: string, about: About, count: number): Promise<readonly Read[]> {
  const files = await filesIn(folder, 1);
  const shards = Array.from({ length: count }, (_, index) => index + 1);
  return Promise.all(
    shards.map((shard) =>
      readOne(
        files.filter((file) => file.endsWith(`/${partName(shard)}`)),
        about,
        shard,
      ),
    ),
  );
}

/** Artifacts come in one folder, or each in one of its own. Links are not followed. */
async function filesIn(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    return entry.isDirectory() && depth > 0 ? filesIn(path, depth - 1) : [];
  });
  return (await Promise.all(found)).flat();
}

async function readOne(files: readonly string[], about: About, shard: number): Promise<Read> {
  const [file] = files;
  if (file === undefined) return none("its part is missing");
  if (files.length > 1) return none(`there are ${files.length} parts of it`);
  const text = await textOf(file);
  if (typeof text !== "string") return text;
  const part = parsed(text);
  if (!isObject(part) || part["format"] === undefined) return none("its part is no part");
  if (part["format"] !== format) return none("its part was written by another release of Isthmus");
  const differs = Object.keys(about).find((name) => textAt(part, "about", name) !== about[name]);
  if (differs !== undefined) return none(`its part is about another ${differs}`);
  const body = valueAt(part, ["body"]);
  if (body === undefined || part["shard"] !== shard || part["digest"] !== digestOfPart(about, shard, body))
    return none("its part was damaged");
  return { kind: "part", body };
}

function none(why: string): Extract<Read, { kind: "none" }> {
  return { kind: "none", why };
}

async function textOf(file: string): Promise<string | Read> {
  try {
    const { size } = await lstat(join(file));
    if (size > limits.file) return none("its part is too large");
    return (await unpacked(await readFile(file), { maxOutputLength: limits.text })).toString("utf8");
  } catch {
    return none("its part cannot be read");
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
