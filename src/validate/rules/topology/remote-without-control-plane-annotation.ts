import { textAt } from "../../../model/json.ts";
import { controlPlaneName } from "../../facts/remotes.ts";
import type { Check } from "../../rule.ts";

const annotation = "topology.istio.io/controlPlaneClusters";

export const check: Check<"remote-without-control-plane-annotation"> = (cluster, report) => {
  const document = cluster.mesh.clusters.find((entry) => entry.name === cluster.name);
  const namespace = cluster.get("Namespace", "", cluster.systemNamespace);
  if (document === undefined || namespace === undefined || cluster.role !== "remote") return;
  const expected = controlPlaneName(cluster.mesh, document);
  // The config cluster of an external control plane is led by it without being told.
  if (expected === undefined || expected === cluster.istioName) return;
  const value = textAt(namespace.object, "metadata", "annotations", annotation);
  const named = (value ?? "").split(",").map((name) => name.trim());
  if (named.includes("*") || named.includes(expected)) return;
  const seen = value === undefined ? "not set" : `set to "${value}"`;
  report({ namespace: cluster.systemNamespace, seen, expected }, { on: namespace, path: ["metadata", "annotations", annotation] });
};
