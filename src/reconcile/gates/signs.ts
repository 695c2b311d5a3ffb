import { type ObjectRef, refOf } from "../../model/live.ts";
import type { Manifest, ObjectId } from "../../model/manifest.ts";
import type { Task } from "../task.ts";
import { addressSign, answerSign, crossingSign, programmedSign } from "./address.ts";
import { certificateSigns } from "./certificates.ts";
import { definitionSign } from "./definitions.ts";
import { forgottenSign, syncedSign } from "./discovery.ts";
import { heardSign } from "./heard.ts";
import { authoritySign, injectionSign } from "./injector.ts";
import { acceptedSign } from "./proxies.ts";
import { proxySign } from "./proxy-image.ts";
import { readerSign } from "./reader.ts";
import { rootSign } from "./root.ts";
import { validatorSign } from "./validator.ts";
import type { Sign } from "./wait.ts";
import { workloadSign } from "./workload.ts";

/** What must be seen after a step, in the order in which it comes true. */
export function signsOf(task: Task): readonly Sign[] {
  const { site, step } = task;
  const namespace = site.cluster.systemNamespace;
  switch (step.kind) {
    case "namespace":
    case "prune":
    case "restart":
      // A revision that goes is looked at before anything of it is deleted, and a workload before the next one is restarted.
      return [];
    case "gateway-api":
    case "base":
      return written(task, "CustomResourceDefinition").map((id) => definitionSign(site.api, id));
    case "certificates":
      return written(task, "Secret").some(({ name }) => name === "cacerts") ? certificateSigns(task) : [];
    case "reader":
      return [readerSign(task)];
    case "istiod":
      return istiodSigns(task);
    case "cni":
    case "ztunnel":
      return workloads(task).map((manifest) => workloadSign(site.api, refOf(manifest.object, manifest.id)));
    case "gateway":
      return gatewaySigns(task);
    case "address":
      return [addressSign(task), answerSign(task)];
    case "expose":
      return [heardSign(task), acceptedSign(site.api, namespace, task.campaign.world.clock), crossingSign(task)];
    case "config":
      return [heardSign(task), acceptedSign(site.api, namespace, task.campaign.world.clock)];
    case "remote-secret":
      return secretSigns(task);
    case "default-revision":
      return validatorSigns(task);
  }
}

/** What the step wrote of a kind. */
function written({ items }: Task, kind: string): readonly ObjectId[] {
  return items.filter((item) => item.kind !== "delete" && item.id.kind === kind).map(({ id }) => id);
}

/** The objects of the release that a step brings: also those that did not change, for the release is what must work. */
export function releaseOf({ campaign, site, step }: Task): readonly Manifest[] {
  const [, ...rest] = step.id.split("/");
  const release = rest.at(-1) ?? "";
  const chart = step.kind;
  return [...campaign.wanted(site.cluster.name).values()].filter(
    ({ origin }) =>
      origin.kind === "chart" && origin.chart === chart && (chart === "cni" || chart === "ztunnel" || origin.release === release),
  );
}

function workloads(task: Task): readonly Manifest[] {
  return releaseOf(task).filter(({ id }) => id.group === "apps" && (id.kind === "Deployment" || id.kind === "DaemonSet"));
}

function istiodSigns(task: Task): readonly Sign[] {
  const { api, cluster } = task.site;
  const release = releaseOf(task);
  const injectors = release.filter(({ id }) => id.kind === "MutatingWebhookConfiguration").map(({ id }) => id);
  const revision = task.step.id.split("/")[1]?.replace(/^istiod-?/u, "") || "default";
  const namespace = cluster.systemNamespace;
  return [
    ...workloads(task).map((manifest) => workloadSign(api, refOf(manifest.object, manifest.id))),
    ...injectors.map((id) => authoritySign(api, id)),
    ...(cluster.role === "remote" ? [rootSign(api, namespace)] : []),
    ...(injectors.length === 0 ? [] : [injectionSign(api, { namespace, revision })]),
    ...validatorSigns(task),
  ];
}

/** Where no validator is wanted, nothing is validated. */
function validatorSigns({ campaign, site }: Task): readonly Sign[] {
  const { name, systemNamespace } = site.cluster;
  const isWanted = [...campaign.wanted(name).values()].some(({ id }) => id.kind === "ValidatingWebhookConfiguration");
  return isWanted ? [validatorSign(site.api, systemNamespace)] : [];
}

function gatewaySigns(task: Task): readonly Sign[] {
  const { api } = task.site;
  const gateways = task.items.filter(({ id, kind }) => kind !== "delete" && id.kind === "Gateway");
  // It is Programmed as soon as its Service has an address, whatever became of the pods behind it.
  if (gateways.length > 0) return gateways.flatMap(({ id }) => [programmedSign(api, id), workloadSign(api, deploymentOf(id))]);
  const deployments = workloads(task);
  return [
    ...deployments.map((manifest) => workloadSign(api, refOf(manifest.object, manifest.id))),
    ...deployments.map((manifest) => proxySign(api, manifest)),
  ];
}

/** What istiod makes of an east-west Gateway of an ambient mesh: a Deployment of its name. */
function deploymentOf({ namespace, name }: ObjectId): ObjectRef {
  return { apiVersion: "apps/v1", group: "apps", kind: "Deployment", namespace, name };
}

/** The kubeconfig of an istiod outside is only read when it starts: that its token reads what it must was tried before it was written. */
function secretSigns({ site, step, campaign, items }: Task): readonly Sign[] {
  const peerName = step.id.split("/")[2] ?? "";
  const peer = campaign.clusters.get(peerName)?.istioName ?? peerName;
  const peering = { namespace: site.cluster.systemNamespace, peer };
  if (items.length > 0 && items.every(({ kind }) => kind === "delete")) return [forgottenSign(site.api, peering)];
  return items.some(({ id }) => id.name === "istio-kubeconfig") ? [] : [syncedSign(site.api, peering)];
}
