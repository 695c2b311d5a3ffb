import { isObject, type Json, type JsonObject, objectAt } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import type { Owned } from "../model/ownership.ts";
import { isSealed } from "../model/secret.ts";

/** True for a core Secret. */
export function isSecret({ group, kind }: Pick<ObjectId, "group" | "kind">): boolean {
  return group === "" && kind === "Secret";
}

/**
 * A live Secret with each value where the wanted one has it: under `data`, encoded, what is wanted there; under `stringData`, as the door hands it out, the rest.
 * Sealed values stay as they are.
 */
export function secretView(wanted: JsonObject, live: JsonObject): JsonObject {
  const texts = objectAt(live, "stringData");
  const encoded = objectAt(wanted, "data");
  const hasTexts = isObject(wanted["stringData"]);
  const isData = (key: string) => encoded[key] !== undefined || !hasTexts;
  const part = (inData: boolean, shape: (text: Json) => Json): JsonObject =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]) => (text !== undefined && isData(key) === inData ? [[key, shape(text)]] : [])),
    );
  const { stringData: _, ...rest } = live;
  const data = part(true, encode);
  const strings = part(false, (text) => text);
  return {
    ...rest,
    ...(Object.keys(data).length === 0 ? {} : { data }),
    ...(Object.keys(strings).length === 0 ? {} : { stringData: strings }),
  };
}

/** The server's books know `data` alone: whoever owns a key there owns it under either name. */
export function secretOwned(owned: Owned): Owned {
  const data = isObject(owned) ? owned["f:data"] : undefined;
  return isObject(owned) && data !== undefined ? { ...owned, "f:stringData": data } : owned;
}

function encode(text: Json): Json {
  if (typeof text !== "string" || isSealed(text)) return text;
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
