import { bundledGatewayApi } from "../catalog/gateway-api.ts";
import type { ChartRequest } from "../model/chart.ts";
import type { JsonObject, Path } from "../model/json.ts";
import { textAt } from "../model/json.ts";
import type { Stage } from "../model/manifest.ts";
import type { Cluster, GatewaySpec, Revision } from "../model/mesh.ts";
import type { Source } from "../model/source.ts";
import { istiodGateway } from "./addresses.ts";
import { defaultRevision, revisionSuffix } from "./names.ts";
import { type Said, saidElsewhere } from "./said-elsewhere.ts";
import { merged } from "./tree.ts";
import { baseValues, cniValues, gatewayValues, istiodValues, ztunnelValues } from "./values.ts";
import { byVersion } from "./versions.ts";
import { defaultRevisionOf, type View } from "./view.ts";

export type ChartName = "base" | "gateway-api" | "istiod" | "cni" | "ztunnel" | "gateway";

/** One `helm template` to be, before its chart is at hand. */
export interface PlannedRelease {
  readonly name: string;
  readonly namespace: string;
  readonly request: ChartRequest & { readonly name: ChartName };
  readonly stage: Stage;
  readonly kubernetes: string | undefined;
  /** What the mesh document makes of the chart: identity, place, role. Symbols inside. */
  readonly derived: JsonObject;
  /** The same under other names, by which people could contradict it. No symbols. */
  readonly elsewhere: readonly Said[];
  /** What people gave, passed through. */
  readonly given: JsonObject;
  /** Where a given value was written. */
  readonly places: readonly GivenAt[];
}

/** Some of the given values: nearest first. */
export interface GivenAt {
  readonly values: JsonObject;
  readonly source: Source;
  /** Path of the values in their document. */
  readonly path: Path;
}

/** Every release of a cluster, in install order: base, definitions of the Gateway API, cni where it must come first, istiods, ztunnel, gateways. */
export function releasesOf(view: View): readonly PlannedRelease[] {
  const { real } = view;
  const versions = real.istio.revisions.map((revision) => revision.version).toSorted(byVersion);
  const oldest = versions[0];
  const newest = versions.at(-1);
  if (oldest === undefined || newest === undefined) return [];
  return [
    // CRDs of a newer version serve older istiods; the other way round they do not (reference 1.9).
    release(view, { chart: "base", name: "istio-base", version: newest, derived: baseValues(view) }),
    ...(wantsGatewayApi(real) ? [gatewayApi(view)] : []),
    ...real.istio.revisions.map((revision) => istiod(view, revision)),
    // Node components work with an istiod of their own version and the next one, so the oldest revision decides (V07).
    ...(real.components.cni.enabled ? [nodeComponent(view, "cni", oldest, cniValues(view, oldest))] : []),
    ...(real.components.ztunnel.enabled ? [nodeComponent(view, "ztunnel", oldest, ztunnelValues(view, oldest))] : []),
    ...real.gateways.filter((spec) => isByChart(view, spec)).map((spec) => gateway(view, spec)),
  ];
}

/** Everything but an ambient mesh's east-west gateway and the door of an istiod outside the mesh is installed by the gateway chart. */
function isByChart({ mesh, real }: View, spec: GatewaySpec): boolean {
  if (real.role === "external" && spec === istiodGateway(real)) return false;
  return mesh.dataPlane !== "ambient" || spec.kind !== "eastwest";
}

interface Wanted {
  readonly chart: ChartName;
  readonly name: string;
  readonly namespace?: string;
  readonly version: string;
  readonly stage?: Stage;
  readonly derived: JsonObject;
  /** Given for this release alone, the last above the others; the values of the mesh and of the cluster for the chart lie under it. */
  readonly own?: readonly GivenAt[];
}

function release(view: View, wanted: Wanted): PlannedRelease {
  const { mesh, real, cluster } = view;
  const { chart, own = [] } = wanted;
  const shared = real.istio.values[chart] ?? {};
  const path: Path = ["spec", "istio", "values", chart];
  return {
    name: wanted.name,
    namespace: wanted.namespace ?? cluster.systemNamespace,
    request: { source: real.istio.charts, name: chart, version: wanted.version },
    stage: wanted.stage ?? "install",
    kubernetes: real.kubernetes,
    derived: wanted.derived,
    elsewhere: saidElsewhere(view, chart, textAt(wanted.derived, "revision")),
    given: own.reduce((values, one) => merged(values, one.values), shared),
    places: [
      ...own.toReversed(),
      // The cluster's values already hold the mesh's, so the mesh is asked first: what it does not say alike, the cluster said.
      { values: mesh.istio.values[chart] ?? {}, source: mesh.source, path },
      { values: shared, source: real.source, path },
    ],
  };
}

/**
 * Whether the definitions of the Gateway API are to be installed and can be: no other release is bundled. Not where an istiod runs outside of the mesh: it reads no
 * configuration there.
 */
function wantsGatewayApi({ role, istio: { gatewayApi: asked } }: Cluster): boolean {
  return asked.manage === "install" && role !== "external" && (asked.version ?? bundledGatewayApi) === bundledGatewayApi;
}

/** They come in no chart of Istio's, so wherever the charts come from, these are the bundled ones. */
function gatewayApi(view: View): PlannedRelease {
  const planned = release(view, { chart: "gateway-api", name: "gateway-api", version: bundledGatewayApi, derived: {} });
  return { ...planned, request: { ...planned.request, source: { kind: "bundled" } } };
}

function istiod(view: View, revision: Revision): PlannedRelease {
  return release(view, {
    chart: "istiod",
    name: `istiod${revisionSuffix(revision.name)}`,
    version: revision.version,
    derived: istiodValues(view, revision),
  });
}

function nodeComponent(view: View, chart: "cni" | "ztunnel", version: string, derived: JsonObject): PlannedRelease {
  const { namespace, values } = view.real.components[chart];
  const own = { values, source: view.real.source, path: ["spec", "components", chart, "values"] };
  return release(view, { chart, name: chart === "cni" ? "istio-cni" : "ztunnel", namespace, version, derived, own: [own] });
}

function gateway(view: View, spec: GatewaySpec): PlannedRelease {
  const { values, source, service } = spec;
  const own = [
    { values, source, path: ["values"] },
    { values: Object.keys(service).length === 0 ? {} : { service }, source, path: [] },
  ];
  const version = servingRevision(view.real, spec)?.version ?? "";
  const derived = gatewayValues(view, spec);
  return release(view, { chart: "gateway", name: spec.name, namespace: spec.namespace, version, stage: "gateways", derived, own });
}

/** The revision whose injector makes the gateway's pod: named, tagged or the default one. */
export function servingRevision(cluster: Cluster, spec: GatewaySpec): Revision | undefined {
  if (spec.revision === undefined) return defaultRevisionOf(cluster);
  return (
    cluster.istio.revisions.find(({ name, tags }) => name === spec.revision || tags.includes(spec.revision ?? defaultRevision)) ??
    defaultRevisionOf(cluster)
  );
}
