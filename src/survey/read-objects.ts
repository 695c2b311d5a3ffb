import type { Live, ObjectRef, Present } from "../model/live.ts";
import { idKey, idOf } from "../model/manifest.ts";
import { Problem } from "../model/problem.ts";
import type { ClusterApi } from "../world.ts";
import { type Listing, readsOf } from "./reads.ts";

/**
 * These objects as they are, by `idKey`. Kinds with several are listed by our label; what the list does not have is read alone, because what is to be adopted has no
 * label yet. A list that we may not make is replaced by single reads; one that fails otherwise makes its objects unknown.
 */
export async function readObjects(api: ClusterApi, refs: readonly ObjectRef[], mesh: string): Promise<ReadonlyMap<string, Live>> {
  const { listings, singles } = readsOf(refs);
  const found = await Promise.all([...listings.map((listing) => readListing(api, listing, mesh)), readEach(api, singles)]);
  return new Map(found.flat());
}

type Found = readonly (readonly [string, Live])[];

async function readListing(api: ClusterApi, listing: Listing, mesh: string): Promise<Found> {
  const { apiVersion, kind, namespace, refs } = listing;
  const where = { apiVersion, kind, ...(namespace === "" ? {} : { namespace }), labels: `isthmus.dev/mesh=${mesh}` };
  const listed = await orProblem(api.list(where));
  if (listed instanceof Problem) {
    if (listed.code === "permission-missing") return readEach(api, refs);
    return refs.map((ref) => [idKey(ref), { kind: "unknown", why: listed }]);
  }
  const byKey = new Map(listed.map((present) => [keyOf(present), present]));
  const seen = refs.flatMap((ref): Found => {
    const present = byKey.get(idKey(ref));
    return present === undefined ? [] : [[idKey(ref), present]];
  });
  return [
    ...seen,
    ...(await readEach(
      api,
      refs.filter((ref) => !byKey.has(idKey(ref))),
    )),
  ];
}

function readEach(api: ClusterApi, refs: readonly ObjectRef[]): Promise<Found> {
  return Promise.all(refs.map(async (ref) => [idKey(ref), await api.read(ref)] as const));
}

function keyOf({ object }: Present): string {
  return idKey(idOf(object));
}

/** What was asked for, or the problem that kept it away; anything else that is thrown is a bug of ours and goes on. */
export async function orProblem<T>(asked: Promise<T>): Promise<T | Problem> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
