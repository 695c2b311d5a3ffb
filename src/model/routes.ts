import type { ObjectId } from "./manifest.ts";
import type { Place } from "./source.ts";

/** An object that decides about the requests for a host, and what it says, one thing a line. */
export interface Decider {
  readonly object: ObjectId;
  /** Where it is written; absent for what a chart or Isthmus made. */
  readonly place: Place | undefined;
  readonly says: readonly string[];
}

/** Who decides about the requests for one host in one cluster. */
export interface HostRoutes {
  /** In full, such as `checkout.shop.svc.cluster.local`. */
  readonly host: string;
  readonly cluster: string;
  /** In the order in which they take effect; `undefined`: the cluster was not in the mesh, or nobody knows what was before. */
  readonly before: readonly Decider[] | undefined;
  /** `undefined`: the cluster leaves the mesh. */
  readonly after: readonly Decider[] | undefined;
}

/**
 * What part of the requests each destination of a rule gets, in percent with at most two digits after the point, from the weights as written. Envoy divides by
 * their sum, whatever it is: 50 and 40 are 55.56 and 44.44. A weight that is no number counts as 0; where all are 0 nobody gets anything.
 */
export function sharesOf(weights: readonly unknown[]): readonly string[] {
  const numbers = weights.map((weight) => (typeof weight === "number" ? weight : 0));
  const total = numbers.reduce((sum, weight) => sum + weight, 0);
  return numbers.map((weight) => (total === 0 ? "0" : String(Math.round((weight * 10_000) / total) / 100)));
}
