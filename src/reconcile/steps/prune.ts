import { desertedSign } from "../gates/proxies.ts";
import { awaitSign } from "../gates/wait.ts";
import type { Task } from "../task.ts";
import { writeObjects } from "./objects.ts";

/**
 * Deletes what nothing asks for any more. A revision of istiod goes only when no proxy is connected to it; in a cluster that leaves the mesh it goes with its
 * proxies, for the others have forgotten the cluster by then.
 * @throws Problem, StoppedError
 */
export async function prune(task: Task): Promise<void> {
  const { site, step, campaign } = task;
  const release = /\/prune\/istiod-?(.*)$/u.exec(step.id);
  const isLeaving = campaign.mesh.clusters.every(({ name }) => name !== site.cluster.name);
  if (release !== null && !isLeaving) {
    const revision = release[1] || "default";
    await awaitSign(task, desertedSign(site.api, { namespace: site.cluster.systemNamespace, revision }));
  }
  await writeObjects(task);
}
