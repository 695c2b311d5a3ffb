import type { Change } from "../../model/change.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import { objectAt, textAt } from "../../model/json.ts";
import type { Mesh } from "../../model/mesh.ts";
import type { Study } from "../../model/study.ts";
import { inClusters } from "../count.ts";
import { maskedText } from "../mask.ts";
import type { Told } from "../model.ts";
import { quoted, type Rich, words } from "../rich.ts";

/** What every speaker of sentences needs. */
export interface Context {
  readonly study: Study;
  readonly head: Mesh | undefined;
  readonly base: Mesh | undefined;
  /** Names of all clusters shown, for "in all 40 clusters". */
  readonly all: readonly string[];
  /** What the plan leaves where it is; not among the study's changes. */
  readonly kept: readonly Told[];
}

/** ` in east and west`; nothing when the mesh has one cluster only. */
export function where(context: Context, clusters: readonly string[]): Rich {
  return context.all.length < 2 ? [] : [...words(" "), ...inClusters(clusters, context.all)];
}

/** The specs on both sides of a change; an empty object where there is none. */
export function specs(change: Change): { readonly before: JsonObject; readonly after: JsonObject } {
  return { before: objectAt(change.before?.object, "spec"), after: objectAt(change.after?.object, "spec") };
}

/** `shop/checkout`, or the name alone for what is cluster-scoped. */
export function nameOf(change: Change): Rich {
  return quoted(change.id.namespace === "" ? change.id.name : `${change.id.namespace}/${change.id.name}`);
}

/** A value as it may stand in a sentence: short, secrets masked. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return "unset";
  return maskedText(typeof value === "string" ? value : JSON.stringify(value));
}

/** The texts in a list; anything else in it is left out. */
export function texts(list: readonly Json[]): readonly string[] {
  return list.filter((entry) => typeof entry === "string");
}

/** `name` of a list entry. */
export function entryName(entry: Json): string | undefined {
  return textAt(entry, "name");
}

/** What only one of two lists holds. */
export function gained(
  before: readonly string[],
  after: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return { added: after.filter((each) => !before.includes(each)), removed: before.filter((each) => !after.includes(each)) };
}
