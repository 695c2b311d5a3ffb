import { type Json, type JsonObject, listAt, objectAt, type Path, textAt } from "../../model/json.ts";
import type { ClusterView } from "../view.ts";

/** Where endpoints can be: the regions, with the zones of those whose zones are all known. */
export type Localities = ReadonlyMap<string, readonly string[] | undefined>;

type Kinds = "networking.istio.io/ServiceEntry" | "networking.istio.io/WorkloadEntry" | "networking.istio.io/WorkloadGroup";

/**
 * The localities of the mesh: where its clusters say their nodes are (`spec.locality`), and what entries for machines outside of them say. `undefined` while one
 * cluster does not say its region, or its document could not be read: it may be in any. A cluster that only runs the istiod of others has no endpoints.
 */
export function localitiesOf(view: ClusterView<Kinds>): Localities | undefined {
  if (!view.isRead) return undefined;
  const found = new Map<string, readonly string[] | undefined>();
  for (const { role, locality } of view.mesh.clusters) {
    if (role === "external") continue;
    if (locality.region === undefined) return undefined;
    add(found, locality.region, locality.zones);
  }
  for (const text of outside(view)) {
    const [region = "", zone] = text.split("/");
    add(found, region, zone === undefined ? [] : [zone]);
  }
  return found.size === 0 ? undefined : found;
}

function add(found: Map<string, readonly string[] | undefined>, region: string, zones: readonly string[]): void {
  const known = found.has(region) ? found.get(region) : [];
  found.set(region, known === undefined || zones.length === 0 ? undefined : [...known, ...zones]);
}

function outside(view: ClusterView<Kinds>): readonly string[] {
  const at = (object: Json, ...path: readonly string[]): readonly string[] => {
    const text = textAt(object, ...path);
    return text === undefined || text === "" ? [] : [text];
  };
  return [
    ...view.list("networking.istio.io/WorkloadEntry").flatMap(({ object }) => at(object, "spec", "locality")),
    ...view.list("networking.istio.io/WorkloadGroup").flatMap(({ object }) => at(object, "spec", "template", "locality")),
    ...view
      .list("networking.istio.io/ServiceEntry")
      .flatMap(({ object }) => listAt(object, "spec", "endpoints").flatMap((endpoint) => at(endpoint, "locality"))),
  ];
}

/** True when a cluster's zone is meant: documents may say `a` for `us-east-1a`. */
export function isZone(zone: string, region: string, known: readonly string[]): boolean {
  return known.some((one) => [one, `${region}${one}`, `${region}-${one}`].includes(zone));
}

/** A name in a `localityLbSetting`, and where it stands in it. `*` and what is empty name nothing. */
export interface LocalityName {
  readonly key: string;
  readonly path: Path;
  readonly of: "key" | "value";
  readonly what: "locality" | "cluster" | "network";
  readonly name: string;
}

/** Labels by which `failoverPriority` can name one of these. */
const labels: Readonly<Record<string, LocalityName["what"]>> = {
  "topology.kubernetes.io/region": "locality",
  "topology.istio.io/cluster": "cluster",
  "topology.istio.io/network": "network",
};

/** Every name in a `localityLbSetting` that is switched on. */
export function namesIn(setting: JsonObject): readonly LocalityName[] {
  if (setting["enabled"] === false) return [];
  const failover = listAt(setting, "failover").flatMap((entry, index) =>
    ["from", "to"].map((side) => located(`failover.${side}`, ["failover", index, side], textAt(entry, side))),
  );
  const distribute = listAt(setting, "distribute").flatMap((entry, index) => [
    located("distribute.from", ["distribute", index, "from"], textAt(entry, "from")),
    ...Object.keys(objectAt(entry, "to")).map((name) => located("distribute.to", ["distribute", index, "to", name], name, "key")),
  ]);
  const priority = listAt(setting, "failoverPriority").flatMap((entry, index): readonly LocalityName[] => {
    const [label = "", name] = typeof entry === "string" ? entry.split("=") : [];
    const what = labels[label];
    if (what === undefined || name === undefined) return [];
    return [{ key: "failoverPriority", path: ["failoverPriority", index], of: "value", what, name }];
  });
  return [...failover, ...distribute, ...priority].filter(({ name }) => name !== "");
}

function located(key: string, path: Path, name = "", of: LocalityName["of"] = "value"): LocalityName {
  return { key, path, of, what: "locality", name };
}
