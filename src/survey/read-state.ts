import { problem } from "../catalog/problem.ts";
import type { JsonObject } from "../model/json.ts";
import type { Live } from "../model/live.ts";
import { Problem } from "../model/problem.ts";
import { inventoryOf, type Kept, leaseOf, ledgerOf, lockOf, otherMeshOf, shardName, shardsOf, stateNames } from "../model/state.ts";
import type { Surveyed } from "../model/survey.ts";
import type { ClusterApi } from "../world.ts";

type State = Pick<Surveyed, "inventory" | "ledger" | "lease" | "lock" | "unreadState">;

/**
 * What Isthmus keeps in the cluster. What could not be read or understood, or is of another mesh, is in `unreadState`, never taken for missing: what another mesh wrote
 * would be pruned here as nobody's.
 */
export async function readState(api: ClusterApi, namespace: string, mesh: string): Promise<State> {
  const map = (name: string) => api.read({ group: "", apiVersion: "v1", kind: "ConfigMap", namespace, name });
  const group = "coordination.k8s.io";
  const hold = (name: string) => api.read({ group, apiVersion: `${group}/v1`, kind: "Lease", namespace, name });
  const [shards, book, run, person] = await Promise.all([
    readShards((index) => map(shardName(index))),
    map(stateNames.ledger),
    hold(stateNames.lease),
    hold(stateNames.lock),
  ]);
  const about = (object: string) => ({ cluster: api.cluster, object });
  const own = (read: readonly JsonObject[] | Problem, object: string) => ofMesh(read, mesh, about(object));
  const [inventoryName, ledgerName] = [`configmap/${stateNames.inventory}`, `configmap/${stateNames.ledger}`];
  const inventory = understood(own(shards, inventoryName), inventoryOf, about(inventoryName));
  const ledger = understood(own(objectsIn(book), ledgerName), ([one]) => ledgerOf(one), about(ledgerName));
  const lease = understood(objectsIn(run), ([one]) => leaseOf(one), about(`lease/${stateNames.lease}`));
  const lock = understood(objectsIn(person), ([one]) => lockOf(one), about(`lease/${stateNames.lock}`));
  const parts = [
    ["inventory", inventory.why],
    ["ledger", ledger.why],
    ["lease", lease.why],
    ["lock", lock.why],
  ] as const;
  const unread = new Map(parts.flatMap(([name, why]) => (why === undefined ? [] : [[name, why] as const])));
  return {
    inventory: inventory.value,
    ledger: ledger.value,
    lease: lease.value,
    ...(lock.value === undefined ? {} : { lock: lock.value }),
    ...(unread.size === 0 ? {} : { unreadState: unread }),
  };
}

/** The ConfigMaps of the inventory that are there, or why one of them is not known. */
async function readShards(shard: (index: number) => Promise<Live>): Promise<readonly JsonObject[] | Problem> {
  const first = objectsIn(await shard(0));
  if (first instanceof Problem || first[0] === undefined) return first;
  const more = Array.from({ length: (shardsOf(first[0]) ?? 1) - 1 }, (_, index) => shard(index + 1));
  const rest = (await Promise.all(more)).map(objectsIn);
  const failed = rest.find((entry) => entry instanceof Problem);
  return failed ?? [...first, ...rest.flatMap((entry) => (entry instanceof Problem ? [] : entry))];
}

function objectsIn(live: Live): readonly JsonObject[] | Problem {
  switch (live.kind) {
    case "present":
      return [live.object];
    case "absent":
      return [];
    case "unknown":
      return live.why;
  }
}

interface About {
  readonly cluster: string;
  readonly object: string;
}

/** Objects of this mesh, or the problem that one of them is of another. */
function ofMesh(read: readonly JsonObject[] | Problem, mesh: string, about: About): readonly JsonObject[] | Problem {
  if (read instanceof Problem) return read;
  const other = read.map((object) => otherMeshOf(object, mesh)).find((name) => name !== undefined);
  return other === undefined ? read : problem("state-of-other-mesh", { ...about, other, mesh });
}

function understood<T>(
  read: readonly JsonObject[] | Problem,
  parse: (objects: readonly JsonObject[]) => Kept<T>,
  about: About,
): { readonly value: T | undefined; readonly why: Problem | undefined } {
  if (read instanceof Problem) return { value: undefined, why: read };
  const result = parse(read);
  if (result.kind === "known") return { value: result.value, why: undefined };
  return { value: undefined, why: problem("state-unreadable", { ...about, why: result.why }) };
}
