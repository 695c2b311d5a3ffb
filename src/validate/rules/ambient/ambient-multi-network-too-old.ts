import { networksOf } from "../../facts/network-gateways.ts";
import { minorOf } from "../../facts/versions.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"ambient-multi-network-too-old"> = (view, report) => {
  if (view.mesh.dataPlane !== "ambient" || networksOf(view).length < 2) return;
  for (const cluster of view.mesh.clusters) {
    for (const { version } of cluster.istio.revisions) {
      const minor = minorOf(version);
      if (minor === undefined || minor >= 29) continue;
      const place = cluster.source.place(["spec", "istio", "revisions"]);
      const state = minor < 27 ? "unknown" : "only alpha";
      report({ state, version, cluster: cluster.name }, { clusters: [cluster.name], place, severity: minor < 27 ? "error" : "warning" });
    }
  }
};
