import type { Check } from "../model/health.ts";
import type { Problem } from "../model/problem.ts";
import type { ClusterSeen, Observed, Seen } from "./observed.ts";

/** A pure judgement: what was observed becomes checks. */
export type Probe = (observed: Observed) => readonly Check[];

/** Where something was looked at, and by which probe. */
export interface Place {
  readonly name: string;
  readonly cluster: string;
  readonly peer?: string | undefined;
}

/** It works: what was seen. */
export function passed(place: Place, observed: string): Check {
  return { ...at(place), verdict: "passed", observed, remedy: undefined };
}

/** It does not work: what was seen, and what to do. */
export function failed(place: Place, observed: string, remedy: string): Check {
  return { ...at(place), verdict: "failed", observed, remedy };
}

/** It could not be told: what was seen, and what would tell. */
export function unknown(place: Place, observed: string, remedy: string): Check {
  return { ...at(place), verdict: "unknown", observed, remedy };
}

/** What could not be seen, with the reason and the remedy of the problem that kept it from us. */
export function unseen(place: Place, why: Problem): Check {
  return unknown(place, why.message, why.remedy);
}

function at({ name, cluster, peer }: Place): Pick<Check, "name" | "cluster" | "peer"> {
  return { name, cluster, peer };
}

/**
 * Judges every cluster for itself; where what is needed was not seen, that is the check. A cluster whose API server does not answer is told once, by
 * `api-server`, and not again by every probe.
 */
export function perCluster<T>(
  name: string,
  observed: Observed,
  {
    of,
    concerns = () => true,
    judge,
  }: {
    readonly of: (seen: ClusterSeen) => Seen<T>;
    /** Clusters of which there is something to judge. */
    readonly concerns?: (seen: ClusterSeen) => boolean;
    readonly judge: (value: T, seen: ClusterSeen, place: Place) => readonly Check[];
  },
): readonly Check[] {
  return observed.clusters
    .filter(isRead)
    .filter(concerns)
    .flatMap((cluster) => {
      const place = { name, cluster: cluster.cluster.name };
      const found = of(cluster);
      return found.kind === "seen" ? judge(found.value, cluster, place) : [unseen(place, found.why)];
    });
}

/** `a`, `b`, `c` and 4 more. */
export function named(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  return names.length > most ? `${shown.join(", ")} and ${names.length - most} more` : shown.join(", ");
}

/** `1 replica`, `2 replicas`; `plural` for a noun that does not just take an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** Whether the API server of a cluster answered at all. */
export function isRead({ server }: ClusterSeen): boolean {
  return server.kind === "seen";
}
