import type { Problem } from "./problem.ts";

/** Something that lies in a cluster and ends. Times are milliseconds since 1970. */
export interface Expiry {
  /** `serving`: what istiod serves with where cert-manager signs. */
  readonly kind: "root" | "intermediate" | "serving" | "token";
  /** Where it lies. */
  readonly cluster: string;
  /** For a token: the cluster that it opens. */
  readonly peer: string | undefined;
  /** A certificate's subject; a token's Secret with its namespace. */
  readonly name: string;
  readonly ends: number;
  /** From when on something should be done: it is renewed, or somebody must begin. */
  readonly dueFrom: number;
}

/** Everything of a mesh that ends, the soonest first, and where nobody could look: what is there is not known, and not gone. */
export interface Calendar {
  /** The mesh's name. */
  readonly mesh: string;
  /** When it was looked at. */
  readonly at: number;
  readonly expiries: readonly Expiry[];
  readonly unread: ReadonlyMap<string, Problem>;
}

/** What should have been done already. */
export function dueOf({ expiries, at }: Calendar): readonly Expiry[] {
  return expiries.filter(({ dueFrom }) => dueFrom <= at);
}
