import type { JsonObject } from "./json.ts";
import type { Problem } from "./problem.ts";

/** Where official charts come from. A folder is relative to the repository root. */
export type ChartSource =
  | { readonly kind: "bundled" }
  | { readonly kind: "repository"; readonly url: string }
  | { readonly kind: "oci"; readonly reference: string }
  | { readonly kind: "path"; readonly folder: string };

/** A chart that some release needs, before it was fetched. `name` is the name in `Chart.yaml`. */
export interface ChartRequest {
  readonly source: ChartSource;
  readonly name: string;
  readonly version: string;
}

/** A chart as it was fetched. */
export interface Chart {
  readonly name: string;
  readonly version: string;
  readonly appVersion: string;
  /** `sha256:<hex>` over the sorted paths and bytes of its files; the packaging does not matter. */
  readonly digest: string;
  /** What a person calls this copy: `bundled snapshot 2026-08-27 of the 1.31 line`, `oci://…@sha256:…`. */
  readonly origin: string;
  /** Files by path inside the chart (`templates/deployment.yaml`). Charts are text; anything else is kept as text of its bytes. */
  readonly files: ReadonlyMap<string, string>;
}

/** One `helm template`: a chart, the values given to it, and the facts of the cluster it is rendered for. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly chart: Chart;
  readonly values: JsonObject;
  /** `helm template --is-upgrade`. */
  readonly isUpgrade: boolean;
  /** Kubernetes version of the cluster, `v1.35.0` or `v1.35.2-gke.100`; becomes `.Capabilities.KubeVersion`. */
  readonly kubeVersion: string;
}

/** What Helm's engine made of a release. Text is YAML, one entry per template that printed anything but white space. */
export type Rendering =
  | { readonly kind: "rendered"; readonly templates: ReadonlyMap<string, string> }
  | {
      readonly kind: "failed";
      readonly message: string;
      /** Template path inside the chart, when the error names one. */
      readonly template: string | undefined;
      readonly line: number | undefined;
      /** The value concerned (`.Values.global.network`), when it can be told. */
      readonly value: string | undefined;
    };

/** Helm's engine: a pure function. No files, no sockets, no clock; `lookup` returns nothing, as in `helm template`. */
export interface Engine {
  /** Names the engine in digests and footers: `helm 4.3.1`. */
  readonly version: string;
  render(release: Release): Rendering;
}

/** Charts by `chartKey`, or the problem that kept one away. */
export type ChartSet = ReadonlyMap<string, Chart | Problem>;

/** One text per chart request. */
export function chartKey(request: ChartRequest): string {
  return `${sourceText(request.source)} ${request.name} ${request.version}`;
}

/** Charts as a sentence names them: `chart istiod 1.31.0`, `charts base and istiod 1.31.0`; versions that differ stand with their charts. */
export function chartsText(charts: readonly Pick<ChartRequest, "name" | "version">[]): string {
  const byVersion = Map.groupBy(charts, ({ version }) => version);
  const names = [...byVersion].map(([version, group]) => `${andText([...new Set(group.map(({ name }) => name))].sort())} ${version}`);
  return `${charts.length === 1 ? "chart" : "charts"} ${names.join(", ")}`;
}

function andText(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** A chart source as `isthmus.lock` and messages name it. */
export function sourceText(source: ChartSource): string {
  switch (source.kind) {
    case "bundled":
      return "bundled";
    case "repository":
      return source.url;
    case "oci":
      return source.reference;
    case "path":
      return `path:${source.folder}`;
  }
}
