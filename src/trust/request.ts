import type { IntermediateRequest } from "../model/certificate.ts";
import { secondsIn } from "../model/duration.ts";
import { textAt } from "../model/json.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";

/** A year: renewed well before its end, with time for a person to look when that fails. */
const defaultLifeMs = 365 * 24 * 3_600_000;

/** Clocks of clusters differ: a certificate is good a little before it was made. */
const backdatedMs = 5 * 60_000;

/** What to ask the mesh's signer for, for one cluster. `at` is milliseconds since 1970. */
export function intermediateRequest(mesh: Mesh, cluster: Cluster, at: number): IntermediateRequest {
  return {
    cluster: cluster.name,
    meshId: mesh.meshId,
    trustDomain: cluster.trustDomain,
    systemNamespace: cluster.systemNamespace,
    notBefore: at - backdatedMs,
    notAfter: at + lifeMs(mesh),
  };
}

function lifeMs({ trust: { signer } }: Mesh): number {
  const validity = signer.kind === "builtin" ? textAt(signer.root, "validity") : undefined;
  const wanted = (secondsIn(validity ?? "") ?? 0) * 1000;
  return wanted > 0 ? wanted : defaultLifeMs;
}
