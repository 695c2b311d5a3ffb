import type { ChartSet } from "../model/chart.ts";
import { chartKey } from "../model/chart.ts";
import type { Gap } from "../model/desired.ts";
import { substituteIn } from "../model/desired.ts";
import type { JsonObject } from "../model/json.ts";
import { Problem } from "../model/problem.ts";
import type { Order } from "./cook.ts";
import { type Contradiction, chartValues, contradictions } from "./merge-values.ts";
import type { ClusterPlan } from "./plan-cluster.ts";
import type { PlannedRelease } from "./releases.ts";
import { kubeVersion } from "./versions.ts";

/** A planned release with its chart, or why it cannot be had. */
export interface Ordered {
  readonly planned: PlannedRelease;
  readonly order: Order | undefined;
  readonly gap: Gap | undefined;
  readonly contradicted: readonly Contradiction[];
}

/** Brings the planned releases of a cluster together with the charts that were fetched for them. */
export function ordersOf(plan: ClusterPlan, charts: ChartSet): readonly Ordered[] {
  return plan.releases.map((planned) => {
    const chart = charts.get(chartKey(planned.request));
    const real = substituteIn(planned.derived, plan.view.symbols) as JsonObject;
    const contradicted = contradictions(planned.request.name, planned.given, real);
    if (chart === undefined || chart instanceof Problem) {
      const why = chart === undefined ? `chart ${planned.request.name} ${planned.request.version} was not fetched` : chart.message;
      return { planned, order: undefined, gap: { release: planned.name, stage: planned.stage, why }, contradicted };
    }
    const { name, namespace, stage, kubernetes, request } = planned;
    const values = chartValues(planned.given, planned.derived, contradicted);
    const order = { name, namespace, chart, values, kubeVersion: kubeVersion(kubernetes, request.version), stage };
    return { planned, order, gap: undefined, contradicted };
  });
}
