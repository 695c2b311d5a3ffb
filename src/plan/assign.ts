import { isGatewayApi } from "../catalog/gateway-api.ts";
import type { Change } from "../model/change.ts";
import { textAt } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import type { StepKind } from "../model/plan.ts";
import { type StationKind, station, trustStation } from "./draft.ts";

/** Which step a change belongs to in one cluster. */
export interface Assignment {
  readonly id: string;
  readonly kind: StepKind;
  readonly station: string;
  readonly peer: string | undefined;
}

/** What an assignment asks about the mesh. */
export interface Around {
  /** Clusters that leave the mesh: everything in them is removed as one. */
  readonly removed: ReadonlySet<string>;
  /** Clusters whose istiod runs elsewhere. */
  readonly remotes: ReadonlySet<string>;
  /** Name of the cluster that Istio calls this. */
  readonly named: (istioName: string) => string;
}

/** The step that does this change in this cluster. */
export function assign(change: Change, cluster: string, around: Around): Assignment {
  const manifest = change.after ?? change.before;
  const peer = manifest && peerOf(manifest, around);
  if (change.kind === "delete") return removal(manifest, peer, cluster, around);
  if (peer !== undefined) {
    const at: StationKind = manifest?.id.name === "istio-kubeconfig" ? "kubeconfig" : "remote-secret";
    return { id: `${cluster}/remote-secret/${peer}`, kind: "remote-secret", station: station(cluster, at), peer };
  }
  const kind = around.remotes.has(cluster) && isIdentity(manifest) ? "reader" : kindOf(change, manifest);
  if (kind === "certificates") return { id: trustStation, kind, station: trustStation, peer: undefined };
  return { id: `${cluster}/${nameOf(kind, manifest)}`, kind, station: station(cluster, kind), peer: undefined };
}

function removal(manifest: Manifest | undefined, peer: string | undefined, cluster: string, { removed }: Around): Assignment {
  const at = (id: string): Assignment => ({ id, kind: "prune", station: station(cluster, "prune"), peer: undefined });
  if (removed.has(cluster)) return at(`${cluster}/prune`);
  if (peer !== undefined) {
    return { id: `${cluster}/remote-secret/${peer}`, kind: "remote-secret", station: station(cluster, "disconnect"), peer };
  }
  const origin = manifest?.origin;
  // A release that goes is a step of its own: an old istiod must go last, and each can be looked at alone.
  return origin?.kind === "chart" ? at(`${cluster}/prune/${origin.release}`) : at(`${cluster}/prune`);
}

/** The cluster that a remote secret (or an external istiod's kubeconfig) leads to. */
function peerOf({ id, stage, object }: Manifest, { named }: Around): string | undefined {
  if (id.kind !== "Secret" || stage !== "discovery") return undefined;
  const name = textAt(object, "metadata", "annotations", "networking.istio.io/cluster");
  return name === undefined ? undefined : named(name);
}

function kindOf(change: Change, manifest: Manifest | undefined): StepKind {
  if (change.stage === "certificates") return "certificates";
  if (change.stage === "namespaces" || change.id.kind === "Namespace") return "namespace";
  // Wherever they were written: gateways of an ambient mesh are objects of these kinds.
  if (isGatewayApi(change.id)) return "gateway-api";
  if (change.stage === "config") return "config";
  if (change.stage === "discovery" || isReaderRole(change)) return "reader";
  if (movesDefault(change)) return "default-revision";
  if (manifest?.origin.kind === "chart") return chartKind(manifest.origin.chart);
  // The load balancer before an istiod outside the mesh: the address that everything else is told.
  if (change.stage === "gateways" && change.id.kind === "Service") return "gateway";
  if (change.stage === "gateways")
    return change.id.group === "gateway.networking.k8s.io" && change.id.kind === "Gateway" ? "gateway" : "expose";
  return "base";
}

/** The charts bring the reader's role with istiod, but a remote's istiod release comes after the secret that needs the role (reference 0.1 no. 1). */
function isReaderRole({ id }: Change): boolean {
  return id.group === "rbac.authorization.k8s.io" && id.name.startsWith("istio-reader-clusterrole");
}

/**
 * Accounts and rights of the istiod release of a remote: by them the istiod elsewhere reads this cluster, configuration included, so it has them before it has
 * its token, and the rest of that release comes after.
 */
function isIdentity(manifest: Manifest | undefined): boolean {
  if (manifest?.origin.kind !== "chart" || manifest.origin.chart !== "istiod") return false;
  const { group, kind } = manifest.id;
  return group === "rbac.authorization.k8s.io" || (group === "" && kind === "ServiceAccount");
}

/** A webhook that turns from one revision to another: the default validator, or a tag (reference 0.1 no. 5). */
function movesDefault({ id, kind, fields }: Change): boolean {
  if (kind !== "update") return false;
  const isDefault = id.name === "istiod-default-validator" || /^istiod?-revision-tag-/u.test(id.name);
  return isDefault && fields.some(({ path }) => /clientConfig\.service|istio\.io\/rev|spec\.selector/u.test(path));
}

function chartKind(chart: string): StepKind {
  switch (chart) {
    case "istiod":
    case "cni":
    case "ztunnel":
    case "gateway":
      return chart;
    default:
      return "base";
  }
}

/** Several gateways and several revisions of istiod live in one cluster: each is a step. */
function nameOf(kind: StepKind, manifest: Manifest | undefined): string {
  const release = manifest?.origin.kind === "chart" ? manifest.origin.release : manifest?.id.name;
  if (kind === "gateway") return `gateway/${release}`;
  return kind === "istiod" && release !== undefined ? release : kind;
}
