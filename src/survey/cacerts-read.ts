import type { CacertsVerdict, TrustPosition } from "../model/certificate.ts";
import type { CertificateFacts } from "../model/change.ts";
import type { Live, ObjectRef } from "../model/live.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import { type Certificate, leafLifeMs, renewAt } from "../trust/index.ts";
import type { ClusterApi, LiveWorld } from "../world.ts";
import { judgeCacerts, positionIn } from "./cacerts.ts";
import { judgeServing, otherRoots } from "./cacerts-csr.ts";
import { type Held, readHeld } from "./cacerts-held.ts";
import { trustedClusters } from "./cacerts-rotation.ts";
import { readSpread, type Spread, whyLate } from "./cacerts-spread.ts";

/** What one cluster's istiod signs with, and what must become of it. */
export interface ClusterTrust {
  readonly cluster: string;
  readonly verdict: CacertsVerdict;
  /** What istiod signs with, or with istio-csr serves with; `undefined` when there is none, or it could not be read. */
  readonly signing: CertificateFacts | undefined;
  /** From when on it should be renewed; milliseconds since 1970. */
  readonly renewAt: number | undefined;
  readonly roots: readonly { readonly subject: string; readonly fingerprint: string; readonly notAfter: string }[];
}

/** What was read in one cluster. */
export interface TrustRead {
  readonly cluster: Cluster;
  /** Secret `cacerts`; where cert-manager signs, `istiod-tls`. */
  readonly secret: Live;
  readonly selfSigned: Live;
  /** ConfigMap `istio-ca-root-cert` of the system namespace; only where cert-manager signs. */
  readonly given: Live;
  /** Only in the phases of a rotation that depend on it. */
  readonly spread: Spread | undefined;
}

/** By what it is judged. */
export interface TrustWish {
  readonly mesh: Mesh;
  /** Clusters whose intermediates somebody wants renewed now. */
  readonly renew?: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Reads and judges the trust of every cluster that has an istiod of its own, in the mesh's order. Never throws for a cluster's or the signer's sake. */
export async function surveyTrust(world: LiveWorld, wish: Omit<TrustWish, "at">): Promise<readonly ClusterTrust[]> {
  const { mesh } = wish;
  const at = world.clock.now();
  const read = trustedClusters(mesh).map((cluster) => readTrust(world.clusters.of(cluster), cluster, mesh));
  return judgeTrust(world, await Promise.all(read), { ...wish, at });
}

/** The Secret that a cluster's istiod signs with, or with istio-csr serves with. */
export function trustRef({ trust: { signer } }: Mesh, cluster: Cluster): ObjectRef {
  return secretRef(cluster, signer.kind === "certManager" ? "istiod-tls" : "cacerts");
}

/** Reads what speaks about a cluster's trust; `known` is the Secret of `trustRef` when it was read already. Never throws for the cluster's sake. */
export async function readTrust(api: ClusterApi, cluster: Cluster, mesh: Mesh, known?: Live): Promise<TrustRead> {
  const secret = known ?? (await api.read(trustRef(mesh, cluster)));
  // istiod's own root only matters where there is nothing else; nobody is asked for a right that is not needed.
  const isManaged = mesh.trust.signer.kind === "certManager";
  const nothing: Live = { kind: "absent" };
  const [selfSigned, given, spread] = await Promise.all([
    secret.kind === "absent" && !isManaged ? api.read(secretRef(cluster, "istio-ca-secret")) : nothing,
    secret.kind === "present" && isManaged ? api.read(rootsRef(cluster)) : nothing,
    secret.kind === "present" ? readSpread(api, cluster, mesh) : undefined,
  ]);
  return { cluster, secret, selfSigned, given, spread };
}

/** Judges what was read: all clusters together, because a rotation goes on only when each of them has come far enough. */
export async function judgeTrust(world: LiveWorld, read: readonly TrustRead[], wish: TrustWish): Promise<readonly ClusterTrust[]> {
  const { mesh, renew = [], at } = wish;
  if (mesh.trust.signer.kind === "certManager") return managed(read, wish);
  const roots = read.length === 0 ? undefined : await signerRoots(world, mesh);
  const positions = positionsOf(read, wish);
  return read.map(({ cluster, secret: cacerts, selfSigned }) => {
    const live = { cacerts, selfSigned, hasProxies: undefined };
    const verdict = judgeCacerts(live, { mesh, cluster, roots, at, renew: renew.includes(cluster.name), positions });
    const held = cacerts.kind === "present" ? readHeld(cacerts, { at, trustDomain: cluster.trustDomain }) : undefined;
    return { cluster: cluster.name, verdict, ...toldOf(held, cluster) };
  });
}

/** With istio-csr istiod signs nothing: what counts is the certificate it serves with, and that all clusters trust each other. */
function managed(read: readonly TrustRead[], { mesh, at }: TrustWish): readonly ClusterTrust[] {
  const judged = read.map((each) => ({ cluster: each.cluster.name, ...judgeServing(each, mesh, at) }));
  const roots = new Map(judged.map((each) => [each.cluster, each.roots]));
  return judged.map(({ cluster, verdict, certificate, roots: own }) => ({
    cluster,
    verdict: verdict.kind === "keep" ? (otherRoots(cluster, roots) ?? verdict) : verdict,
    signing: certificate?.facts,
    renewAt: undefined,
    roots: own.map(rootFacts),
  }));
}

function positionsOf(read: readonly TrustRead[], { at }: TrustWish): ReadonlyMap<string, TrustPosition | "none"> {
  const known = read.flatMap(({ cluster, secret, spread }): readonly (readonly [string, TrustPosition | "none"])[] => {
    const position = positionIn(secret, cluster, at);
    if (position === undefined || position === "none" || spread === undefined)
      return position === undefined ? [] : [[cluster.name, position]];
    const late = whyLate(secret, spread, { cluster, at });
    // What istiod hands out could not be read: then nobody knows how far the cluster is.
    if (late instanceof Problem) return [];
    return [[cluster.name, late === undefined ? position : { ...position, late }]];
  });
  return new Map(known);
}

/** Roots that cannot be had are a problem that is told for each cluster which would need them. */
async function signerRoots({ signers }: LiveWorld, mesh: Mesh): Promise<string | Problem | undefined> {
  const { kind } = mesh.trust.signer;
  if (kind !== "builtin" && kind !== "command") return undefined;
  try {
    return await signers.of(mesh).roots();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** The roots that proxies of the system namespace trust. */
export function rootsRef({ systemNamespace: namespace }: Cluster): ObjectRef {
  return { apiVersion: "v1", group: "", kind: "ConfigMap", namespace, name: "istio-ca-root-cert" };
}

function secretRef({ systemNamespace }: Cluster, name: string): ObjectRef {
  return { apiVersion: "v1", group: "", kind: "Secret", namespace: systemNamespace, name };
}

function toldOf(held: Held | undefined, cluster: Cluster): Pick<ClusterTrust, "signing" | "renewAt" | "roots"> {
  const signing = held?.chain[0];
  return {
    signing: signing?.facts,
    renewAt: signing && renewAt(signing, leafLifeMs(cluster)),
    roots: (held?.roots ?? []).map(rootFacts),
  };
}

function rootFacts({ facts, fingerprint }: Certificate): ClusterTrust["roots"][number] {
  return { subject: facts.subject, fingerprint, notAfter: facts.notAfter };
}
