import { leadsNowhere } from "../../model/address.ts";
import { objectsOf } from "../../model/desired.ts";
import { idKey } from "../../model/manifest.ts";
import type { Unmet } from "../../model/prerequisite.ts";
import { isRemoteSecret, targetOf } from "../remote-secrets.ts";
import type { Aspect } from "./aspect.ts";

/** The other clusters can use the address of this API server that their secrets will hold: an address of this machine itself leads them nowhere. */
export function apiAddress({ scope, plan, cluster, seen }: Aspect): readonly Unmet[] {
  const { url } = cluster.apiServer;
  const address = url ?? seen.server.url;
  // First what costs nothing: who reads it is looked for among the secrets of all others.
  if (!leadsNowhere(address)) return [];
  const readers = readersOf({ scope, plan, cluster });
  if (readers.length === 0) return [];
  const from = url === undefined ? "as this machine reaches it, and `apiServer.url` names no other" : "as `apiServer.url` says";
  return [
    {
      cluster: cluster.name,
      kind: "api-address",
      seen: `Its API server is at ${address}, ${from}; from ${readers.join(", ")} that leads nowhere.`,
      remedy: "Set `spec.apiServer.url` to the address by which the pods of the other clusters reach it.",
    },
  ];
}

/** The clusters whose plan writes a secret that leads to this one. */
function readersOf({ scope, plan, cluster }: Pick<Aspect, "scope" | "plan" | "cluster">): readonly string[] {
  const readers = plan.steps.flatMap(({ kind, clusters, writes }) => {
    if (kind !== "remote-secret") return [];
    const keys = new Set(writes.flatMap((write) => (write.kind === "delete" ? [] : [idKey(write.id)])));
    return clusters.filter((name) =>
      objectsOf(scope.desired, name).some(
        (manifest) => keys.has(idKey(manifest.id)) && isRemoteSecret(manifest) && targetOf(manifest, scope.mesh.clusters) === cluster,
      ),
    );
  });
  return [...new Set(readers)].sort();
}
