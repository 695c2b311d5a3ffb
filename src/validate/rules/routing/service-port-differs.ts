import type { Json } from "../../../model/json.ts";
import { listAt, textAt, valueAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { isClusterLocal } from "../../facts/cluster-local.ts";
import { protocolOf } from "../../facts/port-protocol.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

type View = ClusterView<"Service" | "ConfigMap">;

export const check: Check<"service-port-differs"> = (mesh, report) => {
  const placed = mesh.clusters.flatMap((cluster) => sharedServices(cluster).map((service) => ({ cluster, service })));
  for (const copies of Map.groupBy(placed, ({ service }) => `${service.id.namespace}/${service.id.name}`).values()) {
    const [first, ...others] = copies;
    for (const copy of first === undefined ? [] : others) {
      listAt(copy.service.object, "spec", "ports").forEach((port, index) => {
        const number = valueAt(port, ["port"]);
        const peer =
          first &&
          listAt(first.service.object, "spec", "ports").find(
            (entry) => valueAt(entry, ["port"]) === number && transportOf(entry) === transportOf(port),
          );
        const what = peer === undefined ? undefined : difference(port, peer);
        if (first === undefined || what === undefined) return;
        const facts = {
          service: `${copy.service.id.namespace}/${copy.service.id.name}`,
          port: String(number),
          cluster: copy.cluster.name,
          peer: first.cluster.name,
        };
        report(
          { ...facts, ...what },
          { on: copy.service, path: ["spec", "ports", index], clusters: [first.cluster.name, copy.cluster.name] },
        );
      });
    }
  }
};

/** Services that files place and that other clusters see. */
function sharedServices(cluster: View): readonly Manifest[] {
  return cluster
    .list("Service")
    .filter(
      ({ id, origin }) => origin.kind === "config" && !isClusterLocal(cluster, `${id.name}.${id.namespace}.svc.${cluster.clusterDomain}`),
    );
}

function transportOf(port: Json): string {
  return textAt(port, "protocol") ?? "TCP";
}

interface Difference {
  readonly here: string;
  readonly there: string;
}

/** The names must be the same, because endpoints belong to a port by its name; and so must be what Istio takes the port for. */
function difference(port: Json, peer: Json): Difference | undefined {
  const names = [textAt(port, "name") ?? "", textAt(peer, "name") ?? ""].map((name) => (name === "" ? "has no name" : `is called ${name}`));
  if (names[0] !== names[1]) return { here: names[0] ?? "", there: names[1] ?? "" };
  const protocols = [protocolOf(port), protocolOf(peer)].map((protocol) =>
    protocol === undefined ? "has a protocol that is guessed" : `is for ${protocol}`,
  );
  return protocols[0] === protocols[1] ? undefined : { here: protocols[0] ?? "", there: protocols[1] ?? "" };
}
