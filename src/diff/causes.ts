import type { Cause } from "../model/change.ts";
import type { Desired, ManifestClass, ReleaseRecord } from "../model/desired.ts";
import type { Json } from "../model/json.ts";
import { isObject, textAt } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import { isSameJson } from "./compare.ts";

/** Both sides of a comparison, as far as causes ask about them. */
export interface Sides {
  readonly head: { readonly desired: Desired; readonly owner: ManifestClass | undefined };
  readonly base: { readonly desired: Desired; readonly owner: ManifestClass | undefined };
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

/** Why an object changed in a cluster that exists on both sides, when that is not simply "its file was edited". */
export function causeOf(sides: Sides, before: Manifest | undefined, after: Manifest | undefined): Cause | undefined {
  const peer = peerNamed(before, after);
  if (peer !== undefined && before === undefined && sides.added.has(peer)) return { kind: "cluster-added", cluster: peer };
  if (peer !== undefined && after === undefined && sides.removed.has(peer)) return { kind: "cluster-removed", cluster: peer };
  const origin = (after ?? before)?.origin;
  if (origin?.kind === "chart") return chartCause(sides, origin.release);
  return before !== undefined && after !== undefined && placeOf(before) !== placeOf(after) ? { kind: "placement" } : undefined;
}

/** The cluster that a remote secret is about. */
function peerNamed(before: Manifest | undefined, after: Manifest | undefined): string | undefined {
  const manifest = after ?? before;
  if (manifest?.id.kind !== "Secret" || manifest.stage !== "discovery") return undefined;
  return textAt(manifest.object, "metadata", "annotations", "networking.istio.io/cluster");
}

/**
 * The chart comes first: when it changed, what its values would have done alone cannot be told without rendering the mixture. An engine only explains
 * what neither chart nor values explain.
 */
function chartCause({ head, base }: Sides, name: string): Cause | undefined {
  const now = head.owner?.releases.find((release) => release.name === name);
  const was = base.owner?.releases.find((release) => release.name === name);
  if (now === undefined || was === undefined) return undefined;
  if (now.digest !== was.digest || now.version !== was.version) return { kind: "chart", chart: now.chart, ...versions(was, now) };
  const keys = changedKeys(was.values, now.values);
  if (keys.length > 0) return { kind: "values", chart: now.chart, keys };
  if (head.desired.engine === base.desired.engine) return undefined;
  return { kind: "engine", from: base.desired.engine, to: head.desired.engine };
}

/** Versions, with the beginning of the digest where the version alone would not tell them apart. */
function versions(was: ReleaseRecord, now: ReleaseRecord): { readonly from: string; readonly to: string } {
  if (was.version !== now.version) return { from: was.version, to: now.version };
  return { from: withDigest(was), to: withDigest(now) };
}

function withDigest({ version, digest }: ReleaseRecord): string {
  return `${version} (${digest.slice(0, "sha256:".length + 12)})`;
}

/** Paths of the values that differ, sorted: `pilot.autoscaleMin`. Lists count as one value. */
export function changedKeys(before: Json | undefined, after: Json | undefined, path = ""): readonly string[] {
  if (isSameJson(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [path];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => changedKeys(before[key], after[key], path === "" ? key : `${path}.${key}`));
}

/** The folder that decides where an object goes: `config/all`, `config/groups/eu`, `config/clusters/east`. */
function placeOf({ origin }: Manifest): string {
  if (origin.kind !== "config") return origin.kind;
  const [config = "", scope = "", name = ""] = origin.source.file.split("/");
  return scope === "all" ? `${config}/${scope}` : `${config}/${scope}/${name}`;
}
