import { advice } from "../../../catalog/nearest.ts";
import { type JsonObject, listAt, objectAt, type Path, textAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { isZone, type Localities, type LocalityName, localitiesOf, namesIn } from "../../facts/localities.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import { networksOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"locality-not-in-mesh"> = (cluster, report) => {
  const localities = cluster.remember(localitiesOf);
  const isKnown = cluster.isRead && cluster.isInstalled;
  const known: Known = {
    localities,
    cluster: isKnown ? cluster.mesh.clusters.map(({ istioName }) => istioName).sort() : undefined,
    network: isKnown ? networksOf(cluster) : undefined,
  };
  const look = (manifest: Manifest, whose: string, setting: JsonObject, at: (name: LocalityName) => Path): void => {
    for (const name of namesIn(setting)) {
      const miss = missing(name, known);
      if (miss === undefined) continue;
      const { what, seen, among } = miss;
      const facts = { key: name.key, whose, what, seen, known: among.join(", "), near: advice(seen, among) };
      report(facts, { on: manifest, path: at(name), of: name.of });
    }
  };
  for (const manifest of cluster.list("networking.istio.io/DestinationRule")) {
    const host = textAt(manifest.object, "spec", "host") ?? "";
    for (const path of policiesOf(manifest)) {
      const top = [...path, "loadBalancer", "localityLbSetting"];
      look(manifest, host, objectAt(manifest.object, ...top), (name) => [...top, ...name.path]);
    }
  }
  for (const { manifest, config } of cluster.remember(meshConfigs)) {
    look(manifest, "the whole mesh", objectAt(config, "localityLbSetting"), () => ["data", "mesh"]);
  }
};

interface Known {
  readonly localities: Localities | undefined;
  readonly cluster: readonly string[] | undefined;
  readonly network: readonly string[] | undefined;
}

interface Miss {
  readonly what: string;
  readonly seen: string;
  readonly among: readonly string[];
}

function missing({ what, name }: LocalityName, known: Known): Miss | undefined {
  if (what !== "locality") {
    const among = known[what];
    return among === undefined || among.includes(name) ? undefined : { what, seen: name, among };
  }
  const { localities } = known;
  const [region = "", zone = "*"] = name.split("/");
  if (localities === undefined || region === "*") return undefined;
  if (!localities.has(region)) return { what: "region", seen: region, among: [...localities.keys()].sort() };
  const zones = localities.get(region);
  if (zones === undefined || zone === "*" || zone === "" || isZone(zone, region, zones)) return undefined;
  return { what: `a zone of ${region},`, seen: zone, among: [...new Set(zones)].sort() };
}

/** The paths of the traffic policies of a DestinationRule. */
function policiesOf({ object }: Manifest): readonly (readonly (string | number)[])[] {
  const within = (path: readonly (string | number)[]) => [
    path,
    ...listAt(object, ...path, "portLevelSettings").map((_, index) => [...path, "portLevelSettings", index]),
  ];
  const subsets = listAt(object, "spec", "subsets").map((_, index) => ["spec", "subsets", index, "trafficPolicy"]);
  return [["spec", "trafficPolicy"], ...subsets].flatMap(within);
}
