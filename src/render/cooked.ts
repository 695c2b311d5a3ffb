import { sha256 } from "../model/digest.ts";
import { isList, isObject, type Json, type JsonObject, listAt, textAt, valueAt } from "../model/json.ts";
import { idOf, type Manifest, type Stage, stages } from "../model/manifest.ts";
import type { Dish, Memory } from "./cook.ts";

/**
 * What was rendered, as plain data from which another process goes on: `objects` by the hash of their text, each once however many clusters hold it, and `dishes`
 * by their key in the memory, which names objects by hash.
 */
export type Cooked = JsonObject & { readonly objects: JsonObject; readonly dishes: JsonObject };

/**
 * What a memory holds, but for what must not or cannot be handed on: releases with a sealed value (a short secret could be guessed from its fingerprint) or a Secret of
 * their own, and numbers that JSON does not know. Whoever goes on renders those again.
 */
export function cookedIn({ dishes, sealed }: Memory): Cooked {
  const objects: Record<string, Json> = {};
  const told: Record<string, Json> = {};
  for (const [key, dish] of dishes) {
    const plain = sealed.has(key) ? undefined : plainDish(dish, objects);
    if (plain !== undefined) told[key] = plain;
  }
  return { objects, dishes: told };
}

function plainDish(dish: Dish, objects: Record<string, Json>): Json | undefined {
  switch (dish.kind) {
    case "uneven":
      return { kind: "uneven" };
    case "failed": {
      const { message, template = null, line = null, value = null } = dish.failure;
      return { kind: "failed", message, template, line, value };
    }
    case "rendered": {
      const rows = dish.manifests.map((manifest) => plainManifest(manifest, objects));
      return rows.includes(undefined) ? undefined : { kind: "rendered", manifests: rows.filter((row) => row !== undefined) };
    }
  }
}

const known = new WeakMap<JsonObject, string | undefined>();

/** The hash of an object's text; `undefined` for one that must not or cannot be written down. */
function hashOf(object: JsonObject): string | undefined {
  if (known.has(object)) return known.get(object);
  const hash = object["kind"] === "Secret" || holdsOddNumber(object) ? undefined : sha256(JSON.stringify(object));
  known.set(object, hash);
  return hash;
}

function plainManifest({ object, origin, stage }: Manifest, objects: Record<string, Json>): Json | undefined {
  const hash = hashOf(object);
  if (hash === undefined || origin.kind !== "chart") return undefined;
  objects[hash] ??= object;
  return [hash, origin.release, origin.chart, origin.version, origin.template, stage];
}

/** JSON has no infinity, and loses the sign of zero. */
function holdsOddNumber(value: Json | undefined): boolean {
  if (typeof value === "number") return !Number.isFinite(value) || Object.is(value, -0);
  if (isList(value)) return value.some(holdsOddNumber);
  return isObject(value) && Object.values(value).some(holdsOddNumber);
}

/** Puts what another process rendered into a memory; equal objects become one. False when it is not what `cookedIn` makes: then nothing of it is taken. */
export function remember(memory: Memory, cooked: Json): boolean {
  const objects = valueAt(cooked, ["objects"]);
  const told = valueAt(cooked, ["dishes"]);
  if (!isObject(objects) || !isObject(told)) return false;
  const read = Object.entries(told).map(([key, dish]) => [key, dishFrom(dish ?? null, { objects, memory })] as const);
  if (read.some(([, dish]) => dish === undefined)) return false;
  for (const [key, dish] of read) if (dish !== undefined && !memory.dishes.has(key)) memory.dishes.set(key, dish);
  return true;
}

interface Shelf {
  readonly objects: JsonObject;
  readonly memory: Memory;
}

function dishFrom(dish: Json, shelf: Shelf): Dish | undefined {
  switch (textAt(dish, "kind")) {
    case "uneven":
      return { kind: "uneven" };
    case "failed":
      return failureFrom(dish);
    case "rendered": {
      const manifests = listAt(dish, "manifests").map((row) => manifestFrom(row, shelf));
      return manifests.includes(undefined) ? undefined : { kind: "rendered", manifests: manifests.filter((one) => one !== undefined) };
    }
    default:
      return undefined;
  }
}

function failureFrom(dish: Json): Dish | undefined {
  const line = valueAt(dish, ["line"]);
  const message = textAt(dish, "message");
  if (message === undefined || (line !== null && typeof line !== "number")) return undefined;
  const failure = {
    kind: "failed",
    message,
    template: textAt(dish, "template"),
    line: line ?? undefined,
    value: textAt(dish, "value"),
  } as const;
  return { kind: "failed", failure };
}

/** The manifests that a memory was handed, by all they are made of: what many clusters hold is one object, as it is after rendering. */
const shared = new WeakMap<Memory, Map<string, Manifest>>();

function manifestFrom(row: Json, { objects, memory }: Shelf): Manifest | undefined {
  if (!isList(row) || row.length !== 6 || !row.every((part) => typeof part === "string")) return undefined;
  const [hash = "", release = "", chart = "", version = "", template = "", stageName] = row;
  const stage = stages.find((name): name is Stage => name === stageName);
  const object = Object.hasOwn(objects, hash) ? objects[hash] : undefined;
  if (stage === undefined || !isObject(object)) return undefined;
  const all = shared.get(memory) ?? new Map<string, Manifest>();
  shared.set(memory, all);
  const key = JSON.stringify(row);
  const manifest = all.get(key) ?? {
    id: idOf(object),
    object,
    origin: { kind: "chart", release, chart, version, template } as const,
    stage,
  };
  all.set(key, manifest);
  return manifest;
}
