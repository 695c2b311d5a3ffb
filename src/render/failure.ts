import { finding } from "../catalog/find.ts";
import type { Rendering } from "../model/chart.ts";
import type { Finding } from "../model/finding.ts";
import type { Order } from "./cook.ts";
import { placeOf } from "./places.ts";
import type { PlannedRelease } from "./releases.ts";

/** Why a release could not be rendered, at the value concerned when the engine knows it. */
export function failureFinding(
  planned: PlannedRelease | undefined,
  order: Order,
  failure: Extract<Rendering, { kind: "failed" }>,
  clusters: readonly string[],
): Finding {
  const { template, line, value } = failure;
  const where = [
    ...(template === undefined ? [] : [`template ${template}${line === undefined ? "" : `, line ${line}`}`]),
    ...(value === undefined ? [] : [`value ${value}`]),
  ];
  const path = value?.replace(/^\$?\.Values\./u, "").split(".") ?? [];
  return finding(
    "chart-template-failed",
    {
      release: order.name,
      chart: order.chart.name,
      version: order.chart.version,
      why: failure.message.replace(/[\s.]+$/u, ""),
      where: where.length === 0 ? "the chart as a whole" : where.join(", "),
    },
    { source: planned && placeOf(planned, path), clusters },
  );
}
