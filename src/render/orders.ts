import { gatewayApiGroup } from "../catalog/gateway-api.ts";
import type { ChartSet } from "../model/chart.ts";
import { chartKey } from "../model/chart.ts";
import type { Gap } from "../model/desired.ts";
import { substituteIn } from "../model/desired.ts";
import type { JsonObject } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
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

/**
 * Brings the planned releases of a cluster together with the charts that were fetched for them. Definitions of the Gateway API that lie with the configuration are
 * the user's own release of it: then ours are not rendered.
 */
export function ordersOf({ releases, view }: ClusterPlan, charts: ChartSet, config: readonly Manifest[]): readonly Ordered[] {
  const isOwn = releases.some(isGatewayApiRelease) && definesGatewayApi(config);
  return releases
    .filter((planned) => !(isOwn && isGatewayApiRelease(planned)))
    .map((planned) => {
      const chart = charts.get(chartKey(planned.request));
      const real = substituteIn(planned.derived, view.symbols) as JsonObject;
      const contradicted = contradictions(planned.request.name, planned.given, real, planned.elsewhere);
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

function isGatewayApiRelease({ request }: PlannedRelease): boolean {
  return request.name === "gateway-api";
}

/** Whether these hold a release of the Gateway API: only that defines Gateway itself, while a single definition may be an experimental one beside it. */
export function definesGatewayApi(config: readonly Manifest[]): boolean {
  return config.some(({ id }) => id.kind === "CustomResourceDefinition" && id.name === `gateways.${gatewayApiGroup}`);
}
