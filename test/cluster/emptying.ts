import type { KubeObject, LabCluster } from "./lab/index.ts";

const systemPath = "/api/v1/namespaces/istio-system";
const definitionsPath = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const ours = "?labelSelector=isthmus.dev%2Fmesh";

/**
 * Makes a cluster as empty of a mesh as it was on its first day: a new lab for every first install would take longer than the install. Webhooks go first, because
 * nobody would answer them; with the system namespace go the lease, the ledger and the inventory; pods are not waited for.
 */
export async function emptied({ api }: LabCluster): Promise<void> {
  const webhooks = ["mutating", "validating"].map((kind) => `/apis/admissionregistration.k8s.io/v1/${kind}webhookconfigurations`);
  const roles = ["clusterroles", "clusterrolebindings"].map((kind) => `/apis/rbac.authorization.k8s.io/v1/${kind}`);
  for (const path of webhooks) await api.request("DELETE", path + ours);
  await api.request("DELETE", systemPath);
  await api.request("DELETE", `${systemPath}/pods?gracePeriodSeconds=0`);
  for (const path of roles) await api.request("DELETE", path + ours);
  const definitions = (await api.list(definitionsPath)).map(nameOf).filter((name) => name.endsWith(".istio.io"));
  await Promise.all(definitions.map((name) => api.request("DELETE", `${definitionsPath}/${name}`)));
  for (const path of [systemPath, ...definitions.map((name) => `${definitionsPath}/${name}`)]) await api.waitFor(path, isGone);
}

const isGone = (object: KubeObject | undefined): boolean => object === undefined;

function nameOf({ metadata }: KubeObject): string {
  return (metadata as { readonly name: string }).name;
}
