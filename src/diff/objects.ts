import type { Cause } from "../model/change.ts";
import type { Gap } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import { idKey } from "../model/manifest.ts";
import { isWithin } from "../model/source.ts";
import { causeOf, type Sides } from "./causes.ts";
import { certificateChanges } from "./certificates.ts";
import type { Comparison } from "./compare.ts";
import type { Draft } from "./draft.ts";
import { maskedManifest } from "./mask.ts";
import type { Pair } from "./pair.ts";

/** What a pair of classes gives: its changes, how many objects are equal, and which rules hid a difference (once per difference and cluster). */
export interface PairResult {
  readonly drafts: readonly Draft[];
  readonly equal: number;
  readonly hidden: readonly string[];
}

/** Compares object by object, by identity. */
export function compareObjects(pair: Pair, sides: Sides, compare: (before: Manifest, after: Manifest) => Comparison): PairResult {
  const before = new Map(pair.before.map((manifest) => [idKey(manifest.id), manifest]));
  const after = new Map(pair.after.map((manifest) => [idKey(manifest.id), manifest]));
  const drafts: Draft[] = [];
  const hidden: string[] = [];
  let equal = 0;
  for (const [key, manifest] of after) {
    const old = before.get(key);
    if (old === undefined) {
      drafts.push(oneSided(pair, sides, manifest, "after"));
      continue;
    }
    const comparison = compare(old, manifest);
    hidden.push(...comparison.hidden);
    if (comparison.fields.length === 0) equal++;
    else drafts.push(changed(pair, sides, old, manifest, comparison));
  }
  for (const [key, manifest] of before) if (!after.has(key)) drafts.push(oneSided(pair, sides, manifest, "before"));
  return { drafts, equal, hidden };
}

function changed(pair: Pair, sides: Sides, before: Manifest, after: Manifest, comparison: Comparison): Draft {
  return {
    id: after.id,
    stage: after.stage,
    kind: comparison.replaces === undefined ? "update" : "replace",
    clusters: pair.members,
    before: maskedManifest(before),
    after: maskedManifest(after),
    fields: comparison.fields,
    cause: causeOf(sides, before, after),
    why: comparison.replaces === undefined ? undefined : `\`${comparison.replaces}\` cannot be changed in place`,
    certificates: comparison.certificates,
  };
}

/** An object that only one side has: new, gone, or unknown when the other side could not be known where it would be. */
function oneSided(pair: Pair, sides: Sides, manifest: Manifest, side: "before" | "after"): Draft {
  const unknown = whyUnknown(pair, sides, manifest, side === "before" ? "head" : "base");
  const before = side === "before" ? manifest : undefined;
  const after = side === "after" ? manifest : undefined;
  return {
    id: manifest.id,
    stage: manifest.stage,
    kind: unknown !== undefined ? "unknown" : side === "before" ? "delete" : "create",
    clusters: pair.members,
    before: before && maskedManifest(before),
    after: after && maskedManifest(after),
    fields: [],
    cause: unknown === undefined ? (wholeCluster(pair) ?? causeOf(sides, before, after)) : undefined,
    why: unknown,
    certificates: certificateChanges(before?.object, after?.object),
  };
}

/** Why the side that misses the object cannot be believed, or `undefined` when it is really not there. */
function whyUnknown(pair: Pair, sides: Sides, manifest: Manifest, missing: "head" | "base"): string | undefined {
  const { unread } = sides[missing].desired;
  const unknown = pair[missing]?.unknown;
  if (unknown !== undefined) return unknown.objects.get(idKey(manifest.id)) ?? unknown.all;
  const where = missing === "head" ? "the head" : "the base";
  if (unread?.mesh) return `the mesh documents of ${where} cannot be read`;
  if (pair[missing] === undefined && unread?.clusters.includes(pair.members[0] ?? ""))
    return `the cluster's document in ${where} cannot be read`;
  const { origin } = manifest;
  // What is derived follows from all clusters together (secrets of peers, exposure for remotes): one unread document may be why it is missing.
  if (origin.kind === "derived" && unread !== undefined && unread.clusters.length > 0) {
    return `it may follow from a cluster whose document in ${where} cannot be read (${unread.clusters.join(", ")})`;
  }
  if (origin.kind === "config") {
    const lost = unread?.files.find((path) => isWithin(origin.source.file, path));
    if (lost !== undefined) return `\`${lost}\` of ${where} cannot be read`;
  }
  return pair[missing]?.gaps.find((gap) => comesFrom(gap, manifest))?.why;
}

/** True when the object would have been in the release that could not be rendered. */
function comesFrom(gap: Gap, { origin }: Manifest): boolean {
  return origin.kind === "chart" && origin.release === gap.release;
}

/** The cause of everything in a cluster that is new or gone as a whole. Which cluster is filled in when changes are grouped. */
function wholeCluster(pair: Pair): Cause | undefined {
  if (pair.base === undefined) return { kind: "cluster-added", cluster: "" };
  return pair.head === undefined ? { kind: "cluster-removed", cluster: "" } : undefined;
}
