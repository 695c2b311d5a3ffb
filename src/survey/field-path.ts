import { isObject } from "../model/json.ts";
import { keysIn, type Owned, ownedAt, ownedEntry } from "../model/ownership.ts";

/**
 * What is owned at a place as `FieldChange.path` names it for people: `spec.ports[http].port`, `metadata.labels[app.kubernetes.io/name]`,
 * `data.mesh: defaultConfig.meshId`. Below a text the server keeps no books, so the text answers for it.
 */
export function fieldOwner(owned: Owned, path: string): Owned {
  let at = owned;
  for (const { text, isBracketed } of stepsIn(path)) {
    if (at === undefined || at === "whole") return at;
    const key = ownedAt(at, text);
    at = key === undefined && isBracketed ? entryNamed(at, text) : key;
  }
  return at;
}

interface Step {
  readonly text: string;
  readonly isBracketed: boolean;
}

function stepsIn(path: string): readonly Step[] {
  const place = path.replace(/ \(order\)$/u, "").replace(/: .*$|:$/u, "");
  return [...place.matchAll(/\[([^\]]*)\]|[^.[\]]+/gu)].flatMap(([text, bracketed]) =>
    bracketed === "" ? [] : [{ text: bracketed ?? text, isBracketed: bracketed !== undefined }],
  );
}

/** The entry whose label this is: one of the values of its keys, or all of them with slashes between. */
function entryNamed(owned: Exclude<Owned, undefined | "whole">, label: string): Owned {
  const set = ownedEntry(owned, label);
  if (set !== undefined) return set;
  const name = Object.keys(owned).find((key) => key.startsWith("k:") && labelsOf(key.slice(2)).includes(label));
  const found = name === undefined ? undefined : owned[name];
  if (!isObject(found)) return undefined;
  return Object.keys(found).length === 0 ? "whole" : found;
}

function labelsOf(keys: string): readonly string[] {
  const parsed = keysIn(keys);
  if (parsed === undefined) return [];
  const values = Object.values(parsed).map(String);
  return [...values, values.join("/")];
}
