import { releases } from "../catalog/istio-versions.gen.ts";
import { nearest } from "../catalog/nearest.ts";
import type { Chart } from "../model/chart.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { isObject, textAt, valueAt } from "../model/json.ts";
import { type ChartKeys, chartKeys } from "./chart-keys.ts";
import { leaves } from "./tree.ts";
import { byVersion, minorOf } from "./versions.ts";

/** Something about a given value that Helm would not say, or would say too late. */
export type ValueFault =
  | { readonly kind: "unknown"; readonly path: readonly string[]; readonly near: string | undefined }
  | { readonly kind: "dead"; readonly path: readonly string[]; readonly since: string }
  | { readonly kind: "internal"; readonly path: readonly string[] }
  | {
      readonly kind: "no-such-profile";
      readonly what: "profile" | "platform" | "compatibility version";
      readonly path: readonly string[];
      readonly value: string;
      readonly known: readonly string[];
    };

/** What is wrong with the values given to a chart of this version of Istio. */
export function valueFaults(chart: Chart, version: string, given: JsonObject): readonly ValueFault[] {
  const keys = chartKeys(chart);
  const internal = ["_internal_defaults_do_not_set", "defaults"].filter((key) => given[key] !== undefined);
  const dead = deadKeys(chart.name, version).filter(({ path }) => valueAt(given, path) !== undefined);
  const skip = new Set([...internal, ...dead.map(({ path }) => path.join("."))]);
  return [
    ...internal.map((key) => ({ kind: "internal", path: [key] }) as const),
    ...dead.map((entry) => ({ kind: "dead", ...entry }) as const),
    ...profileFaults(keys, given),
    ...unknownKeys(keys, given, skip),
  ];
}

/** Keys that a release up to this one took out of the chart. A version that is no version has none. */
function deadKeys(chart: string, version: string): readonly { readonly path: readonly string[]; readonly since: string }[] {
  if (minorOf(version) === undefined) return [];
  return releases
    .filter((release) => byVersion(`${release.minor}.0-0`, version) <= 0)
    .flatMap((release) =>
      release.values
        .filter((change) => change.chart === chart)
        .flatMap((change) => change.removed.map((key) => ({ path: key.split("."), since: release.minor }))),
    );
}

function profileFaults(keys: ChartKeys, given: JsonObject): readonly ValueFault[] {
  const asked = [
    { what: "profile", key: "profile", known: keys.profiles },
    { what: "platform", key: "platform", known: keys.platforms },
    { what: "compatibility version", key: "compatibilityVersion", known: keys.compatibilityVersions },
  ] as const;
  return asked.flatMap(({ what, key, known }) =>
    [[key], ["global", key]].flatMap((path) => {
      const value = textAt(given, ...path);
      return value === undefined || value === "" || known.includes(value)
        ? []
        : [{ kind: "no-such-profile", what, path, value, known } as const];
    }),
  );
}

/** Keys the charts of Istio read in every version although no `values.yaml` names them. */
const always = ["profile", "platform", "compatibilityVersion", "global.profile", "global.platform", "enabled"];

/** Maps whose keys are the user's own or Kubernetes', although the chart has some of them set. By whole path, or by last word. */
const open = new Set([
  "meshConfig",
  "labels",
  "podLabels",
  "podAnnotations",
  "annotations",
  "deploymentLabels",
  "env",
  "gatewayClasses",
  "global.meshNetworks",
  "resources",
  "defaultResources",
  "updateStrategy",
]);

/** The first key on each way into the values that the chart does not know. */
function unknownKeys(keys: ChartKeys, given: JsonObject, skip: ReadonlySet<string>): readonly ValueFault[] {
  const unknown = new Map<string, ValueFault>();
  for (const { path } of leaves(given)) {
    const depth = unknownFrom(keys, path);
    const wrong = depth === undefined ? undefined : path.slice(0, depth);
    if (wrong === undefined || skip.has(wrong.join(".")) || skip.has(path.join("."))) continue;
    unknown.set(wrong.join("."), { kind: "unknown", path: wrong, near: meantKey(wrong.join("."), candidates(keys)) });
  }
  return [...unknown.values()];
}

/** A misspelt key of the chart, or one that stands somewhere else in the tree: then the one at the nearest level. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  const slip = nearest(key, known, 3);
  const last = key.slice(key.lastIndexOf(".") + 1).toLowerCase();
  if (slip !== undefined || last.length <= 3 || last.length > 64) return slip;
  const levels = key.split(".").length;
  const farther = (candidate: string): number => Math.abs(levels - candidate.split(".").length);
  const elsewhere = known.filter((candidate) => candidate.toLowerCase().endsWith(`.${last}`));
  return elsewhere.sort((a, b) => farther(a) - farther(b))[0];
}

/** How many steps of the path lead to the first key nobody reads; `undefined` when the whole path is fine. */
function unknownFrom(keys: ChartKeys, path: readonly string[]): number | undefined {
  // istiod lifts pilot.* to the top; gateway and ztunnel lift global.* (reference 1.1).
  const lifted = path[0] === "pilot" || path[0] === "global" ? path.slice(1) : undefined;
  const direct = firstUnknown(keys, path);
  if (direct === undefined || lifted === undefined || lifted.length === 0) return direct;
  if (path[0] === "global" && Object.hasOwn(keys.defaults, "global") && isOneOf(keys, "global")) return direct;
  const through = firstUnknown(keys, lifted);
  return through === undefined ? undefined : through + 1;
}

/** Charts with a `global` of their own do not lift it; ztunnel and gateway keep only the network policy there. */
function isOneOf(keys: ChartKeys, key: string): boolean {
  const own = keys.defaults[key];
  return isObject(own) && Object.keys(own).length > 1;
}

function firstUnknown(keys: ChartKeys, path: readonly string[]): number | undefined {
  let at: Json | undefined = keys.defaults;
  for (let depth = 1; depth <= path.length; depth++) {
    const here = path.slice(0, depth).join(".");
    if (open.has(here) || open.has(path[depth - 1] ?? "")) return undefined;
    const inner: Json | undefined = isObject(at) ? at[path[depth - 1] ?? ""] : undefined;
    if (inner === undefined) {
      if (always.includes(here) || keys.read.has(here)) return undefined;
      if (!isOnTheWay(keys, here)) return depth;
    }
    // A default that is empty, a list or no object says nothing about what may stand below it.
    if (inner !== undefined && (!isObject(inner) || Object.keys(inner).length === 0)) return undefined;
    at = inner;
  }
  return undefined;
}

/** Only something below it is read. */
function isOnTheWay(keys: ChartKeys, key: string): boolean {
  return always.some((path) => path.startsWith(`${key}.`)) || [...keys.read].some((path) => path.startsWith(`${key}.`));
}

function candidates(keys: ChartKeys): readonly string[] {
  return [...new Set([...leaves(keys.defaults).map(({ path }) => path.join(".")), ...keys.read, ...Object.keys(keys.defaults)])].sort();
}
