import { classOf, objectsOf } from "../../model/desired.ts";
import { objectAt } from "../../model/json.ts";
import { refOf } from "../../model/live.ts";
import { idKey, type Manifest, type ObjectId } from "../../model/manifest.ts";
import type { Cluster } from "../../model/mesh.ts";
import type { Plan, Step } from "../../model/plan.ts";
import { signingClusters } from "../cacerts-rotation.ts";
import type { Scope } from "../scope.ts";
import { type Delegation, delegationOf } from "./rbac.ts";
import { type Right, rightKey } from "./right.ts";
import {
  dependentRights,
  gateRights,
  helmRights,
  istiodRights,
  lookRights,
  namespaceRights,
  readRights,
  restartRights,
  stateRights,
  tokenRights,
  trustRights,
  watchRights,
  writeRights,
} from "./table.ts";

/** What must be allowed in one cluster. */
export interface Needed {
  /** Sorted, each once. */
  readonly rights: readonly Right[];
  readonly delegations: readonly Delegation[];
}

/** What the steps of a plan need in a cluster; without steps there, nothing. */
export function neededFor(scope: Scope, plan: Plan, cluster: Cluster): Needed {
  const steps = plan.steps.filter(({ clusters }) => clusters.includes(cluster.name));
  const wanted = new Map(objectsOf(scope.desired, cluster.name).map((manifest) => [idKey(manifest.id), manifest]));
  const writes = steps.flatMap(({ writes }) => writes);
  const written = writes.flatMap(({ id, kind }) => (kind === "delete" ? [] : (wanted.get(idKey(id)) ?? [])));
  return needed(
    [
      ...(steps.length === 0 ? [] : stateRights(cluster, wanted.size)),
      ...writes.flatMap(({ id, kind }) => writeRights(id, kind)),
      ...writes.flatMap(({ id, kind }) => (kind === "delete" ? dependentRights(id) : [])),
      ...steps.flatMap((step) => gateRights(step.kind, cluster, namespacesIn(step))),
      ...(steps.some(endsInjection) ? namespaceRights() : []),
      ...(steps.some(({ kind }) => kind === "restart") ? restartRights() : []),
      ...tokensFrom(scope, plan, cluster),
    ],
    delegationsOf(written, wanted),
  );
}

/** All that a mesh may ever need in a cluster: everything it wants there written, changed, and removed where that is ever done. */
export function neededEver(scope: Scope, cluster: Cluster): Needed {
  const manifests = objectsOf(scope.desired, cluster.name);
  const wanted = new Map(manifests.map((manifest) => [idKey(manifest.id), manifest]));
  const kinds = ["istiod", "cni", "ztunnel", "gateway", "address", "remote-secret", "config", "prune"] as const;
  const gateways = [...new Set(cluster.gateways.map(({ namespace }) => namespace))];
  const components = [cluster.components.cni, cluster.components.ztunnel]
    .filter(({ enabled }) => enabled)
    .map(({ namespace }) => namespace);
  return needed(
    [
      ...(classOf(scope.desired, cluster.name) === undefined
        ? []
        : [...stateRights(cluster, wanted.size), ...istiodRights(cluster), ...lookRights()]),
      ...(classOf(scope.desired, cluster.name) === undefined ? [] : trustRights(scope.mesh, cluster)),
      ...(signingClusters(scope.mesh).includes(cluster) ? gateRights("certificates", cluster, []) : []),
      ...readRights(manifests.map(({ object, id }) => refOf(object, id))),
      ...manifests.flatMap(({ id }) => [
        ...writeRights(id, "create"),
        ...(isEverRemoved(id) ? [...writeRights(id, "delete"), ...dependentRights(id)] : []),
      ]),
      ...(manifests.some(({ id }) => id.kind === "MutatingWebhookConfiguration") ? namespaceRights() : []),
      ...(scope.mesh.rollout.restart === "rollout" && cluster.role !== "external" ? restartRights() : []),
      ...kinds.flatMap((kind) => {
        const places = kind === "cni" || kind === "ztunnel" ? components : gateways;
        return [...gateRights(kind, cluster, places), ...watchRights(kind, cluster, places)];
      }),
      ...tokenRightsIn(scope.desired, () => scope.mesh.clusters.flatMap(({ name }) => objectsOf(scope.desired, name)), cluster),
      ...(cluster.adopt ? [...new Set([cluster.systemNamespace, ...gateways, ...components])].flatMap(helmRights) : []),
    ],
    delegationsOf(manifests, wanted),
  );
}

function needed(rights: readonly Right[], delegations: readonly Delegation[]): Needed {
  const unique = new Map(rights.map((right) => [rightKey(right), right]));
  return { rights: [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []), delegations };
}

function delegationsOf(written: readonly Manifest[], wanted: ReadonlyMap<string, Manifest>): readonly Delegation[] {
  const roleAt = (id: ObjectId) => wanted.get(idKey(id))?.object;
  return written.flatMap(({ object, id }) => delegationOf(object, id, roleAt) ?? []);
}

/** What Isthmus never deletes needs no right to delete it (DESIGN §8). */
function isEverRemoved({ group, kind, name }: ObjectId): boolean {
  if (kind === "CustomResourceDefinition" || (group === "" && kind === "Namespace")) return false;
  return !(
    group === "" &&
    ((kind === "Secret" && name === "cacerts") || (kind === "ServiceAccount" && name === "istio-reader-service-account"))
  );
}

function endsInjection({ kind, writes }: Step): boolean {
  return kind === "prune" && writes.some(({ id }) => id.kind === "MutatingWebhookConfiguration");
}

function namespacesIn({ writes }: Step): readonly string[] {
  return [...new Set(writes.map(({ id }) => id.namespace).filter((namespace) => namespace !== ""))].sort();
}

/** Tokens that the plan has made in this cluster, for secrets that it writes elsewhere. */
function tokensFrom({ desired }: Scope, plan: Plan, cluster: Cluster): readonly Right[] {
  const written = (): readonly Manifest[] =>
    plan.steps.flatMap(({ clusters, writes }) => {
      const keys = new Set(writes.flatMap(({ id, kind }) => (id.kind === "Secret" && kind !== "delete" ? [idKey(id)] : [])));
      if (keys.size === 0) return [];
      return clusters.flatMap((name) => objectsOf(desired, name).filter(({ id }) => keys.has(idKey(id))));
    });
  return tokenRightsIn(plan, written, cluster);
}

const known = new WeakMap<object, ReadonlyMap<string, readonly Hole[]>>();

/** What the tokens in these secrets ask of a cluster. The secrets of all clusters lead to all others, so they are read once for a plan or a mesh, not once for each cluster of it. */
function tokenRightsIn(of: object, secrets: () => readonly Manifest[], cluster: Cluster): readonly Right[] {
  const holes = known.get(of) ?? Map.groupBy(tokenHoles(secrets()), (hole) => hole.cluster);
  known.set(of, holes);
  return (holes.get(cluster.name) ?? []).flatMap(({ namespace, name }) => tokenRights(namespace, name));
}

/** The account whose token a secret holds. */
interface Hole {
  readonly namespace: string;
  readonly name: string;
  readonly cluster: string;
}

function tokenHoles(manifests: readonly Manifest[]): readonly Hole[] {
  return manifests.flatMap(({ id, object }) => {
    if (id.kind !== "Secret") return [];
    const texts = Object.values(objectAt(object, "stringData")).filter((text) => typeof text === "string");
    return texts.flatMap((text) =>
      [...text.matchAll(/⟦token of ([^/⟧]+)\/([^ ⟧]+) in ([^⟧]+)⟧/gu)].map(([, namespace = "", name = "", cluster = ""]) => ({
        namespace,
        name,
        cluster,
      })),
    );
  });
}
