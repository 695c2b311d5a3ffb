import type { CacertsVerdict, TrustPosition } from "../model/certificate.ts";
import type { CertificateFacts } from "../model/change.ts";
import type { Live, ObjectRef } from "../model/live.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import { type Certificate, leafLifeMs, renewAt } from "../trust/index.ts";
import type { LiveWorld } from "../world.ts";
import { judgeCacerts, positionIn } from "./cacerts.ts";
import { judgeIstiodTls } from "./cacerts-csr.ts";
import { type Held, readHeld } from "./cacerts-held.ts";
import { signingClusters } from "./cacerts-rotation.ts";

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

interface Wish {
  readonly mesh: Mesh;
  /** Clusters whose intermediates somebody wants renewed now. */
  readonly renew?: readonly string[];
}

/** Reads and judges the trust of every cluster whose istiod signs, in the mesh's order. Never throws for a cluster's or the signer's sake. */
export async function surveyTrust(world: LiveWorld, { mesh, renew = [] }: Wish): Promise<readonly ClusterTrust[]> {
  const at = world.clock.now();
  if (mesh.trust.signer.kind === "certManager") return surveyManaged(world, mesh, at);
  const clusters = signingClusters(mesh);
  const [roots, ...read] = await Promise.all([signerRoots(world, mesh), ...clusters.map((cluster) => readOne(world, cluster))]);
  const positions = new Map<string, TrustPosition | "none">();
  for (const { cluster, cacerts } of read) {
    const position = positionIn(cacerts, cluster, at);
    if (position !== undefined) positions.set(cluster.name, position);
  }
  return read.map(({ cluster, cacerts, selfSigned }) => {
    const live = { cacerts, selfSigned, hasProxies: undefined };
    const verdict = judgeCacerts(live, { mesh, cluster, roots, at, renew: renew.includes(cluster.name), positions });
    const held = cacerts.kind === "present" ? readHeld(cacerts, { at, trustDomain: cluster.trustDomain }) : undefined;
    return { cluster: cluster.name, verdict, ...toldOf(held, cluster) };
  });
}

/** With istio-csr istiod signs nothing: what counts is the certificate it serves with. */
async function surveyManaged({ clusters }: LiveWorld, mesh: Mesh, at: number): Promise<readonly ClusterTrust[]> {
  const own = mesh.clusters.filter(({ role }) => role !== "remote");
  return Promise.all(
    own.map(async (cluster): Promise<ClusterTrust> => {
      const secret = await clusters.of(cluster).read(secretRef(cluster, "istiod-tls"));
      const { verdict, serving } = judgeIstiodTls(secret, { mesh, cluster, at });
      return { cluster: cluster.name, verdict, signing: serving, renewAt: undefined, roots: [] };
    }),
  );
}

/** Roots that cannot be had are a problem that is told for each cluster which would need them. */
async function signerRoots({ signers }: LiveWorld, { trust: { signer } }: Mesh): Promise<string | Problem | undefined> {
  if (signer.kind !== "builtin" && signer.kind !== "command") return undefined;
  try {
    return await signers.of(signer).roots();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

interface Read {
  readonly cluster: Cluster;
  readonly cacerts: Live;
  readonly selfSigned: Live;
}

async function readOne({ clusters }: LiveWorld, cluster: Cluster): Promise<Read> {
  const api = clusters.of(cluster);
  const cacerts = await api.read(secretRef(cluster, "cacerts"));
  // istiod's own root only matters where there is nothing else; nobody is asked for a right that is not needed.
  const selfSigned: Live = cacerts.kind === "absent" ? await api.read(secretRef(cluster, "istio-ca-secret")) : { kind: "absent" };
  return { cluster, cacerts, selfSigned };
}

function secretRef({ systemNamespace }: Cluster, name: string): ObjectRef {
  return { apiVersion: "v1", group: "", kind: "Secret", namespace: systemNamespace, name };
}

function toldOf(held: Held | undefined, cluster: Cluster): Pick<ClusterTrust, "signing" | "renewAt" | "roots"> {
  const signing = held?.chain[0];
  return {
    signing: signing?.facts,
    renewAt: signing && renewAt(signing, leafLifeMs(cluster)),
    roots: (held?.roots ?? []).map(({ facts, fingerprint }: Certificate) => ({
      subject: facts.subject,
      fingerprint,
      notAfter: facts.notAfter,
    })),
  };
}
