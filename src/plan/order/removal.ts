import { type Edge, station, stepRef } from "../draft.ts";
import type { Given } from "./inside.ts";

/**
 * A cluster leaves: routing has left it in the others (their own order sees to that), every other cluster forgets it, and only when no proxy knows its
 * endpoints any more is it cleaned (reference 3.6).
 */
export function removal(removed: readonly string[], { steps }: Given): readonly Edge[] {
  const leaving = new Set(removed);
  return steps.flatMap(({ id, peer, station: at }): readonly Edge[] =>
    peer !== undefined && leaving.has(peer) && at.endsWith("/disconnect") ? [[stepRef(id), station(peer, "prune")]] : [],
  );
}
