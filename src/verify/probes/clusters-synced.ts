import type { Check } from "../../model/health.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { counted, failed, named, type Probe, passed, perCluster, unknown, unseen } from "../check.ts";
import type { IstiodSeen } from "../observed.ts";
import { valueOf } from "../observed.ts";
import { ownName, peersOf } from "../peers.ts";

const name = "clusters-synced";

/** Every replica of istiod has read every cluster it should, under the right name, and no other (reference 3.5). */
export const clustersSynced: Probe = (observed) =>
  perCluster(name, observed, {
    of: ({ istiods }) => istiods,
    concerns: ({ cluster }) => cluster.role !== "remote",
    judge: (istiods, { cluster }) => [
      ...peersOf(observed.mesh, cluster).map((peer) => synced(cluster, peer, istiods)),
      ...called(observed.mesh, cluster, istiods),
      ...strangers(observed.mesh, cluster, istiods),
    ],
  });

function synced(cluster: Cluster, peer: Cluster, istiods: readonly IstiodSeen[]): Check {
  const place = { name, cluster: cluster.name, peer: peer.name };
  if (istiods.length === 0) return unknown(place, "There is no istiod that could tell.", "Bring istiod up first.");
  const states = istiods.map(({ name: replica, clusters }) => {
    const status = valueOf(clusters)?.find(({ id, secret }) => id === peer.istioName && secret !== "")?.status;
    return { replica, clusters, status: clusters.kind === "unseen" ? undefined : (status ?? "not known") };
  });
  const bad = states.filter(({ status }) => status !== undefined && status !== "synced");
  const secret = `istio-remote-secret-${peer.istioName}`;
  if (bad.length > 0) {
    const seen = named(bad.map(({ replica, status }) => `${replica}: ${status}`));
    const isMissing = bad.every(({ status }) => status === "not known");
    const remedy = isMissing
      ? `See that Secret \`${cluster.systemNamespace}/${secret}\` is there with label \`istio/multiCluster=true\` and data key \`${peer.istioName}\`; apply writes it.`
      : `See that istiod reaches the API server of ${peer.name} and that the token in Secret \`${cluster.systemNamespace}/${secret}\` still works; the log of istiod says why it does not.`;
    return failed(
      place,
      `\`${peer.istioName}\` is not synced on ${bad.length} of ${counted(istiods.length, "replica")} (${seen}).`,
      remedy,
    );
  }
  const hidden = states.find(({ clusters }) => clusters.kind === "unseen")?.clusters;
  if (hidden?.kind === "unseen") return unseen(place, hidden.why);
  return passed(place, `\`${peer.istioName}\` is synced on ${counted(istiods.length, "replica")}.`);
}

/** The cluster that istiod reads without a secret is the one it runs for: its name must be the one that others know it by. */
function called(mesh: Mesh, cluster: Cluster, istiods: readonly IstiodSeen[]): readonly Check[] {
  const wanted = ownName(mesh, cluster);
  const own = istiods.flatMap(({ clusters }) => (valueOf(clusters) ?? []).filter(({ secret }) => secret === "").map(({ id }) => id));
  const wrong = own.find((id) => id !== wanted);
  if (wrong === undefined) return [];
  const remedy = `Set \`istioName: ${wrong}\` in the Cluster document if that name is meant to stay, or apply so that istiod gets its own.`;
  return [
    failed({ name, cluster: cluster.name }, `istiod calls its own cluster \`${wrong}\`; the mesh knows it as \`${wanted}\`.`, remedy),
  ];
}

function strangers(mesh: Mesh, cluster: Cluster, istiods: readonly IstiodSeen[]): readonly Check[] {
  const known = new Set([ownName(mesh, cluster), ...peersOf(mesh, cluster).map(({ istioName }) => istioName)]);
  const found = new Map(
    istiods
      .flatMap(({ clusters }) => valueOf(clusters) ?? [])
      .filter(({ id, secret }) => secret !== "" && !known.has(id))
      .map(({ id, secret }) => [id, secret]),
  );
  return [...found].map(([id, secret]) =>
    failed(
      { name, cluster: cluster.name },
      `istiod reads a cluster \`${id}\` (Secret \`${secret}\`) that the mesh does not name.`,
      "Delete that Secret if the cluster has left the mesh, or name it in the mesh.",
    ),
  );
}
