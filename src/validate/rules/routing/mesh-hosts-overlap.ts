import { isList, listAt, objectAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { fullHost } from "../../facts/destinations.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

type View = ClusterView<"networking.istio.io/VirtualService" | "ConfigMap">;

export const check: Check<"mesh-hosts-overlap"> = (cluster, report) => {
  const claims = cluster.list("networking.istio.io/VirtualService").flatMap((manifest) => claimsOf(manifest, cluster));
  for (const [host, rivals] of Map.groupBy(claims, (claim) => claim.host)) {
    rivals.forEach((claim, index) => {
      const other = rivals.slice(0, index).find((earlier) => earlier.manifest !== claim.manifest && meet(earlier, claim));
      if (other === undefined) return;
      report({ host, name: nameOf(claim), other: nameOf(other) }, { on: claim.manifest, path: ["spec", "hosts", claim.index] });
    });
  }
};

/** A host that a VirtualService routes for the proxies of the mesh. */
interface Claim {
  readonly manifest: Manifest;
  readonly host: string;
  readonly index: number;
  /** Namespaces it is for; `*` is all of them. */
  readonly scopes: readonly string[];
  /** HTTP routes and routes of bytes do not get in each other's way. */
  readonly protocols: readonly string[];
}

function claimsOf(manifest: Manifest, cluster: View): readonly Claim[] {
  const spec = objectAt(manifest.object, "spec");
  const gateways = listAt(spec, "gateways");
  if (gateways.length > 0 && !gateways.includes("mesh")) return [];
  const scopes = scopesOf(manifest, cluster);
  const protocols = [
    listAt(spec, "http").length > 0 ? ["http"] : [],
    listAt(spec, "tls").length + listAt(spec, "tcp").length > 0 ? ["tcp"] : [],
  ].flat();
  return listAt(spec, "hosts").flatMap((host, index) =>
    typeof host === "string"
      ? [{ manifest, host: fullHost(host, manifest.id.namespace, cluster.clusterDomain), index, scopes, protocols }]
      : [],
  );
}

function scopesOf({ object, id }: Manifest, cluster: View): readonly string[] {
  const written = listAt(object, "spec", "exportTo");
  const byDefault = cluster.remember(meshConfigs).map(({ config }) => config["defaultVirtualServiceExportTo"]);
  const chosen = written.length > 0 ? written : (byDefault.find(isList) ?? []);
  const scopes = chosen.filter((scope) => typeof scope === "string").map((scope) => (scope === "." ? id.namespace : scope));
  return scopes.length === 0 || scopes.includes("*") ? ["*"] : scopes;
}

function meet(a: Claim, b: Claim): boolean {
  const inOneNamespace = a.scopes.includes("*") || b.scopes.includes("*") || a.scopes.some((scope) => b.scopes.includes(scope));
  return inOneNamespace && a.protocols.some((protocol) => b.protocols.includes(protocol));
}

function nameOf({ manifest }: Claim): string {
  return `${manifest.id.namespace}/${manifest.id.name}`;
}
