import { isNamespaced } from "../catalog/scope.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject, objectAt, textAt } from "../model/json.ts";
import { idOf } from "../model/manifest.ts";

/** An object as the API server would keep it: fields that are `null` are not there, and what lives in a namespace says which. */
export function normalise(object: JsonObject, namespace: string): JsonObject {
  const kept = withoutNulls(object);
  if (textAt(kept, "metadata", "namespace") !== undefined || isNamespaced(idOf(kept)) !== true) return kept;
  return { ...kept, metadata: { ...objectAt(kept, "metadata"), namespace } };
}

/** The object with one label more. Parts that do not change are shared. */
export function withLabel(object: JsonObject, key: string, value: string): JsonObject {
  const metadata = objectAt(object, "metadata");
  return { ...object, metadata: { ...metadata, labels: { ...objectAt(metadata, "labels"), [key]: value } } };
}

/** In lists a `null` is an entry and stays. */
function withoutNulls(value: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(value)) if (entry !== undefined && entry !== null) result[key] = inside(entry);
  return result;
}

function inside(value: Json): Json {
  if (isList(value)) return value.map(inside);
  return isObject(value) ? withoutNulls(value) : value;
}
