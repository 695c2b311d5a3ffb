import { objectAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { controlPlanes } from "../../facts/control-planes.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

const variable = "LOCAL_CLUSTER_SECRET_WATCHER";
const watchesItsOwn = `${variable} is true`;

export const check: Check<"remote-secret-unwatched"> = (mesh, report) => {
  for (const external of mesh.clusters.filter(({ role }) => role === "external")) {
    const config = mesh.cluster(mesh.document(external.name)?.configCluster ?? "");
    const istiods = external.remember(controlPlanes);
    if (config === undefined || istiods.length === 0) continue;
    const reasons = new Set(istiods.map(({ environment }) => reasonIn(environment)));
    // Revisions that look in different places make both places right.
    if (reasons.has(watchesItsOwn) && reasons.size > 1) continue;
    const [watched, other] = reasons.has(watchesItsOwn) ? [external, config] : [config, external];
    const known = new Set(remoteSecrets(watched).flatMap(keysOf));
    for (const manifest of remoteSecrets(other).filter((secret) => !keysOf(secret).every((key) => known.has(key)))) {
      const facts = { name: manifest.id.name, cluster: other.name, watched: watched.name, external: external.name };
      report({ ...facts, why: [...reasons].sort().join("; ") }, { on: manifest, clusters: [other.name, watched.name] });
    }
  }
};

/** Why an istiod looks where it looks: `pkg/kube/multicluster/secretcontroller.go`. */
function reasonIn(environment: ReadonlyMap<string, string>): string {
  if (environment.get(variable) !== "true") return `${variable} is not true`;
  return environment.get("EXTERNAL_ISTIOD") === "true" ? watchesItsOwn : `${variable} counts only with EXTERNAL_ISTIOD=true`;
}

function remoteSecrets(cluster: ClusterView<"Secret">): readonly Manifest[] {
  return cluster.list("Secret").filter((secret) => labelsOf(secret)["istio/multiCluster"] === "true");
}

/** The clusters a remote secret is for: the keys of its data. */
function keysOf({ object }: Manifest): readonly string[] {
  return [...Object.keys(objectAt(object, "data")), ...Object.keys(objectAt(object, "stringData"))];
}
