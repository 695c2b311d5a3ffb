import type { Json, JsonObject } from "../model/json.ts";
import { canonical, isObject, valueAt } from "../model/json.ts";
import type { Said } from "./said-elsewhere.ts";
import { leaves, merged } from "./tree.ts";

/** A given value that says something else than the mesh document makes of the same key. */
export interface Contradiction {
  readonly path: readonly string[];
  readonly given: Json;
  /** An empty object stands for a mapping of several values, `null` for one that the mesh document leaves out. */
  readonly derived: Json;
}

/**
 * What the chart is rendered with: given values, and over them what the mesh document makes of them. A contradiction under another spelling is
 * taken out, because the chart might prefer that spelling.
 */
export function chartValues(given: JsonObject, derived: JsonObject, contradicted: readonly Contradiction[]): JsonObject {
  return merged(
    contradicted.reduce((values, { path }) => without(values, path), given),
    derived,
  );
}

function without(values: JsonObject, [key, ...rest]: readonly string[]): JsonObject {
  if (key === undefined || values[key] === undefined) return values;
  const { [key]: inner, ...others } = values;
  return rest.length === 0 || !isObject(inner) ? others : { ...others, [key]: without(inner, rest) };
}

/**
 * Given values that stand against derived ones. Both without symbols. A value under another spelling of the same key (`aliasesOf`) counts too. What stands in the
 * place of a whole mapping (`global: text`) is one contradiction, not one for each value of the mapping. `elsewhere`: what must be said, if anything, under keys that
 * the mesh document leaves alone.
 */
export function contradictions(
  chart: string,
  given: JsonObject,
  derived: JsonObject,
  elsewhere: readonly Said[] = [],
): readonly Contradiction[] {
  const found = leaves(derived).flatMap(({ path, value }) =>
    [path, ...aliasesOf(chart, path)].flatMap((spelling) => {
      const other = givenAt(given, spelling);
      if (other === undefined || canonical(other.value) === canonical(value)) return [];
      const isWhole = other.path.length < spelling.length;
      return [{ path: other.path, given: other.value, derived: isWhole ? {} : value }];
    }),
  );
  return [...found, ...unasked(chart, given, derived), ...otherwise(chart, given, elsewhere)].filter(
    (entry, index, found) => found.findIndex(({ path }) => path.join("\0") === entry.path.join("\0")) === index,
  );
}

/**
 * Values that say what a release is (its revision, whether its istiod runs here). Where the mesh document leaves one out, that is what it says, and nobody
 * else may set it: an istiod `canary` of a document that knows only `default` would be planned, checked and upgraded under the wrong name.
 */
const identity: Readonly<Record<string, readonly string[]>> = {
  istiod: [
    "revision",
    "revisionTags",
    "profile",
    "global.configCluster",
    "global.remotePilotAddress",
    "istiodRemote.enabled",
    "istiodRemote.injectionPath",
    "istiodRemote.injectionURL",
  ],
  base: ["profile"],
  cni: ["profile", "revision"],
  ztunnel: ["revision"],
  gateway: ["revision", "name"],
};

function unasked(chart: string, given: JsonObject, derived: JsonObject): readonly Contradiction[] {
  return (identity[chart] ?? []).flatMap((text) => {
    const path = text.split(".");
    if (valueAt(derived, path) !== undefined) return [];
    return [path, ...aliasesOf(chart, path)].flatMap((spelling) => {
      const other = valueAt(given, spelling);
      return other === undefined || saysNothing(text, other) ? [] : [{ path: spelling, given: other, derived: null }];
    });
  });
}

function otherwise(chart: string, given: JsonObject, elsewhere: readonly Said[]): readonly Contradiction[] {
  return elsewhere.flatMap(({ path, value }) =>
    [path, ...aliasesOf(chart, path)].flatMap((spelling) => {
      const other = valueAt(given, spelling);
      // Templates write texts: `123` and "123" are one. What is empty says nothing, unless it hides what would be there.
      return other === undefined || other === null || String(other) === String(value)
        ? []
        : [{ path: spelling, given: other, derived: value }];
    }),
  );
}

/** What every chart takes for an absent value. Of the profiles only two decide what a release is; the others are defaults of a platform or an older version. */
function saysNothing(key: string, value: Json): boolean {
  if (key === "profile") return value !== "ambient" && value !== "remote";
  return value === null || value === "" || value === false || value === "default" || (Array.isArray(value) && value.length === 0);
}

/** Charts read some values under two names: istiod lifts `pilot.*` to the top, ztunnel and gateway lift `global.*` (reference 1.1). */
export function aliasesOf(chart: string, path: readonly string[]): readonly (readonly string[])[] {
  if (chart === "istiod") return [path[0] === "pilot" ? path.slice(1) : ["pilot", ...path]];
  if (chart === "ztunnel" || chart === "gateway") return path[0] === "global" ? [] : [["global", ...path]];
  return [];
}

/** The given value at the path, or the thing that is no object on the way to it (`global: text`). */
export function givenAt(
  given: JsonObject,
  path: readonly string[],
): { readonly path: readonly string[]; readonly value: Json } | undefined {
  for (let length = 1; length <= path.length; length++) {
    const value = valueAt(given, path.slice(0, length));
    if (value === undefined) return undefined;
    if (length === path.length || typeof value !== "object" || value === null) return { path: path.slice(0, length), value };
  }
  return undefined;
}
