import type { Cluster } from "../model/mesh.ts";
import type { Campaign } from "./campaign.ts";

/**
 * How the other clusters reach an API server: by its document, else as we do. `ca` is base64 as kubeconfigs have it; empty where the system's authorities are
 * trusted, which a kubeconfig says by saying nothing.
 * @throws Problem when it has to be asked and does not answer
 */
export async function serverOf(campaign: Campaign, cluster: Cluster): Promise<{ readonly url: string; readonly ca: string }> {
  const surveyed = campaign.job.survey.clusters.get(cluster.name);
  const facts = surveyed?.kind === "surveyed" ? surveyed.server : await campaign.world.clusters.of(cluster).server();
  const ca = cluster.apiServer.ca ?? facts.ca ?? "";
  return { url: cluster.apiServer.url ?? facts.url, ca: btoa(ca) };
}
