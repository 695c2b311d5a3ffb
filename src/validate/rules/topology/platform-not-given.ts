import { textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

/** Platforms the charts have a profile of their own for (`files/profile-platform-*.yaml`). */
const platforms = new Set(["gke", "openshift", "k3s", "k3d", "microk8s", "minikube"]);

export const check: Check<"platform-not-given"> = (cluster, report) => {
  const { platform } = cluster;
  if (platform === undefined || !platforms.has(platform)) return;
  for (const release of cluster.releases.filter(({ chart }) => chart === "cni" || chart === "ztunnel")) {
    const seen = textAt(release.values, "global", "platform") ?? textAt(release.values, "platform");
    if (seen === platform) continue;
    report({ platform, chart: release.chart, seen: seen === undefined ? "without a platform" : `for ${seen}` });
  }
};
