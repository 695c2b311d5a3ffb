import type { ObjectId, Stage } from "../model/manifest.ts";
import type { Step, StepKind } from "../model/plan.ts";

/**
 * A place in the order, named `<cluster>/<kind>`, that may hold several steps or none: orders are written between stations, so that what is not in a plan
 * does not have to be thought of. Two kinds of step have a second station: `kubeconfig` (how an istiod outside reads its configuration, needed before it
 * starts) and `disconnect` (a remote secret that goes: after routing has left the cluster, before anything there is removed).
 */
export type StationKind = StepKind | "kubeconfig" | "disconnect";

export type Write = Step["writes"][number];

/** A step before its place in the graph is known. */
export interface StepDraft {
  readonly id: string;
  readonly kind: StepKind;
  readonly stage: Stage;
  readonly station: string;
  readonly clusters: readonly string[];
  /** The cluster that a remote secret is about. */
  readonly peer: string | undefined;
  readonly writes: readonly Write[];
}

/** What must have passed before what: names of stations, or single steps by `stepRef`. */
export type Edge = readonly [before: string, after: string];

/** A single step in an edge; many steps are called like their station. */
export function stepRef(id: string): string {
  return `@${id}`;
}

/** The station of a kind of work in a cluster. */
export function station(cluster: string, kind: StationKind): string {
  return `${cluster}/${kind}`;
}

/** The one station of the trust barrier. */
export const trustStation = station("mesh", "certificates");

/** An object about to be written, and how. */
export function write(id: ObjectId, kind: Write["kind"]): Write {
  return { id, kind };
}
