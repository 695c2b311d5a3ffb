import type { Calendar, Expiry } from "../model/expiry.ts";
import { textAt } from "../model/json.ts";
import type { Present, PrivateFacts } from "../model/live.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import { type Certificate, leafLifeMs, nameOf, renewAt } from "../trust/index.ts";
import type { ClusterApi, LiveWorld } from "../world.ts";
import { readHeld } from "./cacerts-held.ts";
import { trustRef } from "./cacerts-read.ts";
import { trustedClusters } from "./cacerts-rotation.ts";

const day = 86_400_000;

/** Reads what ends in every cluster that has an istiod of its own, and from when on somebody should care. Never throws for a cluster's sake. */
export async function readCalendar({ clusters, clock }: Pick<LiveWorld, "clusters" | "clock">, mesh: Mesh): Promise<Calendar> {
  const at = clock.now();
  const read = trustedClusters(mesh).map((cluster) => readCluster(clusters.of(cluster), { cluster, mesh, at }));
  const found = await Promise.all(read);
  return {
    mesh: mesh.name,
    at,
    expiries: found.flatMap((one) => (one instanceof Problem ? [] : one)).sort((a, b) => a.ends - b.ends || (keyOf(a) < keyOf(b) ? -1 : 1)),
    unread: new Map(trustedClusters(mesh).flatMap(({ name }, index) => (found[index] instanceof Problem ? [[name, found[index]]] : []))),
  };
}

function keyOf({ kind, cluster, peer = "", name }: Expiry): string {
  return [kind, cluster, peer, name].join("\n");
}

interface Scene {
  readonly cluster: Cluster;
  readonly mesh: Mesh;
  readonly at: number;
}

/** Half of what a cluster holds would be taken for all of it. */
async function readCluster(api: ClusterApi, scene: Scene): Promise<readonly Expiry[] | Problem> {
  try {
    const [trust, own, secrets] = await Promise.all([
      api.read(trustRef(scene.mesh, scene.cluster)),
      configSecret(api, scene),
      remoteSecrets(api, scene),
    ]);
    if (trust.kind === "unknown") return trust.why;
    return [
      ...(trust.kind === "present" ? certificates(trust, scene) : []),
      ...[...own, ...secrets].flatMap((secret) => tokens(secret, scene)),
    ];
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** By what an istiod outside reads its configuration. It carries no label, so no list of remote secrets has it. */
async function configSecret(api: ClusterApi, { cluster }: Scene): Promise<readonly Present[]> {
  if (cluster.configCluster === undefined) return [];
  const ref = { apiVersion: "v1", group: "", kind: "Secret", namespace: cluster.systemNamespace, name: "istio-kubeconfig" };
  const live = await api.read(ref);
  if (live.kind === "unknown") throw live.why;
  return live.kind === "present" ? [live] : [];
}

/** Where Secrets may not be listed, those that the mesh names are read. */
async function remoteSecrets(api: ClusterApi, { cluster, mesh }: Scene): Promise<readonly Present[]> {
  const secret = { apiVersion: "v1", group: "", kind: "Secret", namespace: cluster.systemNamespace };
  try {
    return await api.list({ ...secret, labels: "istio/multiCluster=true" });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "permission-missing") throw error;
  }
  const names = mesh.clusters.filter((other) => other !== cluster).map(({ istioName }) => `istio-remote-secret-${istioName}`);
  const lives = await Promise.all(names.map((name) => api.read({ ...secret, name })));
  return lives.flatMap((live) => {
    if (live.kind === "unknown") throw live.why;
    return live.kind === "present" ? [live] : [];
  });
}

function certificates(trust: Present, { cluster, mesh, at }: Scene): readonly Expiry[] {
  const { chain, roots } = readHeld(trust, { at, trustDomain: cluster.trustDomain });
  const place = { cluster: cluster.name, peer: undefined };
  const isManaged = mesh.trust.signer.kind === "certManager";
  const signing = chain.map((link, index): Expiry => {
    // cert-manager renews when a third is left: with a quarter left it did not.
    const dueFrom = isManaged ? link.notAfter - (link.notAfter - link.notBefore) / 4 : renewAt(link, leafLifeMs(cluster));
    const kind = isManaged && index === 0 ? "serving" : "intermediate";
    return { kind, ...place, name: nameOf(link), ends: link.notAfter, dueFrom };
  });
  return [...signing, ...roots.map((root): Expiry => ({ kind: "root", ...place, name: nameOf(root), ...endOfRoot(root) }))];
}

/** Replacing a root takes days, several reviews, and people: a year before its end, or a third of a shorter life. */
function endOfRoot({ notBefore, notAfter }: Certificate): Pick<Expiry, "ends" | "dueFrom"> {
  return { ends: notAfter, dueFrom: notAfter - Math.min(365 * day, (notAfter - notBefore) / 3) };
}

type Token = Extract<PrivateFacts, { readonly kind: "token" }>;

function tokens({ object, privates }: Present, { cluster, mesh }: Scene): readonly Expiry[] {
  const name = `${cluster.systemNamespace}/${textAt(object, "metadata", "name") ?? ""}`;
  const found = privates.filter((entry): entry is Token => entry.kind === "token");
  return found.flatMap(({ path, expiresAt, issuedAt }): readonly Expiry[] => {
    if (expiresAt === undefined) return [];
    const life = issuedAt === undefined ? mesh.discovery.lifetimeSeconds * 1000 : expiresAt - issuedAt;
    // A token in a file of its own says by its annotation where it leads.
    const leadsTo = textAt(object, "metadata", "annotations", "networking.istio.io/cluster") ?? path;
    const peer = mesh.clusters.find(({ istioName }) => istioName === leadsTo)?.name ?? leadsTo;
    return [{ kind: "token", cluster: cluster.name, peer, name, ends: expiresAt, dueFrom: expiresAt - life / 2 }];
  });
}
