import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";

/** The value with every text in it replaced, keys left alone; the very same value when none was. */
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (isList(value)) {
    const list = value.map((entry) => mapTexts(entry, change));
    return list.every((entry, index) => entry === value[index]) ? value : list;
  }
  return isObject(value) ? mapObject(value, change) : value;
}

/** The object with every text in it replaced; the very same object when none was. */
export function mapObject(value: JsonObject, change: (text: string) => string): JsonObject {
  const result: Record<string, Json> = {};
  let same = true;
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    const mapped = mapTexts(entry, change);
    same &&= mapped === entry;
    result[key] = mapped;
  }
  return same ? value : result;
}
