import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import { objectAt, textAt } from "../model/json.ts";
import type { Mesh } from "../model/mesh.ts";
import { objectOf } from "./check.ts";
import type { Item } from "./items.ts";

/**
 * An object under `config/` that Isthmus derives from the mesh documents, or that would install Istio a second way. It is not placed: two
 * owners of one object would undo each other's work.
 */
export function handwritten(item: Item, mesh: Mesh): Finding | undefined {
  // A place costs a second look at the document, so only a finding asks for it.
  const at = (...path: readonly string[]) => ({ source: item.source.place(path), object: objectOf(item.object) });
  const { group, kind, name } = item.id;
  if (group === "isthmus.dev" || group === "ristioctl.k8smgmt.io") {
    return finding("mesh-document-in-config", { kind, name }, at("kind"));
  }
  if (group === "install.istio.io" || group === "sailoperator.io") {
    return finding("install-object-in-config", { kind, name, group }, at("apiVersion"));
  }
  const from = derivedFrom(item, mesh);
  return from === undefined ? undefined : finding("derived-by-hand", { kind, name, from }, at("metadata", "name"));
}

/** Kinds of which any object follows from the mesh documents: most kinds are not among them, and are asked about most. */
const mayFollow: ReadonlySet<string> = new Set(["Namespace", "Secret", "Gateway", "VirtualService"]);

/** What of the mesh documents an object follows from; `undefined` when it does not follow from any. */
function derivedFrom({ id, object }: Item, mesh: Mesh): string | undefined {
  if (!mayFollow.has(id.kind)) return undefined;
  const isSystemNamespace = (name: string) => mesh.clusters.some((cluster) => cluster.systemNamespace === name);
  switch (`${id.group}/${id.kind}`) {
    case "/Namespace":
      return isSystemNamespace(id.name) ? "spec.network and spec.systemNamespace of each cluster" : undefined;
    case "/Secret": {
      if (!isSystemNamespace(id.namespace)) return undefined;
      if (id.name === "cacerts" || id.name === "istio-ca-secret") return "spec.trust of the mesh";
      const isRemote =
        id.name.startsWith("istio-remote-secret-") || objectAt(object, "metadata", "labels")["istio/multiCluster"] === "true";
      return isRemote ? "spec.discovery of the mesh and the clusters" : undefined;
    }
    case "networking.istio.io/Gateway":
      return ["cross-network-gateway", "istiod-gateway"].includes(id.name) && isSystemNamespace(id.namespace)
        ? "the gateways and networks of the clusters"
        : undefined;
    case "networking.istio.io/VirtualService":
      return /^istiod-vs(?:-|$)/u.test(id.name) && isSystemNamespace(id.namespace) ? "the topology of the mesh" : undefined;
    case "gateway.networking.k8s.io/Gateway":
      return textAt(object, "spec", "gatewayClassName") === "istio-east-west" ? "spec.gateways of the cluster" : undefined;
    default:
      return undefined;
  }
}
