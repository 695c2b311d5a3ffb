import { resourceOf } from "../../catalog/resources.ts";
import { dependentsOf } from "../../model/dependents.ts";
import type { ObjectRef } from "../../model/live.ts";
import type { ObjectId } from "../../model/manifest.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import type { Step, StepKind } from "../../model/plan.ts";
import { probeCommon, probeName, probeNamespace, probePorts } from "../../model/probe.ts";
import { shardName, stateNames } from "../../model/state.ts";
import { rootsRef, trustRef } from "../cacerts-read.ts";
import { readsOf } from "../reads.ts";
import { onObject, type Right, rights } from "./right.ts";

/** What each kind of work needs. The checks before a run and the role that `isthmus access` prints are both made from this, so they cannot differ. */

type Writing = Step["writes"][number]["kind"];

/** Server-side apply is a patch; where it makes the object, the API server asks for `create` as well. */
const verbs: Readonly<Record<Writing, readonly string[]>> = {
  create: ["get", "create", "patch"],
  update: ["get", "patch"],
  replace: ["get", "delete", "create", "patch"],
  delete: ["get", "delete"],
};

/** To write one object in this way. */
export function writeRights(id: ObjectId, how: Writing): readonly Right[] {
  // The key of a certificate is stored with `create` or `update`, so that two runs cannot mix theirs.
  const more = id.group === "" && id.kind === "Secret" && id.name === "cacerts" && how !== "delete" ? ["update"] : [];
  return onObject([...verbs[how], ...more], id, how === "delete" ? "remove what is wanted no more" : "write what the mesh wants");
}

/** To see what still needs an object, before it is deleted. What is never deleted needs no look. */
export function dependentRights(id: ObjectId): readonly Right[] {
  return dependentsOf(id).flatMap(({ apiVersion, kind, isNamespaced }) => {
    const [group = ""] = apiVersion.includes("/") ? apiVersion.split("/") : [];
    const on = { group, resource: resourceOf({ group, kind }), namespace: isNamespaced === true ? id.namespace : "" };
    return rights(["list"], on, "see what still needs what is removed");
  });
}

/** To read these objects, in the way a survey reads them. */
export function readRights(refs: readonly ObjectRef[]): readonly Right[] {
  const { listings, singles } = readsOf(refs);
  const purpose = "see what is there";
  return [
    ...listings.flatMap(({ kind, namespace, refs: [first] }) =>
      rights(["list"], { group: first?.group ?? "", resource: resourceOf({ group: first?.group ?? "", kind }), namespace }, purpose),
    ),
    ...[...listings.flatMap(({ refs: members }) => members), ...singles].flatMap((ref) => onObject(["get"], ref, purpose)),
  ];
}

/** To see which istiods run; a survey asks in every cluster. */
export function istiodRights({ systemNamespace }: Cluster): readonly Right[] {
  return rights(["list"], { group: "apps", resource: "deployments", namespace: systemNamespace }, "see which istiods run");
}

/** To judge what its istiod signs with: before anything is written, and in every plan. */
export function trustRights(mesh: Mesh, cluster: Cluster): readonly Right[] {
  if (cluster.role === "remote") return [];
  const purpose = "see what its istiod signs with";
  const ref = trustRef(mesh, cluster);
  if (mesh.trust.signer.kind === "certManager")
    return [
      ...onObject(["get"], ref, "see what its istiod serves with"),
      ...onObject(["get"], rootsRef(cluster), "see whom its proxies trust"),
    ];
  return [...onObject(["get"], ref, purpose), ...onObject(["get"], { ...ref, name: "istio-ca-secret" }, purpose)];
}

/** Objects that one ConfigMap of the inventory holds for sure; there are about 4,000 where names are short. */
const entriesPerShard = 2500;

/** How many ConfigMaps the inventory of a cluster with so many objects may need: their number only ever doubles. */
function shardsFor(objects: number): number {
  return objects <= entriesPerShard ? 1 : 2 ** Math.ceil(Math.log2(objects / entriesPerShard));
}

/** To keep the lease, the ledger and the inventory of so many `objects`. */
export function stateRights({ systemNamespace: namespace }: Cluster, objects: number): readonly Right[] {
  const lease = { group: "coordination.k8s.io", kind: "Lease", namespace, name: stateNames.lease };
  const shards = Array.from({ length: shardsFor(objects) }, (_, index) => shardName(index));
  const maps = [...shards, stateNames.ledger].map((name) => ({ group: "", kind: "ConfigMap", namespace, name }));
  return [
    ...onObject(["get", "create", "update", "delete"], lease, "hold the cluster while it is written to"),
    ...onObject(["get"], { ...lease, name: stateNames.lock }, "see whether somebody keeps the cluster from being changed"),
    ...maps.flatMap((map) => onObject(["get", "create", "update"], map, "remember what was written")),
  ];
}

/** To keep a cluster from being changed by hand, to end that, and to tell a run to stop. */
export function lockRights(namespace: string): readonly Right[] {
  const lock = { group: "coordination.k8s.io", kind: "Lease", namespace, name: stateNames.lock };
  return [
    ...onObject(["get", "create", "update", "delete"], lock, "keep the cluster from being changed"),
    ...onObject(["get", "update"], { ...lock, name: stateNames.lease }, "tell a run to stop"),
  ];
}

/** What is looked at before the next step may begin, by kind of step, in the namespaces that the step writes to. */
const gates: Readonly<Partial<Record<StepKind, readonly Omit<Right, "namespace" | "name">[]>>> = {
  certificates: [look("list", "", "pods"), ...debugPages()],
  istiod: [
    look("get", "apps", "deployments"),
    look("list", "", "pods"),
    { verb: "create", group: "", resource: "pods", purpose: "try the injector with a pod in a dry run" },
    dryValidation(),
    ...debugPages(),
  ],
  cni: [look("get", "apps", "daemonsets"), look("list", "", "pods")],
  ztunnel: [look("get", "apps", "daemonsets"), look("list", "", "pods")],
  gateway: [look("get", "apps", "deployments"), look("list", "", "pods"), look("get", "", "services")],
  address: [look("get", "", "services")],
  "remote-secret": [look("list", "", "pods"), ...debugPages()],
  config: [look("list", "", "pods"), ...debugPages()],
  prune: [look("list", "", "pods"), ...debugPages()],
  "default-revision": [dryValidation()],
};

/** The API server asks istiod about a broken VirtualService, which is never stored. */
function dryValidation(): Omit<Right, "namespace" | "name"> {
  return { verb: "create", group: "networking.istio.io", resource: "virtualservices", purpose: "try istiod's validation in a dry run" };
}

function look(verb: string, group: string, resource: string): Omit<Right, "namespace" | "name"> {
  return { verb, group, resource, purpose: "wait until a step has worked" };
}

/** istiod's own account of the mesh, over a port-forward. */
function debugPages(): readonly Omit<Right, "namespace" | "name">[] {
  return [
    { verb: "create", group: "", resource: "pods/portforward", purpose: "ask istiod what it sees" },
    { verb: "get", group: "", resource: "pods/portforward", purpose: "ask istiod what it sees" },
    { verb: "get", group: "", resource: "pods/proxy", purpose: "ask istiod what it sees" },
  ];
}

/** To look at the gate of a step of this kind in a cluster; `namespaces` are those the step writes to. */
export function gateRights(kind: StepKind, { systemNamespace }: Cluster, namespaces: readonly string[]): readonly Right[] {
  const looks = gates[kind] ?? [];
  const places = kind === "gateway" || kind === "address" || kind === "cni" || kind === "ztunnel" ? namespaces : [systemNamespace];
  const roots = { group: "", kind: "ConfigMap", namespace: systemNamespace, name: "istio-ca-root-cert" };
  return [
    ...places.flatMap((namespace) => looks.map((entry) => ({ ...entry, namespace, name: "" }))),
    ...(kind === "certificates" ? onObject(["get"], roots, "see which roots istiod hands out") : []),
  ];
}

/** What a gate looks at again as soon as it changes. Without these it looks now and then, so no run needs them. */
const watchable: Readonly<Partial<Record<StepKind, readonly (readonly [group: string, resource: string])[]>>> = {
  istiod: [["apps", "deployments"]],
  cni: [["apps", "daemonsets"]],
  ztunnel: [["apps", "daemonsets"]],
  gateway: [["apps", "deployments"]],
  address: [["", "services"]],
};

/** To see at once that a step of this kind has worked; `namespaces` are those the step writes to. */
export function watchRights(kind: StepKind, { systemNamespace }: Cluster, namespaces: readonly string[]): readonly Right[] {
  const places = kind === "istiod" ? [systemNamespace] : namespaces;
  return (watchable[kind] ?? []).flatMap(([group, resource]) =>
    places.flatMap((namespace) => rights(["list", "watch"], { group, resource, namespace }, "see at once that a step has worked")),
  );
}

/** To see whether a namespace still names a revision or tag before its webhooks are deleted. */
export function namespaceRights(): readonly Right[] {
  return rights(["list"], { group: "", resource: "namespaces" }, "see which namespaces name a revision");
}

/** To restart workloads with an old proxy, wherever they are: only where the mesh switches that on. */
export function restartRights(): readonly Right[] {
  const purpose = "restart workloads that have an old proxy (rollout.restart)";
  const workloads = ["deployments", "statefulsets", "daemonsets"];
  return [
    ...["namespaces", "pods"].flatMap((resource) => rights(["list"], { group: "", resource }, purpose)),
    ...rights(["get"], { group: "apps", resource: "replicasets" }, purpose),
    ...workloads.flatMap((resource) => rights(["get", "patch"], { group: "apps", resource }, purpose)),
  ];
}

/** To look whether the mesh works, beyond what the gates of steps look at. */
export function lookRights(): readonly Right[] {
  const purpose = "look whether the mesh works";
  const hooks = ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"];
  return [
    ...hooks.flatMap((resource) => rights(["list"], { group: "admissionregistration.k8s.io", resource }, purpose)),
    ...rights(["list"], { group: "", resource: "configmaps", name: "istio-ca-root-cert" }, purpose),
    // The port by which a workload behind a gateway is asked for its certificate.
    ...rights(["get"], { group: "", resource: "services" }, purpose),
  ];
}

/**
 * To put the probe of `verify --probe` into a cluster, ask it, and take it away. Its namespace comes and goes with it, so no Role can stand there: these hold in every
 * namespace, and are narrowed to the names of the probe's own objects. Server-side apply names an object also when it makes it.
 */
export function probeRights(clusters: readonly Pick<Cluster, "name">[]): readonly Right[] {
  const write = (group: string, resource: string, names: readonly string[], verbs: readonly string[]): readonly Right[] =>
    names.flatMap((name) => rights(verbs, { group, resource, name }, "send requests between the clusters"));
  const names = clusters.map(probeName);
  return [
    ...write("", "namespaces", [probeNamespace], ["get", "create", "patch", "delete"]),
    ...write("security.istio.io", "peerauthentications", [probeCommon], ["create", "patch"]),
    ...write("", "configmaps", [probeCommon], ["create", "patch"]),
    ...write("", "serviceaccounts", names, ["create", "patch"]),
    ...write("", "services", names, ["create", "patch"]),
    ...write("apps", "deployments", names, ["get", "create", "patch"]),
    ...write(
      "",
      "services/proxy",
      names.map((name) => `${name}:${probePorts.control}`),
      ["get"],
    ),
  ];
}

/** To have a token made for an account in the cluster where it is. */
export function tokenRights(namespace: string, name: string): readonly Right[] {
  return rights(["create"], { group: "", resource: "serviceaccounts/token", namespace, name }, "make the token of a remote secret");
}

/** To take over what Helm installed: its records are read and, once the objects are ours, removed. */
export function helmRights(namespace: string): readonly Right[] {
  return rights(["list", "delete"], { group: "", resource: "secrets", namespace }, "find and retire Helm's release records");
}
