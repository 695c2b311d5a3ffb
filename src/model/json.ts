/** A JSON value: what YAML becomes once Kubernetes has read it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. A key that is absent and a key that is `null` are different things. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Steps from the root of a value to a value inside it: keys of objects and indexes of lists. */
export type Path = readonly (string | number)[];

/** True for a JSON object: neither `null` nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a JSON list; unlike `Array.isArray` it keeps the element type and `readonly`. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value at `path`, or `undefined` where a step leads nowhere. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let at: Json | undefined = value;
  for (const step of path) {
    if (isList(at) && typeof step === "number") at = at[step];
    else if (isObject(at) && Object.hasOwn(at, step)) at = at[String(step)];
    else return undefined;
  }
  return at;
}

/** The text at `path`, or `undefined` when something else or nothing is there. */
export function textAt(value: Json | undefined, ...path: Path): string | undefined {
  const found = valueAt(value, path);
  return typeof found === "string" ? found : undefined;
}

/** The object at `path`, or an empty one: for reading on without a question at each step. */
export function objectAt(value: Json | undefined, ...path: Path): JsonObject {
  const found = valueAt(value, path);
  return isObject(found) ? found : {};
}

/** The list at `path`, or an empty one: for reading on without a question at each step. */
export function listAt(value: Json | undefined, ...path: Path): readonly Json[] {
  const found = valueAt(value, path);
  return isList(found) ? found : [];
}

/** One text per value, keys sorted by code unit, no white space: equal values give equal bytes. */
export function canonical(value: Json | undefined): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  // Loops, because whole definitions go through here, thousands of times in a large mesh.
  let text = "";
  if (isList(value)) {
    for (const entry of value) text += text === "" ? canonical(entry) : `,${canonical(entry)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const entry = value[key];
    if (entry !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(entry)}`;
  }
  return `{${text}}`;
}
