import type { Json, Path } from "../../../model/json.ts";
import { isObject, listAt, textAt, valueAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { isClusterLocal } from "../../facts/cluster-local.ts";
import { fullHost } from "../../facts/destinations.ts";
import { networksOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"destination-rule-disables-mtls"> = (cluster, report) => {
  const networks = networksOf(cluster);
  // In ambient ztunnel carries requests between networks inside its own mutual TLS, whatever a DestinationRule says.
  if (networks.length < 2 || cluster.mesh.dataPlane !== "sidecar") return;
  for (const manifest of cluster.list("networking.istio.io/DestinationRule")) {
    const host = fullHost(textAt(manifest.object, "spec", "host") ?? "", manifest.id.namespace, cluster.clusterDomain);
    if (!isMeshHost(host, cluster.clusterDomain) || isClusterLocal(cluster, host)) continue;
    for (const { mode, path, whose } of otherModes(manifest)) {
      const facts = { name: `${manifest.id.namespace}/${manifest.id.name}`, mode, whose, host, networks: networks.length };
      report(facts, { on: manifest, path });
    }
  }
};

/** A Service of the mesh, or a pattern that covers some of them. */
function isMeshHost(host: string, domain: string): boolean {
  return host === "*" || host.endsWith(`.svc.${domain}`) || (host.startsWith("*.") && `.svc.${domain}`.endsWith(host.slice(1)));
}

interface OtherMode {
  readonly mode: string;
  readonly path: Path;
  readonly whose: string;
}

/**
 * Every place that sets a mode other than ISTIO_MUTUAL. Each is asked for by some port or subset, so each takes endpoints away
 * (`pilot/pkg/xds/endpoints/mtls_checker.go`); `tls` without a mode is DISABLE, the first of the enumeration.
 */
function otherModes({ object }: Manifest): readonly OtherMode[] {
  const subsets = listAt(object, "spec", "subsets").map(
    (subset, index) => [["spec", "subsets", index, "trafficPolicy"], `subset ${textAt(subset, "name") ?? ""} of `] as const,
  );
  return [[["spec", "trafficPolicy"], ""] as const, ...subsets].flatMap(([at, whose]) => [
    ...modeAt(object, [...at, "tls"], whose),
    ...listAt(valueAt(object, at), "portLevelSettings").flatMap((setting, index) => {
      const port = String(valueAt(setting, ["port", "number"]) ?? "?");
      return modeAt(object, [...at, "portLevelSettings", index, "tls"], `port ${port} of ${whose}`);
    }),
  ]);
}

function modeAt(object: Json, path: Path, whose: string): readonly OtherMode[] {
  const tls = valueAt(object, path);
  if (!isObject(tls)) return [];
  const mode = textAt(tls, "mode") ?? "DISABLE";
  return mode === "ISTIO_MUTUAL" ? [] : [{ mode, path: tls["mode"] === undefined ? path : [...path, "mode"], whose }];
}
