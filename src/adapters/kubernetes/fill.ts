import { problem } from "../../catalog/problem.ts";
import { holesIn } from "../../model/hole.ts";
import { isList, isObject, type Json, type JsonObject, objectAt } from "../../model/json.ts";
import { idOf, idText } from "../../model/manifest.ts";
import { Secret } from "../../model/secret.ts";

/** An object as it goes over the wire, and every secret that is in it. */
export interface Filled {
  readonly object: JsonObject;
  readonly secrets: readonly string[];
}

/** Puts values into holes, and what a Secret says as text where the server keeps it. @throws Problem `hole-unfilled` */
export function filled(object: JsonObject, values: ReadonlyMap<string, string | Secret>, cluster: string): Filled {
  const secrets: string[] = [];
  const fill = (text: string): string => {
    let result = text;
    for (const hole of new Set(holesIn(text))) {
      const value = values.get(hole);
      if (value === undefined) throw problem("hole-unfilled", { object: idText(idOf(object)), cluster, hole });
      const opened = value instanceof Secret ? value.open() : value;
      if (value instanceof Secret) secrets.push(opened);
      result = result.replaceAll(hole, () => opened);
    }
    return result;
  };
  const whole = inside(object, fill);
  return { object: isObject(whole) ? asData(whole) : object, secrets };
}

function inside(value: Json, fill: (text: string) => string): Json {
  if (typeof value === "string") return value.includes("⟦") ? fill(value) : value;
  if (isList(value)) {
    const list = value.map((entry) => inside(entry, fill));
    return list.every((entry, index) => entry === value[index]) ? value : list;
  }
  // Numbers beyond 2^53 are objects here (`parseJson`) and must stay the very same ones.
  if (!isObject(value) || Object.getPrototypeOf(value) === null) return value;
  let isSame = true;
  const entries = Object.entries(value).flatMap(([key, entry]): [string, Json][] => {
    if (entry === undefined) return [];
    const name = key.includes("⟦") ? fill(key) : key;
    const result = inside(entry, fill);
    isSame &&= result === entry && name === key;
    return [[name, result]];
  });
  return isSame ? value : Object.fromEntries(entries);
}

/** `stringData` is a courtesy of the server that its books do not know: what is sent is what is kept. */
function asData(object: JsonObject): JsonObject {
  if (object["kind"] !== "Secret" || object["apiVersion"] !== "v1" || object["stringData"] === undefined) return object;
  const { stringData: _, ...rest } = object;
  const texts = Object.entries(objectAt(object, "stringData")).flatMap(([key, text]) =>
    typeof text === "string" ? [[key, Buffer.from(text, "utf8").toString("base64")]] : [],
  );
  return { ...rest, data: { ...objectAt(object, "data"), ...Object.fromEntries(texts) } };
}
