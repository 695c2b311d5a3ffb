import { finding } from "../catalog/find.ts";
import type { Chart } from "../model/chart.ts";
import type { Finding } from "../model/finding.ts";
import type { JsonObject } from "../model/json.ts";
import { canonical, isObject } from "../model/json.ts";
import type { Prepared } from "./classes.ts";
import type { Ordered } from "./orders.ts";
import { placeOf } from "./places.ts";
import { type ValueFault, valueFaults } from "./value-keys.ts";

/** Given values: what contradicts the mesh document, and what the chart does not read. */
export function judgeValues({ plan, ordered }: Prepared): readonly Finding[] {
  const clusters = [plan.view.real.name];
  return [...ordered.flatMap((entry) => [...contradicted(entry, clusters), ...faults(entry, clusters)]), ...unusedByGateways(plan.view)];
}

function contradicted({ planned, contradicted: all }: Ordered, clusters: readonly string[]): readonly Finding[] {
  return all.map(({ path, given, derived }) =>
    finding(
      "derived-value-contradicted",
      {
        key: path.join("."),
        given: JSON.stringify(given),
        derived: isObject(derived) ? "makes it a mapping" : derived === null ? "leaves it out" : `makes it ${JSON.stringify(derived)}`,
        of: `release ${planned.name}`,
      },
      { source: placeOf(planned, path), clusters },
    ),
  );
}

function faults({ planned, order, contradicted: told }: Ordered, clusters: readonly string[]): readonly Finding[] {
  if (order === undefined) return [];
  const { version } = planned.request;
  // That a chart does not read a key is no news where the key is to go anyway.
  const isTold = ({ kind, path }: ValueFault) => kind === "unknown" && told.some((one) => path.every((key, at) => one.path[at] === key));
  const found = faultsOf(order.chart, version, planned.given).filter((fault) => !isTold(fault));
  return found.map((fault) => {
    const where = { source: placeOf(planned, fault.path, "key"), clusters };
    const facts = { chart: order.chart.name, version, key: fault.path.join(".") };
    switch (fault.kind) {
      case "unknown":
        return finding("unknown-value-key", { ...facts, advice: advice(fault.near) }, where);
      case "dead":
        return finding("dead-value-key", { ...facts, since: fault.since }, where);
      case "internal":
        return finding("internal-value-key", { chart: facts.chart, key: facts.key }, where);
      case "no-such-profile":
        return finding("unknown-chart-profile", { ...facts, what: fault.what, value: fault.value, known: fault.known.join(", ") }, where);
    }
  });
}

function advice(near: string | undefined): string {
  return near === undefined ? "Remove it, or look the key up in the chart's values." : `Did you mean ${near}?`;
}

// The same values are given to the same chart in every cluster of a mesh; a thousand times the same answer would be worked out.
const remembered = new WeakMap<Chart, Map<string, readonly ValueFault[]>>();

function faultsOf(chart: Chart, version: string, given: JsonObject): readonly ValueFault[] {
  const key = `${version} ${canonical(given)}`;
  const answers = remembered.get(chart) ?? new Map<string, readonly ValueFault[]>();
  remembered.set(chart, answers);
  const known = answers.get(key) ?? valueFaults(chart, version, given);
  answers.set(key, known);
  return known;
}

/** Only the type and annotations of the Service carry over to an ambient east-west gateway. */
function unusedByGateways({ mesh, real }: Prepared["plan"]["view"]): readonly Finding[] {
  if (mesh.dataPlane !== "ambient") return [];
  return real.gateways
    .filter((gateway) => gateway.kind === "eastwest")
    .flatMap((gateway) => {
      const service = Object.keys(gateway.service).filter((key) => key !== "type" && key !== "annotations");
      const unused = [...service.map((key) => ["service", key]), ...Object.keys(gateway.values).map((key) => ["values", key])];
      return unused.map((path) =>
        finding(
          "gateway-value-unused",
          { key: path.join("."), gateway: `${gateway.namespace}/${gateway.name}` },
          { source: gateway.source.place(path, "key"), clusters: [real.name] },
        ),
      );
    });
}
