import type { Json } from "../model/json.ts";
import { listAt, objectAt, textAt, valueAt } from "../model/json.ts";
import type { Cluster, GatewaySpec, Mesh } from "../model/mesh.ts";
import type { Source } from "../model/source.ts";
import { readIstio, texts } from "./istio.ts";
import { labelsAt } from "./mesh.ts";

/** A Cluster document that its schema accepted, with the defaults of the mesh it belongs to. */
export function readCluster(value: Json, source: Source, mesh: Mesh): Cluster {
  const name = textAt(value, "metadata", "name") ?? "";
  const spec = objectAt(value, "spec");
  const systemNamespace = textAt(spec, "systemNamespace") ?? "istio-system";
  return {
    name,
    labels: labelsAt(value, "metadata", "labels"),
    role: roleOf(textAt(spec, "role")),
    primary: textAt(spec, "primary"),
    configCluster: textAt(spec, "configCluster"),
    network: textAt(spec, "network") ?? "",
    kubernetes: kubernetesOf(textAt(spec, "kubernetes")),
    platform: textAt(spec, "platform"),
    istioName: textAt(spec, "istioName") ?? name,
    access: objectAt(spec, "access"),
    apiServer: {
      url: textAt(spec, "apiServer", "url"),
      ca: textAt(spec, "apiServer", "ca"),
      tlsServerName: textAt(spec, "apiServer", "tlsServerName"),
      proxyUrl: textAt(spec, "apiServer", "proxyURL"),
    },
    cidrs: { pods: texts(spec, "cidrs", "pods"), services: texts(spec, "cidrs", "services"), egress: texts(spec, "cidrs", "egress") },
    locality: { region: textAt(spec, "locality", "region"), zones: texts(spec, "locality", "zones") },
    gateways: readGateways(spec, source, systemNamespace),
    systemNamespace,
    trustDomain: textAt(spec, "trustDomain") ?? mesh.trust.domain,
    clusterDomain: textAt(spec, "clusterDomain") ?? "cluster.local",
    components: { cni: component(spec, "cni", systemNamespace, mesh), ztunnel: component(spec, "ztunnel", systemNamespace, mesh) },
    istio: readIstio(spec["istio"], mesh.istio),
    adopt: valueAt(spec, ["adopt"]) === true,
    source,
  };
}

/** Without the `v` of `kubectl version` and the `+` that some clouds put behind the minor version (`1.35+`). */
function kubernetesOf(written: string | undefined): string | undefined {
  return written?.replace(/^v|\+$/gu, "");
}

/** The first of two gateways with one name in one namespace stands; the second is a finding elsewhere. */
function readGateways(spec: Json, source: Source, systemNamespace: string): readonly GatewaySpec[] {
  const gateways = listAt(spec, "gateways").map((entry, index) => readGateway(entry, within(source, index), systemNamespace));
  const isFirst = ({ namespace, name }: GatewaySpec, index: number): boolean =>
    gateways.findIndex((other) => other.namespace === namespace && other.name === name) === index;
  return gateways.filter(isFirst);
}

function readGateway(value: Json, source: Source, systemNamespace: string): GatewaySpec {
  const kind = textAt(value, "kind");
  return {
    name: textAt(value, "name") ?? "",
    namespace: textAt(value, "namespace") ?? systemNamespace,
    kind: kind === "eastwest" || kind === "egress" ? kind : "ingress",
    revision: textAt(value, "revision"),
    service: objectAt(value, "service"),
    values: objectAt(value, "values"),
    source,
  };
}

function component(spec: Json, name: "cni" | "ztunnel", systemNamespace: string, mesh: Mesh): Cluster["components"]["cni"] {
  const written = objectAt(spec, "components", name);
  const { enabled } = written;
  return {
    enabled: typeof enabled === "boolean" ? enabled : mesh.dataPlane === "ambient",
    namespace: textAt(written, "namespace") ?? systemNamespace,
    values: objectAt(written, "values"),
  };
}

function roleOf(text: string | undefined): Cluster["role"] {
  return text === "remote" || text === "external" ? text : "primary";
}

/** Places inside one entry of `spec.gateways`. */
function within(source: Source, index: number): Source {
  return {
    file: source.file,
    index: source.index,
    line: source.line,
    place: (path, of) => source.place(["spec", "gateways", index, ...path], of),
  };
}
