import type { ChartRequest } from "../model/chart.ts";
import type { Mesh } from "../model/mesh.ts";

/** The one chart that plain files need: its CRDs say what Istio's objects may hold. */
export function plainRequest(mesh: Mesh): ChartRequest {
  const [revision] = mesh.istio.revisions;
  return { source: mesh.istio.charts, name: "base", version: revision?.version ?? "" };
}
