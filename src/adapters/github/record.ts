import { createHmac, timingSafeEqual } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import type { PlanRecord } from "../../chatops/index.ts";
import { recordFrom, recordJson } from "../../chatops/index.ts";
import { canonical, type Json, valueAt } from "../../model/json.ts";
import type { Secret } from "../../model/secret.ts";

/**
 * A plan's record as it stands at the end of a check run's text: an HTML comment that nobody sees, compressed and signed with HMAC-SHA256. Who holds no key cannot
 * make one, and one that was copied to another check run, commit or repository is none: the signed part names them.
 */

/** Where a record stands, by GitHub's own words. */
export interface RecordPlace {
  /** `owner/name`, in lower case. */
  readonly repository: string;
  readonly sha: string;
  readonly checkRun: number;
}

/** A record as it was read, and when it was signed by GitHub's clock, in milliseconds since 1970. */
export interface SignedRecord extends PlanRecord {
  readonly made: number;
}

const purpose = "isthmus plan record v1";
const shape = /<!-- isthmus:plan-record v1 (?<key>[0-9a-f]{16}) (?<payload>[A-Za-z0-9+/=]+) (?<signature>[0-9a-f]{64}) -->\s*$/u;

/** A record for 20,000 clusters is smaller; more is not read. Bytes, after a signature was found good. */
const largest = 4 * 1024 * 1024;

/** More than this would leave no room for what people read. In characters. */
const mostCharacters = 48_000;

/** When and as what GitHub made the check run that is to hold a record. */
export interface Made {
  readonly checkRun: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A record that is to be written once its check run is there. */
export interface Unwritten {
  /** Equal for equal records signed by the same key. */
  readonly content: string;
  /** Characters it takes at the most. */
  readonly room: number;
  /** False where the plan's digest stands for that of each cluster. */
  readonly isWhole: boolean;
  write(made: Made): string;
}

/**
 * The record, ready to be written. Where the digests of all clusters would take too much room, the plan's stands for each of them: an approval then holds until
 * anything changes anywhere. `undefined` when even that does not fit.
 */
export function unwritten(record: PlanRecord, key: Secret): Unwritten | undefined {
  for (const one of [record, withPlanDigestOnly(record)]) {
    const write = (made: Made): string => textOf(one, made, key);
    // The numbers of another check run may compress a little worse.
    const room = write({ checkRun: Number.MAX_SAFE_INTEGER, at: Date.UTC(2099, 11, 31) }).length + 64;
    if (room <= mostCharacters) return { content: `${keyName(key)} ${canonical(recordJson(one))}`, room, isWhole: one === record, write };
  }
  return undefined;
}

function textOf(record: PlanRecord, { checkRun, at }: Made, key: Secret): string {
  const json = JSON.stringify({ ...recordJson(record), checkRun, made: at });
  const payload = brotliCompressSync(json).toString("base64");
  return `<!-- isthmus:plan-record v1 ${keyName(key)} ${payload} ${sign(key, payload)} -->`;
}

/** What a plan record at the end of a text says, or `undefined` when there is none there that one of these keys signed for this place. */
export function readRecord(text: string, place: RecordPlace, keys: readonly Secret[]): SignedRecord | undefined {
  const { key: name, payload, signature } = shape.exec(text)?.groups ?? {};
  if (payload === undefined || signature === undefined) return undefined;
  const key = keys.find((one) => keyName(one) === name);
  if (key === undefined || !timingSafeEqual(Buffer.from(sign(key, payload)), Buffer.from(signature))) return undefined;
  const said = JSON.parse(brotliDecompressSync(Buffer.from(payload, "base64"), { maxOutputLength: largest }).toString("utf8")) as Json;
  const record = recordFrom(said);
  const made = valueAt(said, ["made"]);
  if (record === undefined || typeof made !== "number") return undefined;
  const isHere = record.repository === place.repository && record.plan.head === place.sha && valueAt(said, ["checkRun"]) === place.checkRun;
  return isHere ? { ...record, made } : undefined;
}

function withPlanDigestOnly({ plan, ...record }: PlanRecord): PlanRecord {
  const clusters = new Map([...plan.clusters].map(([name, cluster]) => [name, { ...cluster, digest: plan.digest }] as const));
  return { ...record, plan: { ...plan, clusters } };
}

function sign(key: Secret, payload: string): string {
  return createHmac("sha256", key.open()).update(`${purpose}\n${payload}`).digest("hex");
}

/** Tells keys apart without telling anything about them. */
function keyName(key: Secret): string {
  return createHmac("sha256", key.open()).update(`${purpose}: name of the key`).digest("hex").slice(0, 16);
}
