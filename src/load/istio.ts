import type { ChartSource } from "../model/chart.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { isObject, listAt, objectAt, textAt } from "../model/json.ts";
import type { Istio, Revision } from "../model/mesh.ts";

/** What is installed where nothing else is said. The revisions have no default: a version nobody chose is no version. */
const plain: Istio = {
  charts: { kind: "bundled" },
  images: { hub: undefined, pullSecrets: [] },
  gatewayApi: { manage: "platform", version: undefined },
  revisions: [],
  values: {},
};

/** `spec.istio` of a mesh, or of a cluster over its mesh's: what is written replaces, Helm values are merged. */
export function readIstio(value: Json | undefined, base: Istio = plain): Istio {
  const written = isObject(value) ? value : {};
  return {
    charts: written["charts"] === undefined ? base.charts : readCharts(written["charts"]),
    images: {
      hub: textAt(written, "images", "hub") ?? base.images.hub,
      pullSecrets:
        isObject(written["images"]) && written["images"]["pullSecrets"] !== undefined
          ? texts(written, "images", "pullSecrets")
          : base.images.pullSecrets,
    },
    gatewayApi: {
      manage: (textAt(written, "gatewayAPI", "manage") ?? base.gatewayApi.manage) === "install" ? "install" : "platform",
      version: textAt(written, "gatewayAPI", "version")?.replace(/^v/u, "") ?? base.gatewayApi.version,
    },
    revisions: written["revisions"] === undefined ? base.revisions : readRevisions(written["revisions"]),
    values: mergeCharts(base.values, objectAt(written, "values")),
  };
}

function readCharts(value: Json): ChartSource {
  const url = textAt(value, "repository");
  const reference = textAt(value, "oci");
  const folder = textAt(value, "path");
  if (url !== undefined) return { kind: "repository", url };
  if (reference !== undefined) return { kind: "oci", reference };
  if (folder !== undefined) return { kind: "path", folder: folder.replace(/^\.\//u, "").replace(/\/+$/u, "") };
  return { kind: "bundled" };
}

/** The first of two revisions with one name stands; the second is a finding elsewhere. */
function readRevisions(value: Json): readonly Revision[] {
  const revisions = listAt(value).map((entry) => ({
    name: textAt(entry, "name") ?? "default",
    version: (textAt(entry, "version") ?? "").replace(/^v/u, ""),
    tags: texts(entry, "tags"),
  }));
  return revisions.filter(({ name }, index) => revisions.findIndex((other) => other.name === name) === index);
}

function mergeCharts(base: Istio["values"], over: JsonObject): Istio["values"] {
  const charts = [...new Set([...Object.keys(base), ...Object.keys(over)])].sort();
  return Object.fromEntries(charts.map((chart) => [chart, mergeValues(base[chart] ?? {}, objectAt(over, chart))]));
}

/** As Helm merges value files: objects by key, anything else replaced. A `null` is kept, because to Helm it means "drop the chart's default". */
export function mergeValues(base: JsonObject, over: JsonObject): JsonObject {
  const merged = Object.entries(over).map(([key, value]) => {
    const below = Object.hasOwn(base, key) ? base[key] : undefined;
    return [key, isObject(below) && isObject(value) ? mergeValues(below, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(merged) };
}

/** The texts of a list, anything else left out: after the schema there is nothing else. */
export function texts(value: Json | undefined, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).filter((entry) => typeof entry === "string");
}
