import { canonical, isList, isObject, type Json, listAt, textAt, valueAt } from "../model/json.ts";
import { withoutPem } from "./pem.ts";

/** How long a description may be, in UTF-16 units. */
const longest = 80;

/**
 * One short line per entry of a list whose entries have no name, so that a person sees which entry is meant: a route by what it matches and where it
 * leads, a plain value as it is, anything else by its first keys, as many as tell the entries apart. Different entries never read the same.
 */
export function describeEntries(entries: readonly Json[]): readonly Json[] {
  if (entries.every((entry) => !isList(entry) && !isObject(entry))) return entries;
  const different = new Set(entries.map(canonical)).size;
  const every = entries.map((entry) => new Set(leaves(entry)));
  const isShared = (leaf: string) => every.every((some) => some.has(leaf));
  const attempts = [1, 2, 4].map((parts) => entries.map((entry) => describe(entry, parts, isShared)));
  const chosen = attempts.find((texts) => new Set(texts).size === different);
  return chosen ?? numbered(entries, attempts.at(-1) ?? []);
}

/** Entries that differ too late for a short line: equal lines get a number, in the order in which they come. */
function numbered(entries: readonly Json[], texts: readonly string[]): readonly string[] {
  const seen = new Map<string, string[]>();
  return texts.map((text, index) => {
    const same = seen.get(text) ?? [];
    seen.set(text, same);
    const content = canonical(entries[index]);
    if (!same.includes(content)) same.push(content);
    return `${text} #${same.indexOf(content) + 1}`;
  });
}

/** `parts` says how much is told; what all entries say (`isShared`) tells them apart least, so only the first key is named in spite of it. */
function describe(entry: Json, parts: number, isShared: (leaf: string) => boolean): string {
  const matches = [...listAt(entry, "match"), ...listAt(entry, "matches")];
  const target = targetOf(entry);
  if (matches.length === 0 && target === undefined) {
    const told = leaves(entry).filter((leaf, index) => index === 0 || !isShared(leaf));
    return cut(told.slice(0, parts).join(", ") || canonical(entry));
  }
  const more = matches.length > parts ? " or …" : "";
  const matched = matches.slice(0, parts).map(
    (match) =>
      leaves(match)
        .slice(0, parts + 1)
        .join(" and ") || "anything",
  );
  return cut(`${matched.join(" or ") || "anything"}${more} → ${target ?? "?"}`);
}

/** Where a route leads: `reviews/v2`, several by commas; `undefined` when the entry is no route. */
function targetOf(entry: Json): string | undefined {
  const routes = listAt(entry, "route").map((route) => {
    const subset = textAt(route, "destination", "subset");
    return `${textAt(route, "destination", "host") ?? "?"}${subset === undefined ? "" : `/${subset}`}`;
  });
  const targets = [...routes, ...listAt(entry, "backendRefs").map((backend) => textAt(backend, "name") ?? "?")];
  if (targets.length > 0) return targets.join(", ");
  const other = ["delegate", "redirect", "directResponse"].find((key) => valueAt(entry, [key]) !== undefined);
  return other === undefined ? undefined : [other, ...leaves(valueAt(entry, [other]) ?? null)].slice(0, 2).join(" ");
}

/** The plain values inside a value, each with its path: `uri.prefix: /a`. */
function leaves(value: Json, path = ""): readonly string[] {
  if (isList(value)) return value.flatMap((item) => leaves(item, path));
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : leaves(item, path === "" ? key : `${path}.${key}`)));
  }
  const text = typeof value === "string" ? withoutPem(value, () => "⟦PEM, not shown⟧") : String(value);
  return [path === "" ? text : `${path}: ${text}`];
}

/** The beginning of a text, on one line. What stands for something else (`⟨cluster⟩`, `⟦…⟧`) stays whole or goes. */
function cut(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/(?:⟨[^⟩]*|⟦[^⟧]*|[\ud800-\udbff])$/u, "")}…`;
}

/** Entries of each side that are shown at most. */
const most = 12;

/** Two orders of a list, without the entries that begin and end both alike; what is left out is counted. */
export function shortOrders(before: readonly Json[], after: readonly Json[]): readonly [readonly Json[], readonly Json[]] {
  const isSame = (left: Json | undefined, right: Json | undefined) => canonical(left) === canonical(right);
  const shorter = Math.min(before.length, after.length);
  if (Math.max(before.length, after.length) <= most) return [before, after];
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  return [clipped(before, head, tail), clipped(after, head, tail)];
}

function clipped(list: readonly Json[], head: number, tail: number): readonly Json[] {
  const middle = list.slice(head, list.length - tail);
  const shown = middle.slice(0, most);
  const rest = middle.length - shown.length + tail;
  return [...(head === 0 ? [] : [`… ${head} before`]), ...shown, ...(rest === 0 ? [] : [`… ${rest} more`])];
}
