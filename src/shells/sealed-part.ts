import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { openBox, sealBox } from "../adapters/sealed-box.ts";
import { canonical, type Json } from "../model/json.ts";
import type { Secret } from "../model/secret.ts";
import type { About, Read } from "./parts.ts";

/**
 * What a shard hands on, for holders of a key alone. Whoever may read a repository may fetch the artifacts of its runs, and some may add to them: what clusters hold is not
 * for the first, and what the second would like them to hold is no answer of a cluster.
 */

/** Bytes of the text within: one that is made to unpack to more is not read. */
const largest = 256 * 1024 * 1024;

const packed = promisify<Buffer, Buffer>(gzip);
const unpacked = promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(gunzip);

/** The body of a part, sealed. */
export async function sealedBody(key: Secret, about: About, shard: number, body: Json): Promise<Json> {
  return sealBox(key, boundTo(about, shard), await packed(Buffer.from(JSON.stringify(body)))).toString("base64");
}

/** The body as it was, or why there is none. Never throws for its sake. */
export async function unsealed(keys: readonly Secret[], about: About, shard: number, read: Read): Promise<Read> {
  if (read.kind === "none") return read;
  const box = typeof read.body === "string" ? openBox(keys, boundTo(about, shard), Buffer.from(read.body, "base64")) : undefined;
  if (box === undefined) return { kind: "none", why: "its part was not sealed with this key, or was changed" };
  try {
    return { kind: "part", body: JSON.parse((await unpacked(box, { maxOutputLength: largest })).toString("utf8")) as Json };
  } catch {
    return { kind: "none", why: "its part cannot be read" };
  }
}

function boundTo(about: About, shard: number): string {
  return `${canonical({ ...about })} ${shard}`;
}
