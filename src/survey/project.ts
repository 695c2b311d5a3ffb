import { entryKey, listEntry, sharedKeys } from "../catalog/list-keys.ts";
import type { LiveRules } from "../catalog/live-rules.ts";
import { holesIn } from "../model/hole.ts";
import { canonical, isList, isObject, type Json, type JsonObject } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import { isGranular, type Owned, ownedAt, ownedEntry } from "../model/ownership.ts";
import { isSealed } from "../model/secret.ts";

/** What a projection asks about the object as a whole. */
export interface Frame {
  readonly id: ObjectId;
  readonly rules: LiveRules;
  /** Whether we wrote exactly this before. */
  readonly isSettled: boolean;
  /**
   * Whether what stands beside our values inside something that is only ever set as a whole counts as a difference. Mostly it is a default that the server
   * filled in, and nobody can tell; where our text changed and nothing else shows it, it is what we took out.
   */
  readonly isStrict: boolean;
  /** True for keys that belong to the installer that hands the object over to us. */
  readonly isMark: (path: string, value: Json) => boolean;
  /** Whether a live text is a wanted one that has holes, with values in their places. */
  readonly fits: (wanted: string, live: string) => boolean;
}

/** Where a projection stands: the path of the catalogue, and who owns what is there. */
export interface Spot {
  readonly path: string;
  /** What is ours. */
  readonly own: Owned;
  /** What is anybody's: tells lists that are kept entry by entry from those that are set as a whole. */
  readonly any: Owned;
  /** What belongs to the controllers that the catalogue allows to change things. */
  readonly theirs: Owned;
}

/** A spot below a key. */
interface Inner extends Spot {
  /** True inside something that is only ever set as a whole: the server keeps no books there. */
  readonly isInside: boolean;
}

/**
 * The live value as far as it speaks about the wanted one: values that mean the same become the wanted ones, what others own or the server filled in is left
 * out, what is ours and no longer wanted stays, so that it reads as removed.
 */
export function project(frame: Frame, at: Spot, wanted: Json, live: Json): Json {
  if (isObject(wanted) && isObject(live)) return projectObject(frame, at, wanted, live);
  if (isList(wanted) && isList(live)) return projectList(frame, at, wanted, live);
  if (typeof wanted === "string" && typeof live === "string") return projectText(frame, at, wanted, live);
  return live;
}

function projectText(frame: Frame, { own }: Spot, wanted: string, live: string): string {
  if (wanted === live) return wanted;
  // Two seals of one value may differ (one is of its base64): then only who owns it, and that we wrote just this, can tell.
  if (isSealed(wanted)) return isSealed(live) && frame.isSettled && own !== undefined ? wanted : live;
  return holesIn(wanted).length > 0 && frame.fits(wanted, live) ? wanted : live;
}

function projectObject(frame: Frame, at: Spot, wanted: JsonObject, live: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue;
    const projected = projectKey(frame, under(at, key), value, live[key]);
    if (projected !== undefined) result[key] = projected;
  }
  for (const [key, value] of Object.entries(live)) {
    if (value === undefined || wanted[key] !== undefined) continue;
    const left = leftOver(frame, under(at, key), value, live);
    if (left !== undefined) result[key] = left;
  }
  return result;
}

function projectKey(frame: Frame, at: Spot, wanted: Json, live: Json | undefined): Json | undefined {
  if (frame.rules.yields(at.path) && at.theirs !== undefined) return wanted;
  // The server keeps no empty values; whether it ever had this one only the books tell.
  if (live === undefined) return isHollow(wanted) && keepsNoEmpties(frame, at, wanted) ? wanted : undefined;
  return project(frame, at, wanted, live);
}

/** A key that is live and not wanted, as far as it is ours: what we apply no more goes away. */
function leftOver(frame: Frame, at: Inner, live: Json, beside: JsonObject): Json | undefined {
  if (frame.rules.yields(at.path) || frame.rules.isDefault(at.path, live, beside) || frame.isMark(at.path, live)) return undefined;
  // Somebody set the whole that this is in since we did: then it is no default that nobody asked for.
  if (at.isInside) return frame.isStrict || (frame.isSettled && at.own === undefined) ? live : undefined;
  if (at.own === undefined) return undefined;
  return at.own === "whole" ? live : ownPart(frame, at, live);
}

function ownPart(frame: Frame, at: Inner, live: Json): Json | undefined {
  if (isObject(live)) {
    const parts = Object.entries(live).flatMap(([key, value]) => {
      const left = value === undefined ? undefined : leftOver(frame, under(at, key), value, live);
      return left === undefined ? [] : [[key, left] as const];
    });
    return parts.length === 0 ? undefined : Object.fromEntries(parts);
  }
  if (!isList(live)) return live;
  const entries = live.filter((entry) => ownedEntry(at.own, entry) !== undefined);
  return entries.length === 0 ? undefined : entries;
}

function projectList(frame: Frame, at: Spot, wanted: readonly Json[], live: readonly Json[]): readonly Json[] {
  const entry = listEntry(frame.id, at.path);
  const keys = entry && sharedKeys(entry, [wanted, live]);
  if (keys === undefined) return projectUnnamed(frame, at, wanted, live);
  const byKey = new Map(wanted.map((value) => [entryKey(value, keys), value]));
  return live.flatMap((value) => {
    const match = byKey.get(entryKey(value, keys));
    const spot = entrySpot(at, value);
    if (match !== undefined) return [project(frame, spot, match, value)];
    // Lists that are kept entry by entry hold other people's as well; any other list is ours with all that is in it.
    return isGranular(at.any) && spot.own === undefined ? [] : [value];
  });
}

/** Entries without names: each is taken for the wanted one that it projects onto without a difference, else for the one in its place if nobody else took that. */
function projectUnnamed(frame: Frame, at: Spot, wanted: readonly Json[], live: readonly Json[]): readonly Json[] {
  const onto = (index: number, place: number) =>
    project(frame, entrySpot(at, live[index] ?? null), wanted[place] ?? null, live[index] ?? null);
  const taken = new Map<number, number>();
  for (const index of live.keys()) {
    const places = [index, ...wanted.keys()].filter((place) => place < wanted.length && ![...taken.values()].includes(place));
    const exact = places.find((place) => canonical(onto(index, place)) === canonical(wanted[place]));
    if (exact !== undefined) taken.set(index, exact);
  }
  const free = (place: number) => place < wanted.length && ![...taken.values()].includes(place);
  return live.map((value, index) => {
    const place = taken.get(index) ?? (free(index) ? index : undefined);
    return place === undefined ? value : onto(index, place);
  });
}

function under(at: Spot, key: string): Inner {
  return {
    path: at.path === "" ? key : `${at.path}.${key}`,
    own: ownedAt(at.own, key),
    any: ownedAt(at.any, key),
    theirs: ownedAt(at.theirs, key),
    isInside: at.any === "whole",
  };
}

function entrySpot(at: Spot, entry: Json): Spot {
  return {
    path: `${at.path}[]`,
    own: ownedEntry(at.own, entry),
    any: ownedEntry(at.any, entry),
    theirs: ownedEntry(at.theirs, entry),
  };
}

/**
 * Kinds that are part of Kubernetes leave empty values out when they are stored; definitions of others keep them. Ours is the value if we applied it; before the
 * object is ours there are no books, and the benefit of the doubt.
 */
function keepsNoEmpties(frame: Frame, at: Spot, wanted: Json): boolean {
  if (isEmptyMap(wanted) && textMaps.test(at.path) && (frame.rules.isBuiltIn || at.path.startsWith("metadata."))) return true;
  return frame.rules.isBuiltIn && (at.own !== undefined || !frame.isSettled);
}

/**
 * Maps of texts that no API server keeps when they are empty, whoever defined the kind: without entries the books name nothing, so they cannot tell.
 */
const textMaps = /(?:^|\.)(?:labels|annotations|matchLabels|nodeSelector)$|^(?:data|binaryData|stringData|spec\.selector)$/u;

function isEmptyMap(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** Nothing, in one of its spellings, all the way down. */
function isHollow(value: Json): boolean {
  if (isList(value)) return value.length === 0;
  if (isObject(value)) return Object.values(value).every((entry) => entry === undefined || isHollow(entry));
  return value === null || value === "" || value === 0 || value === false;
}
