import { createHash } from "node:crypto";
import { isList, isObject, type JsonObject, textAt } from "../json.ts";
import { idKey } from "../manifest.ts";
import type { Inventory, InventoryEntry } from "../survey.ts";
import { checkFormat, countedLines, Damage, dataText, jsonIn, type Kept, kept, mostBytes, stateNames, wholeNumber } from "./kept.ts";

/** Stands for the UID of an object that was about to be made when the inventory was written: whatever has our label under that name is it. */
export const pendingUid = "pending";

/** Where the inventory of a cluster is kept. */
export interface InventoryPlace {
  readonly namespace: string;
  /** How many ConfigMaps it has now; it never gets fewer. */
  readonly shards?: number;
}

/** Name of a ConfigMap of the inventory: `isthmus-inventory`, `isthmus-inventory-1`, … */
export function shardName(index: number): string {
  return index === 0 ? stateNames.inventory : `${stateNames.inventory}-${index}`;
}

/** How many ConfigMaps the first one says the inventory has, or `undefined` when it cannot be told. */
export function shardsOf(first: JsonObject): number | undefined {
  const read = kept(() => wholeNumber(dataText(first, "shards"), "shards", 1));
  return read.kind === "known" ? read.value : undefined;
}

/**
 * The inventory as ConfigMaps, in the order in which they must be written. One is enough for about 4,000 objects; then their number doubles, and half of each
 * moves to a new one. The new ones are written first, then the first one, which says how many there are: a run that dies in between leaves the old or the new
 * number with everything that belongs to it.
 */
export function configMapsOfInventory(inventory: Inventory, place: InventoryPlace): readonly JsonObject[] {
  const lines = inventory.entries.map((entry) => ({ key: idKey(entry.id), line: lineOf(entry) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const before = place.shards ?? 1;
  let parts = split(lines, before);
  while (parts.some((part) => bytesOf(part) > mostBytes)) parts = split(lines, parts.length * 2);
  const maps = parts.map((part, index) => shard(inventory.mesh, place.namespace, { part, index, shards: parts.length }));
  return [...maps.slice(before), ...maps.slice(0, before)];
}

function split(lines: readonly { readonly key: string; readonly line: string }[], shards: number): readonly (readonly string[])[] {
  return Array.from({ length: shards }, (_, index) => lines.flatMap(({ key, line }) => (shardFor(key, shards) === index ? [line] : [])));
}

function bytesOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

function shard(
  mesh: string,
  namespace: string,
  { part, index, shards }: { readonly part: readonly string[]; readonly index: number; readonly shards: number },
): JsonObject {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: shardName(index), namespace, labels: { "isthmus.dev/mesh": mesh } },
    data: { format: "1", mesh, shards: String(shards), count: String(part.length), entries: part.map((line) => `${line}\n`).join("") },
  };
}

/**
 * The inventory in these ConfigMaps, the first one first; the others in their order, as many as it says. None at all: there is no inventory. One that is
 * missing or damaged makes the whole unknown.
 */
export function inventoryOf(maps: readonly JsonObject[]): Kept<Inventory> {
  return kept(() => {
    const [first] = maps;
    if (first === undefined) return undefined;
    checkFormat(first);
    const mesh = dataText(first, "mesh");
    const shards = wholeNumber(dataText(first, "shards"), "shards", 1);
    const entries = Array.from({ length: shards }, (_, index) => entriesOf(maps[index], { index, shards, mesh })).flat();
    if (new Set(entries.map(({ id }) => idKey(id))).size !== entries.length) throw new Damage("it names an object twice");
    return { mesh, entries: entries.sort((a, b) => (idKey(a.id) < idKey(b.id) ? -1 : 1)) };
  });
}

function entriesOf(
  map: JsonObject | undefined,
  { index, shards, mesh }: { readonly index: number; readonly shards: number; readonly mesh: string },
): readonly InventoryEntry[] {
  const name = textAt(map, "metadata", "name");
  if (map === undefined || name !== shardName(index)) throw new Damage(`ConfigMap \`${shardName(index)}\` is missing`);
  checkFormat(map);
  if (dataText(map, "mesh") !== mesh) throw new Damage(`ConfigMap \`${shardName(index)}\` belongs to another mesh`);
  // What belongs elsewhere is what a run left behind that died while their number doubled.
  return countedLines(map)
    .map(entryIn)
    .filter(({ id }) => shardFor(idKey(id), shards) === index);
}

/** One line: `["apps/v1","Deployment","istio-system","istiod","<uid>","<sha-256>"]`. */
function lineOf({ id, apiVersion, uid, applied }: InventoryEntry): string {
  return JSON.stringify([apiVersion, id.kind, id.namespace, id.name, uid, applied]);
}

function entryIn(line: string): InventoryEntry {
  const value = jsonIn(line, "entries");
  const texts = isList(value) ? value.filter((part) => typeof part === "string") : [];
  const [apiVersion, kind, namespace, name, uid, applied] = texts;
  if (!isList(value) || value.length !== 6 || applied === undefined || !apiVersion || !kind || namespace === undefined || !name || !uid)
    throw new Damage("an entry has not the six texts of one");
  const slash = apiVersion.indexOf("/");
  return { id: { group: slash < 0 ? "" : apiVersion.slice(0, slash), kind, namespace, name }, apiVersion, uid, applied };
}

function shardFor(key: string, shards: number): number {
  return shards === 1 ? 0 : createHash("sha256").update(key).digest().readUInt32BE(0) % shards;
}

/** True for a ConfigMap in which Isthmus keeps state of its own: never wanted, never pruned, never drift. */
export function isState(object: JsonObject): boolean {
  const name = textAt(object, "metadata", "name") ?? "";
  return isObject(object["data"]) && (name === stateNames.ledger || /^isthmus-inventory(?:-\d+)?$/u.test(name));
}
