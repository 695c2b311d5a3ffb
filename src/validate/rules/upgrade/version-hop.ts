import type { Cluster } from "../../../model/mesh.ts";
import { minorOf } from "../../facts/versions.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"version-hop"> = ({ before, after }, report) => {
  for (const cluster of after.mesh.clusters) {
    const old = before?.document(cluster.name);
    if (old === undefined) continue;
    for (const { name, version } of cluster.istio.revisions) {
      const from = sameOrNewest(old, name);
      const hop = (minorOf(version) ?? Number.NaN) - (minorOf(from ?? "") ?? Number.NaN);
      const what = hop > 2 ? `${hop} minor releases at once` : hop < 0 ? "back by a minor release" : undefined;
      if (what === undefined || from === undefined) continue;
      report(
        { cluster: cluster.name, from, to: version, what },
        { clusters: [cluster.name], place: cluster.source.place(["spec", "istio", "revisions"]) },
      );
    }
  }
};

/** The version the revision had; for a new revision the newest one that was there. */
function sameOrNewest(old: Cluster, revision: string): string | undefined {
  const revisions = [...old.istio.revisions].sort((a, b) => (minorOf(a.version) ?? 0) - (minorOf(b.version) ?? 0));
  return (revisions.find(({ name }) => name === revision) ?? revisions.at(-1))?.version;
}
