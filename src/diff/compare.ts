import { immutableFields } from "../catalog/immutable.gen.ts";
import { isMeant, normalisationOf } from "../catalog/normalize.ts";
import type { CertificateChange, FieldChange } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import { isList, isObject, valueAt } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import { certificateChanges } from "./certificates.ts";
import { compareValues } from "./fields.ts";
import { maskedFields } from "./mask.ts";
import { atKey, root } from "./path.ts";
import { differs, type Walk } from "./walk.ts";

/** What two states of one object have to do with each other. */
export interface Comparison {
  /** Empty when they mean the same. Fit to be shown: nothing secret in it. */
  readonly fields: readonly FieldChange[];
  readonly certificates: readonly CertificateChange[];
  /** The immutable field that changed, so that the object must be made anew. */
  readonly replaces: string | undefined;
  /** Names of the catalogue's rules that hid a difference, once per difference. */
  readonly hidden: readonly string[];
}

const nothing: Comparison = { fields: [], certificates: [], replaces: undefined, hidden: [] };

/** Compares two states of one object by meaning. */
export function compare(before: Manifest, after: Manifest): Comparison {
  if (isSameJson(before.object, after.object)) return nothing;
  const walk: Walk = { id: after.id, rules: normalisationOf(after.id), fields: [], hidden: [], compare: compareValues };
  compareValues(walk, root, before.object, after.object);
  if (walk.fields.length === 0) return { ...nothing, hidden: walk.hidden };
  return {
    fields: maskedFields(after, walk.fields),
    certificates: certificateChanges(before.object, after.object),
    replaces: replacedField(walk, before, after),
    hidden: walk.hidden,
  };
}

function replacedField(walk: Walk, before: Manifest, after: Manifest): string | undefined {
  for (const { objects, paths, when } of immutableFields) {
    if (!isMeant(objects, after.id) || (when === "frozen" && before.object["immutable"] !== true)) continue;
    const found = paths.find((path) => hasChanged(walk, path.split("."), when, before, after));
    if (found !== undefined) return found;
  }
  return undefined;
}

function hasChanged(walk: Walk, path: readonly string[], when: "always" | "set" | "frozen", before: Manifest, after: Manifest): boolean {
  const left = valueAt(before.object, path);
  const right = valueAt(after.object, path);
  if (when === "set" && (left === undefined || right === undefined)) return false;
  return differs(walk, path.reduce(atKey, root), left, right);
}

/** Equal as JSON, key order aside. */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((entry, index) => isSameJson(entry, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const left = Object.keys(a);
  return left.length === Object.keys(b).length && left.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]));
}
