import { type JsonObject, textAt } from "../../model/json.ts";
import { unnamedSign } from "../gates/named.ts";
import { desertedSign } from "../gates/proxies.ts";
import { awaitSign, certain, type Sign } from "../gates/wait.ts";
import { withoutSelected } from "../selected.ts";
import type { Task } from "../task.ts";
import { writeObjects } from "./objects.ts";

/**
 * Deletes what nothing asks for any more. A revision of istiod goes only when no proxy is connected to it, and it or a tag only when no namespace names it; in a
 * cluster that leaves the mesh they go with its proxies, for the others have forgotten the cluster by then. A gateway stays while somebody's Gateway selects it.
 * @throws Problem, StoppedError
 */
export async function prune(task: Task): Promise<void> {
  const { site, campaign } = task;
  const isLeaving = campaign.mesh.clusters.every(({ name }) => name !== site.cluster.name);
  // Nobody may look: then nobody knows that it is needed no more, and it stays.
  if (!isLeaving) for (const sign of signsBefore(task)) await awaitSign(task, certain(sign));
  await writeObjects(task, await withoutSelected(task));
}

/** A release of istiod may also lose a part (an autoscaler, a tag) and stay: then its proxies stay as well. */
function signsBefore(task: Task): readonly Sign[] {
  const { site, step } = task;
  const release = /\/prune\/istiod-?(.*)$/u.exec(step.id);
  if (release === null) return [];
  const goes = task.items.some(({ id, kind }) => kind === "delete" && id.group === "apps" && id.kind === "Deployment");
  const names = namesLost(task);
  return [
    ...(goes ? [desertedSign(site.api, { namespace: site.cluster.systemNamespace, revision: release[1] || "default" })] : []),
    ...(names.length === 0 ? [] : [unnamedSign(site.api, names)]),
  ];
}

/** Revisions and tags by which namespaces got their proxies and, after this step, would get none. */
function namesLost({ campaign, site, items }: Task): readonly string[] {
  const going = items.flatMap(({ id, kind }) => {
    const live = kind === "delete" && id.kind === "MutatingWebhookConfiguration" ? site.last(id) : undefined;
    return live === undefined ? [] : (nameOf(live.object) ?? []);
  });
  const staying = [...campaign.wanted(site.cluster.name).values()]
    .filter(({ id }) => id.kind === "MutatingWebhookConfiguration")
    .map(({ object }) => nameOf(object));
  return [...new Set(going)].filter((name) => !staying.includes(name)).sort();
}

/** What an injector answers to: its tag, else its revision. */
function nameOf(webhook: JsonObject): string | undefined {
  return textAt(webhook, "metadata", "labels", "istio.io/tag") ?? textAt(webhook, "metadata", "labels", "istio.io/rev");
}
