import { problem } from "../../catalog/problem.ts";
import { holesIn } from "../../model/hole.ts";
import { isList, isObject, type Json, type JsonObject, objectAt } from "../../model/json.ts";
import { idOf, idText } from "../../model/manifest.ts";
import { Secret, withoutFingerprints } from "../../model/secret.ts";

/** An object as it goes over the wire, and every secret that is in it: for keeping them out of messages. */
export interface Filled {
  readonly object: JsonObject;
  readonly secrets: readonly string[];
}

/**
 * Puts values into holes, and what a Secret says as text where the server keeps it. What is filled in is not looked through again: a value that has brackets of its own
 * stays what it is. @throws Problem `hole-unfilled`
 */
export function filled(object: JsonObject, values: ReadonlyMap<string, string | Secret>, cluster: string): Filled {
  const secrets: string[] = [];
  const fill = (text: string): string =>
    text.replace(/⟦[^⟧]*⟧/gu, (hole) => {
      const value = values.get(hole);
      if (value === undefined) throw problem("hole-unfilled", { object: idText(idOf(object)), cluster, hole: withoutFingerprints(hole) });
      if (!(value instanceof Secret)) return value;
      secrets.push(value.open());
      return value.open();
    });
  const whole = inside(object, fill);
  const result = isObject(whole) ? whole : object;
  return isSecret(result) ? { object: asData(result), secrets: [...secrets, ...textsOf(result)] } : { object: result, secrets };
}

function isSecret(object: JsonObject): boolean {
  return object["kind"] === "Secret" && object["apiVersion"] === "v1";
}

function inside(value: Json, fill: (text: string) => string): Json {
  if (typeof value === "string") return holesIn(value).length > 0 ? fill(value) : value;
  if (isList(value)) {
    const list = value.map((entry) => inside(entry, fill));
    return list.every((entry, index) => entry === value[index]) ? value : list;
  }
  // Numbers beyond 2^53 are objects here (`parseJson`) and must stay the very same ones.
  if (!isObject(value) || Object.getPrototypeOf(value) === null) return value;
  let isSame = true;
  const entries = Object.entries(value).flatMap(([key, entry]): [string, Json][] => {
    if (entry === undefined) return [];
    const name = holesIn(key).length > 0 ? fill(key) : key;
    const result = inside(entry, fill);
    isSame &&= result === entry && name === key;
    return [[name, result]];
  });
  return isSame ? value : Object.fromEntries(entries);
}

/** `stringData` is a courtesy of the server that its books do not know: what is sent is what is kept. `null`, in a patch, takes a key away. */
function asData(object: JsonObject): JsonObject {
  if (object["stringData"] === undefined) return object;
  const { stringData: _, ...rest } = object;
  const encoded = Object.entries(objectAt(object, "stringData")).map(([key, text]) => [
    key,
    typeof text === "string" ? base64(text) : text,
  ]);
  return { ...rest, data: { ...objectAt(object, "data"), ...Object.fromEntries(encoded) } };
}

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

/** Everything a Secret holds, as text and as the server keeps it: its refusals may quote either. */
function textsOf(object: JsonObject): readonly string[] {
  const plain = Object.values(objectAt(object, "stringData")).filter((value) => typeof value === "string");
  const encoded = Object.values(objectAt(object, "data")).filter((value) => typeof value === "string");
  return [...plain, ...encoded, ...encoded.map((value) => Buffer.from(value, "base64").toString("utf8"))];
}
