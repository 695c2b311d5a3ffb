import { isList, isObject, type Json } from "../../model/json.ts";
import { join, quoted, type Rich, say, words } from "../rich.ts";
import { shortened } from "../visible.ts";

/** A single value below a setting that is not what it was; `undefined`: it is not there. */
interface Leaf {
  readonly path: string;
  readonly was: string | undefined;
  readonly now: string | undefined;
}

/** More are read in the diff. */
const most = 3;
const longest = 60;

/**
 * What changes below a setting, for the end of a sentence: `: a.b 5 (was 3), c 30s (new)`. Nothing where values do not tell it (a list that was turned around). Secrets are sealed long
 * before, and masked once more after.
 */
export function leafWords(was: Json | undefined, now: Json | undefined): Rich {
  const leaves = leavesOf(was, now, "");
  if (leaves.length === 0) return [];
  const rest = leaves.length - most;
  return [...words(": "), ...join(leaves.slice(0, most).map(leafText), ", "), ...words(rest > 0 ? ` and ${rest} more` : "")];
}

function leafText({ path, was, now }: Leaf): Rich {
  if (now === undefined) return say`${path} no longer (was ${was ?? ""})`;
  return was === undefined ? say`${path} ${quoted(now)} (new)` : say`${path} ${quoted(now)} (was ${was})`;
}

function leavesOf(was: Json | undefined, now: Json | undefined, path: string): readonly Leaf[] {
  if (isBranch(was) || isBranch(now)) {
    const [before, after] = [entriesOf(was), entriesOf(now)];
    const keys = [...new Set([...before.keys(), ...after.keys()])];
    return keys.flatMap((key) => leavesOf(before.get(key), after.get(key), below(path, key, isList(was) || isList(now))));
  }
  const [old, fresh] = [textOf(was), textOf(now)];
  return old === fresh ? [] : [{ path, was: old, now: fresh }];
}

function isBranch(value: Json | undefined): boolean {
  return value !== undefined && (isList(value) || isObject(value));
}

function entriesOf(value: Json | undefined): ReadonlyMap<string, Json> {
  if (value === undefined || value === null || typeof value !== "object") return new Map();
  return new Map(Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function below(path: string, key: string, isInList: boolean): string {
  if (isInList) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : shortened(String(value), longest);
}
