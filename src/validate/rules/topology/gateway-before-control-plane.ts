import type { Plan, Step } from "../../../model/plan.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"gateway-before-control-plane"> = ({ plan }, report) => {
  const byId = new Map(plan.steps.map((step) => [step.id, step]));
  for (const gateway of plan.steps.filter((step) => step.kind === "gateway" && bringsPods(step))) {
    for (const cluster of gateway.clusters) {
      const istiod = plan.steps.find((step) => step.kind === "istiod" && step.clusters.includes(cluster));
      if (istiod === undefined || comesAfter(gateway, istiod.id, byId)) continue;
      report({ gateway: gateway.id, cluster }, { clusters: [cluster] });
    }
  }
};

/** A load balancer alone, before an istiod outside the mesh, comes first on purpose: its address is written into everything else. */
function bringsPods({ writes }: Step): boolean {
  return writes.length === 0 || writes.some(({ id }) => id.kind !== "Service");
}

function comesAfter(step: Step, wanted: string, steps: ReadonlyMap<string, Plan["steps"][number]>): boolean {
  const seen = new Set<string>();
  const open = [...step.after];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === wanted) return true;
    if (!seen.has(id)) open.push(...(steps.get(id)?.after ?? []));
    seen.add(id);
  }
  return false;
}
