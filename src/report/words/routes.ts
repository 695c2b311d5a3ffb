import { canonical, isList, isObject, type Json, listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import { sharesOf } from "../../model/routes.ts";
import { number, quoted, type Rich, say, words } from "../rich.ts";
import { entryName, shown } from "./context.ts";
import { few } from "./names.ts";

/** A route before and after, paired by name, by what it matches, or by place. */
export interface RoutePair {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Pairs the routes of two lists: equal ones first, then the name decides, then equal matches, then the place among those left. */
export function pairRoutes(before: readonly Json[], after: readonly Json[]): readonly RoutePair[] {
  const left = new Set(before);
  const partners = new Map<Json, Json>();
  const keys: readonly ((route: Json) => string | undefined)[] = [
    canonical,
    entryName,
    (route) => canonical(valueAt(route, ["match"])),
    () => "",
  ];
  for (const key of keys) {
    const waiting = after.filter((route) => !partners.has(route));
    const offers = groupedByKey([...left], key);
    for (const route of waiting) {
      const partner = offers.get(key(route) ?? "\u0000")?.shift();
      if (partner === undefined) continue;
      partners.set(route, partner);
      left.delete(partner);
    }
  }
  return [
    ...after.map((route) => ({ before: partners.get(route), after: route })),
    ...[...left].map((route) => ({ before: route, after: undefined })),
  ];
}

/** Routes by key; those without one are not offered. */
function groupedByKey(routes: readonly Json[], key: (route: Json) => string | undefined): ReadonlyMap<string, Json[]> {
  const groups = new Map<string, Json[]>();
  for (const route of routes) {
    const name = key(route);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), route]);
  }
  return groups;
}

/** `90% to v1 and 10% to v2`, `to v1`, a redirect, or an answer of the proxy itself. */
export function destinations(route: Json | undefined): Rich {
  const redirect = valueAt(route, ["redirect"]);
  if (redirect !== undefined) return say`to a redirect (${shown(redirect).slice(0, 60)})`;
  const direct = valueAt(route, ["directResponse"]);
  if (direct !== undefined) return say`to a fixed answer of the proxy (${shown(valueAt(direct, ["status"]))})`;
  const targets = listAt(route, "route").filter(isObject);
  const shares = sharesOf(targets.map((target) => target["weight"]));
  const names = targetNames(targets);
  if (targets.length === 0) return words("to no destination");
  if (targets.length === 1) return say`to ${names[0] ?? ""}`;
  const parts = names.map((name, index) => ({ name, share: shares[index] ?? "0" })).slice(0, 6);
  const rest = names.length - parts.length;
  const text = parts.flatMap(({ name, share: percent }, index) => {
    const between = index === 0 ? "" : index === parts.length - 1 && rest === 0 ? " and " : ", ";
    return [...words(`${between}${percent}% to `), ...quoted(name)];
  });
  return rest === 0 ? text : [...text, ...words(` and ${number(rest)} more`)];
}

/** Subsets alone say enough while all targets are one host. */
function targetNames(targets: readonly Json[]): readonly string[] {
  const parts = targets.map((target) => ({
    host: textAt(target, "destination", "host") ?? "?",
    subset: textAt(target, "destination", "subset"),
  }));
  const oneHost = parts.every((part) => part.host === parts[0]?.host && part.subset !== undefined);
  return parts.map(({ host, subset }) => (subset === undefined ? host : oneHost ? subset : `${host} (${subset})`));
}

/** After a split, "to v1" must not read as if the rest went elsewhere. */
function only(route: Json): Rich {
  return words(listAt(route, "route").length === 1 ? " only" : "");
}

/** What a route is for: ` with uri prefix /v2`; nothing for a route that takes every request. */
export function condition(route: Json | undefined): Rich {
  const name = entryName(route ?? null);
  if (name !== undefined) return say` on route ${name}`;
  const matches = listAt(route, "match").flatMap(matchTexts);
  if (matches.length === 0) return [];
  return [...words(" with "), ...few(matches)];
}

/** A route that comes or goes is told by its name and by what it takes: ` `beta` with header x-beta exact 1`. */
function named(route: Json | undefined): Rich {
  const name = entryName(route ?? null);
  const matches = listAt(route, "match").flatMap(matchTexts);
  return [...(name === undefined ? [] : say` ${name}`), ...(matches.length === 0 ? [] : [...words(" with "), ...few(matches)])];
}

function matchTexts(match: Json): readonly string[] {
  if (!isObject(match)) return [];
  return Object.entries(match).map(([key, value]) => {
    if (key === "headers" && isObject(value)) {
      return Object.entries(value)
        .map(([header, test]) => `header ${header} ${testText(test)}`)
        .join(", ");
    }
    return `${key} ${testText(value)}`.trim();
  });
}

function testText(test: Json | undefined): string {
  if (!isObject(test)) return isList(test) ? test.map(shown).join(", ") : shown(test);
  return Object.entries(test)
    .map(([how, what]) => `${how} ${shown(what)}`)
    .join(", ");
}

/** Settings of a route that change how a request is treated, in the order a reader asks for them. */
const settings: readonly (readonly [string, string])[] = [
  ["retries", "retries"],
  ["fault", "fault injection"],
  ["mirror", "mirroring"],
  ["mirrors", "mirroring"],
  ["rewrite", "rewriting"],
  ["headers", "header changes"],
  ["corsPolicy", "the CORS policy"],
  ["delegate", "the delegate"],
];

/** What differs between the two sides of one route, as the ends of sentences that begin with "Requests to x". */
export function routeChanges({ before, after }: RoutePair): readonly Rich[] {
  if (before === after) return [];
  if (before === undefined) return [say`get a further route${named(after)}, which goes ${destinations(after)}`];
  if (after === undefined) return [say`lose the route${named(before)}, which went ${destinations(before)}`];
  const parts: Rich[] = [];
  const [was, now] = [destinations(before), destinations(after)];
  if (JSON.stringify(was) !== JSON.stringify(now)) parts.push(say`go ${now}${only(after)} (was ${was}${only(before)})`);
  const [oldTime, newTime] = [textAt(before, "timeout"), textAt(after, "timeout")];
  if (oldTime !== newTime) parts.push(timeout(oldTime, newTime));
  for (const [key, noun] of settings) parts.push(...setting(noun, valueAt(before, [key]), valueAt(after, [key])));
  const told = parts.map((part) => [...part, ...condition(after)]);
  if (canonical(valueAt(before, ["match"])) === canonical(valueAt(after, ["match"]))) return told;
  return [...told, say`take this route${matched(after)} (was${matched(before)})`];
}

function matched(route: Json): Rich {
  const text = condition({ match: objectAt(route)["match"] ?? [] });
  return text.length === 0 ? words(" always") : text;
}

function timeout(before: string | undefined, after: string | undefined): Rich {
  if (after === undefined) return say`have no timeout of their own any more (was ${before ?? ""})`;
  return before === undefined ? say`time out after ${after} (was unset)` : say`time out after ${after} (was ${before})`;
}

function setting(noun: string, before: Json | undefined, after: Json | undefined): readonly Rich[] {
  if (canonical(before) === canonical(after)) return [];
  if (noun === "retries") return [retries(before, after)];
  if (after === undefined) return [words(`lose ${noun}`)];
  return [words(before === undefined ? `get ${noun}` : `get other settings for ${noun}`)];
}

function retries(before: Json | undefined, after: Json | undefined): Rich {
  if (after === undefined) return words("have no retry policy of their own any more");
  if (attempts(before) === attempts(after)) return words("are retried under other conditions");
  return say`are retried up to ${attempts(after)} times (was ${attempts(before)})`;
}

function attempts(value: Json | undefined): string {
  return shown(valueAt(value, ["attempts"]));
}
