import { isMeshConfiguration } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import type { StepDraft } from "./draft.ts";

/** What is looked at when a step has written, before anything after it may start (reference 1.10). `undefined` where writing is enough. */
export function gateOf(step: StepDraft, cluster: Cluster | undefined): string | undefined {
  switch (step.kind) {
    case "namespace":
      return undefined;
    case "prune":
      return pruneGate(step);
    case "gateway-api":
    case "base":
      return definesKinds(step) ? "every CustomResourceDefinition is Established" : undefined;
    case "certificates":
      return "in every cluster `cacerts` is complete, its intermediate leads to the roots of the mesh beside it, and every istiod that runs signs with it";
    case "reader":
      return "the reader may list what istiod watches";
    case "istiod":
      return istiodGate(cluster);
    case "cni":
    case "ztunnel":
      return "the DaemonSet is ready on every node";
    case "gateway":
      return gatewayGate(step);
    case "address":
      return "the Service has a load-balancer address, and it answers";
    case "expose":
      return "the gateway answers on the exposed ports with the mesh's certificate";
    case "remote-secret":
      return secretGate(step);
    case "config":
      return configGate(step);
    case "restart":
      return "no workload has an old proxy left, and each that was restarted was ready before the next one";
    case "default-revision":
      return "the webhooks reach a ready istiod: a broken object is refused, a good one accepted, in a dry run";
  }
}

/** Looked at before anything is deleted. A release of istiod that only loses a part (an autoscaler) is needed by nobody the less. */
function pruneGate({ id, writes }: StepDraft): string | undefined {
  if (!id.includes("/prune/istiod")) return undefined;
  const goes = (kind: string) => writes.some((write) => write.kind === "delete" && write.id.kind === kind);
  const parts = [
    goes("Deployment") ? "no proxy is connected to it any more" : "",
    goes("MutatingWebhookConfiguration") ? "no namespace names it any more" : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join(", and ");
}

/** An istiod outside the mesh injects nothing where it runs. */
function istiodGate(cluster: Cluster | undefined): string {
  if (cluster?.role === "remote") return remoteIstiod(cluster);
  return cluster?.role === "external" ? "the Deployment is Available" : ownIstiod;
}

/** A load balancer alone is waited for by the step that needs its address. */
function gatewayGate({ writes }: StepDraft): string | undefined {
  if (writes.every(({ id }) => id.kind === "Service")) return undefined;
  return writes.some(({ id }) => id.kind === "Gateway")
    ? "the Gateway is Programmed, has an address, and the Deployment that istiod makes of it is Available"
    : "the Deployment is Available and its image is the injected one";
}

const workloads: ReadonlySet<string> = new Set(["apps/Deployment", "apps/DaemonSet", "apps/StatefulSet"]);

/** Proxies take what is theirs. Of what else lies under `config/` (a ConfigMap, a role, a webhook) only workloads have something to wait for. */
function configGate({ writes }: StepDraft): string | undefined {
  const isForProxies = writes.some(({ id }) => isMeshConfiguration(id));
  const isRolledOut = writes.some(({ id, kind }) => kind !== "delete" && workloads.has(`${id.group}/${id.kind}`));
  const parts = [isForProxies ? "every proxy has taken it, none refused it" : "", isRolledOut ? "every workload written is ready" : ""];
  const wanted = parts.filter((part) => part !== "");
  return wanted.length === 0 ? undefined : wanted.join("; ");
}

function secretGate({ peer = "the cluster", station }: StepDraft): string {
  if (station.endsWith("/disconnect")) return `no proxy lists endpoints of ${peer} any more`;
  return station.endsWith("/kubeconfig")
    ? `the kubeconfig may read the configuration in ${peer}`
    : `${peer} is \`synced\` in every istiod replica`;
}

const ownIstiod =
  "the Deployment is Available, `/ready` answers, the injector's `caBundle` is filled, and a dry-run pod in a labelled namespace gets a proxy";

function remoteIstiod({ primary }: Cluster): string {
  return `istiod of ${primary ?? "its primary"} has filled the injector's \`caBundle\` and written \`istio-ca-root-cert\`, and a dry-run pod gets a proxy`;
}

function definesKinds({ writes }: StepDraft): boolean {
  return writes.some(({ id, kind }) => id.kind === "CustomResourceDefinition" && kind !== "delete");
}
