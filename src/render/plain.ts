import type { ChartSet, Engine } from "../model/chart.ts";
import { chartKey } from "../model/chart.ts";
import type { Desired } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import { byId } from "../model/manifest.ts";
import type { Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import type { Repository } from "../model/repository.ts";
import { Cook } from "./cook.ts";
import { plainRequest } from "./plain-request.ts";

/**
 * What plain files are judged by: their own objects as they are, and the CRDs of the base chart. Nothing is installed, so nothing else is rendered. A chart that could
 * not be had leaves the objects unjudged by schema; the problem is the caller's to tell.
 */
export function renderPlain(repository: Repository, charts: ChartSet, engine: Engine): Desired {
  const { mesh } = repository;
  if (mesh === undefined) return { classes: [], engine: engine.version, charts: [], findings: [] };
  const chart = charts.get(chartKey(plainRequest(mesh)));
  const usable = chart === undefined || chart instanceof Problem ? [] : [chart];
  const classes = mesh.clusters.map((cluster) => ({
    members: [cluster.name],
    manifests: [...usable.flatMap((base) => crdsOf(base, engine, mesh)), ...(repository.config.get(cluster.name) ?? [])].sort(byId),
    symbols: new Map(),
    releases: [],
    gaps: [],
  }));
  return { classes, engine: engine.version, charts: usable, findings: [] };
}

function crdsOf(chart: Exclude<ReturnType<ChartSet["get"]>, Problem | undefined>, engine: Engine, mesh: Mesh): readonly Manifest[] {
  const order = { name: "istio-base", namespace: "istio-system", chart, values: {}, kubeVersion: "v1.35.0", stage: "install" } as const;
  const dish = new Cook(engine, mesh.name).cook(order);
  return dish.kind === "rendered" ? dish.manifests.filter(({ id }) => id.kind === "CustomResourceDefinition") : [];
}
