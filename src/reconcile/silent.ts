import type { ProblemCode } from "../catalog/problems.gen.ts";
import type { Json } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import type { Step } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import type { Campaign } from "./campaign.ts";
import { itemsOf } from "./task.ts";

/** What a cluster that is gone, or does not know us any more, makes of our requests. */
const silence: ReadonlySet<ProblemCode> = new Set([
  "cluster-unreachable",
  "cluster-slow",
  "cluster-overloaded",
  "credentials-refused",
  "credentials-unavailable",
]);

/** Remembers that a cluster did not answer. */
export function heardNothing({ silent }: Campaign, { code, facts }: Problem): void {
  const { cluster } = facts;
  if (silence.has(code) && typeof cluster === "string") silent.add(cluster);
}

/**
 * Whether a step may go on although an earlier one did not pass. Configuration waits for the remote secrets of its cluster, so that what it routes to is known; but
 * the secret of a cluster that does not answer cannot be made, and one that is dead must not hold up the others (DESIGN §8). What names that cluster or a network
 * that is its alone waits all the same: it would route to where nothing is known.
 */
export function needNotWait(campaign: Campaign, step: Step, before: Step): boolean {
  if (step.kind !== "config" || before.kind !== "remote-secret") return false;
  const peer = before.id.split("/")[2] ?? "";
  if (!campaign.silent.has(peer) || before.writes.every(({ kind }) => kind === "delete")) return false;
  const names = namesOf(campaign, peer);
  return step.clusters.every((cluster) =>
    itemsOf(campaign, step, cluster).every(({ manifest }) => manifest === undefined || !mentions(manifest.object, names)),
  );
}

/** What Istio calls a cluster, and its network where nobody shares it. */
function namesOf({ clusters }: Campaign, name: string): ReadonlySet<string> {
  const peer = clusters.get(name);
  if (peer === undefined) return new Set([name]);
  const isShared = [...clusters.values()].some((other) => other.name !== name && other.network === peer.network);
  return new Set([peer.name, peer.istioName, ...(isShared ? [] : [peer.network])]);
}

function mentions(value: Json, names: ReadonlySet<string>): boolean {
  if (typeof value === "string") return names.has(value);
  if (isList(value)) return value.some((entry) => mentions(entry, names));
  return isObject(value) && Object.values(value).some((entry) => entry !== undefined && mentions(entry, names));
}
