import { isList, isObject, type Json } from "../model/json.ts";
import type { Manifest, ObjectId } from "../model/manifest.ts";

/** What stands for a value that is secret. */
export const notShown = "(value not shown)";

const sealed = /⟦secret [0-9a-f]{32}⟧/gu;
const onlyHoles = /^(?:⟦[^⟧]*⟧|\s)*$/u;
const privateKey = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/u;
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** A text with every sealed value and every private key taken out. The loader sealed what it knew; this is the second lock. */
export function maskedText(text: string): string {
  return privateKey.test(text) ? notShown : text.replace(sealed, notShown);
}

/** A value with `maskedText` applied to every text and key in it. */
export function maskedValue(value: Json): Json {
  return mapTexts(value, maskedText);
}

/** True for the kind whose data are secrets whatever they look like. */
export function isSecret(id: ObjectId): boolean {
  return id.group === "" && id.kind === "Secret";
}

/** A value inside a Secret's data: nothing but a typed hole is shown. */
export function maskedData(value: Json): Json {
  return mapTexts(value, (text) => (onlyHoles.test(text) ? maskedText(text) : notShown));
}

/** An object as it may be shown. */
export function maskedObject(manifest: Manifest): Json {
  const object = manifest.object;
  if (!isSecret(manifest.id)) return maskedValue(object);
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    result[key] =
      key === "data" || key === "stringData" ? maskedData(value) : key === "metadata" ? maskedMetadata(value) : maskedValue(value);
  }
  return result;
}

/** kubectl keeps a whole copy of the object, data included, in this annotation. */
export function isCopyOfObject(path: string): boolean {
  return path.includes("last-applied-configuration");
}

function maskedMetadata(value: Json): Json {
  if (!isObject(value) || !isObject(value["annotations"])) return maskedValue(value);
  const annotations = { ...value["annotations"] };
  if (annotations[lastApplied] !== undefined) annotations[lastApplied] = notShown;
  return maskedValue({ ...value, annotations });
}

function mapTexts(value: Json, map: (text: string) => string): Json {
  if (typeof value === "string") return map(value);
  if (isList(value)) return value.map((entry) => mapTexts(entry, map));
  if (!isObject(value)) return typeof value === "object" ? value : mapScalar(value, map);
  const result: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(value)) if (entry !== undefined) result[maskedText(key)] = mapTexts(entry, map);
  return result;
}

/** A number in a Secret's data is as secret as a text; elsewhere it stays a number. */
function mapScalar(value: number | boolean | null, map: (text: string) => string): Json {
  const text = map(String(value));
  return text === String(value) ? value : text;
}
