import type { JsonObject, Path } from "../model/json.ts";
import { isObject } from "../model/json.ts";

/** What a Secret may say in the open. */
const openKeys = new Set(["apiVersion", "kind", "metadata", "type", "immutable"]);

/**
 * True for a Secret, however its kind is spelt: the API server would refuse `secret`, but its values are in the file all the same. Values by the name
 * of `stringData` make a Secret of any document of the core group, for nothing else has them.
 */
export function isSecret(object: JsonObject, path: Path): boolean {
  const kind = object["kind"];
  if (typeof kind === "string" && /^\W*secrets?\W*$/iu.test(kind)) return true;
  return path.length === 0 && isCore(object) && Object.keys(object).some((key) => key.length === 10 && key.toLowerCase() === "stringdata");
}

/**
 * True for a key of a Secret whose value is secret: in a whole object all but the few that everybody has, so that a misspelt `data` is no leak. What only
 * refers to a Secret (`{kind: Secret, name: …}` of a Gateway) has no metadata and keeps its name; so do Secrets of other groups.
 */
export function isSecretValue(object: JsonObject, key: string, path: Path): boolean {
  if (/^(?:string)?data$/iu.test(key)) return true;
  const isWhole = isCore(object) && (path.length === 0 || isObject(object["metadata"]));
  return isWhole && !openKeys.has(key) && !isDirective(object, key);
}

function isCore(object: JsonObject): boolean {
  const version = object["apiVersion"];
  return typeof version !== "string" || !version.includes("/");
}

/** `$patch: delete` is an order and no value. */
function isDirective(object: JsonObject, key: string): boolean {
  return key === "$patch" && /^(?:delete|replace|merge)$/u.test(String(object[key]));
}
