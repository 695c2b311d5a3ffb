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
