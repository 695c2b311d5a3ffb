import { createHmac, timingSafeEqual } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import type { PlanRecord } from "../../chatops/index.ts";
import { recordFrom, recordJson } from "../../chatops/index.ts";
import { type Json, valueAt } from "../../model/json.ts";
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

/**
 * The record as text. Where the digests of all clusters would take too much room, the plan's stands for each of them: an approval then holds until anything
 * changes anywhere. `undefined` when even that does not fit.
 */
export function writeRecord(
  record: PlanRecord,
  { made, checkRun }: Pick<RecordPlace, "checkRun"> & { readonly made: number },
  key: Secret,
): string | undefined {
  const texts = [record, withPlanDigestOnly(record)].map((one) => {
    const payload = brotliCompressSync(JSON.stringify({ ...recordJson(one), checkRun: checkRun, made })).toString("base64");
    return `<!-- isthmus:plan-record v1 ${keyName(key)} ${payload} ${sign(key, payload)} -->`;
  });
  return texts.find((text) => text.length <= mostCharacters);
}

/** How many characters a record takes at the most, wherever it will stand; 0 when it does not fit at all. */
export function roomFor(record: PlanRecord, key: Secret): number {
  const place = { checkRun: Number.MAX_SAFE_INTEGER, made: Date.UTC(2099, 11, 31) };
  const text = writeRecord(record, place, key);
  // A number may compress a little worse than another.
  return text === undefined ? 0 : text.length + 64;
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
