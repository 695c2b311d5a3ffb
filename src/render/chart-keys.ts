import { releases } from "../catalog/istio-versions.gen.ts";
import type { Chart } from "../model/chart.ts";
import type { JsonObject } from "../model/json.ts";
import { isObject, objectAt } from "../model/json.ts";
import { readValues } from "../yaml/index.ts";

/** The values a chart reads, as far as its own files tell. */
export interface ChartKeys {
  /** Defaults of `values.yaml`: the shape of what users may set. */
  readonly defaults: JsonObject;
  /** Dotted paths that templates and injection templates read (`global.trustBundleName`), defaults or not. */
  readonly read: ReadonlySet<string>;
  readonly profiles: readonly string[];
  readonly platforms: readonly string[];
  readonly compatibilityVersions: readonly string[];
}

const remembered = new WeakMap<Chart, ChartKeys>();

/** Reads them off the chart, once per chart. */
export function chartKeys(chart: Chart): ChartKeys {
  const known = remembered.get(chart);
  if (known !== undefined) return known;
  const keys = read(chart);
  remembered.set(chart, keys);
  return keys;
}

function read(chart: Chart): ChartKeys {
  const values = readValues(chart.files.get("values.yaml") ?? "")[0];
  const defaults = isObject(values) ? values : {};
  const files = [...chart.files.keys()];
  const named = (pattern: RegExp): readonly string[] => files.flatMap((file) => pattern.exec(file)?.[1] ?? []).sort();
  return {
    // Charts of Istio keep their defaults one level down, so that profiles can be laid over them (reference 1.1).
    defaults: Object.hasOwn(defaults, "_internal_defaults_do_not_set") ? objectAt(defaults, "_internal_defaults_do_not_set") : defaults,
    read: new Set([...readByTemplates(chart), ...templateOnly(chart.name)]),
    profiles: named(/^files\/profile-(?!platform-|compatibility-version-)(.+)\.yaml$/u),
    platforms: named(/^files\/profile-platform-(.+)\.yaml$/u),
    compatibilityVersions: named(/^files\/profile-compatibility-version-(.+)\.yaml$/u),
  };
}

/** `.Values.a.b`, `(.Values.a).b`, `dig "a" "b" … .Values`: the three ways in which charts read a value. */
function readByTemplates(chart: Chart): readonly string[] {
  const paths: string[] = [];
  for (const [file, text] of chart.files) {
    if (!/^(templates|files)\//u.test(file) || file.includes("crd-all")) continue;
    for (const [, path] of text.replaceAll(/\)\./gu, ".").matchAll(/\.Values\.([\w.]+)/gu)) paths.push(path ?? "");
    for (const [, steps] of text.matchAll(/dig ((?:"[^"]+" )+)(?:"[^"]*"|\w+) \.Values/gu)) paths.push(digPath(steps ?? ""));
  }
  return paths;
}

/** The last text of a `dig` may be its default; the path is what stands before it, and longer is harmless. */
function digPath(steps: string): string {
  return [...steps.matchAll(/"([^"]+)"/gu)].map((match) => match[1]).join(".");
}

/** Keys that only code or templates of some release read, from the catalogue. */
function templateOnly(chart: string): readonly string[] {
  return releases.flatMap((release) => release.values.filter((change) => change.chart === chart).flatMap((change) => change.templateOnly));
}
