import type { Mesh } from "../../model/mesh.ts";
import type { LiveWorld } from "../../world.ts";
import type { Observed } from "../observed.ts";
import { gatherCluster } from "./cluster.ts";
import { handshakes } from "./handshakes.ts";

/** Looks at everything that probes judge: all clusters at once, and then at what they say of their gateways. */
export async function gather(world: LiveWorld, mesh: Mesh): Promise<Observed> {
  const clusters = await Promise.all(mesh.clusters.map((cluster) => gatherCluster(world.clusters.of(cluster), cluster, mesh)));
  return { mesh, at: world.clock.now(), clusters, handshakes: await handshakes(world, mesh, clusters) };
}
