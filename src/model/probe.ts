import type { Cluster } from "./mesh.ts";

/** Where the probe of `verify --probe` stands while it looks; the namespace is made for it and goes with it. */
export const probeNamespace = "isthmus-probe";

/** Where its program answers the mesh, and where it is told what to ask by the API server, which is not in the mesh. */
export const probePorts = { mesh: 8080, control: 8081 } as const;

/** What every cluster's probe calls what it has once. */
export const probeCommon = "probe";

/** The name of the probe's Service, Deployment and ServiceAccount for a cluster: the account tells who asks. */
export function probeName({ name }: Pick<Cluster, "name">): string {
  return `probe-${name}`;
}
