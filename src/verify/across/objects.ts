import type { JsonObject } from "../../model/json.ts";
import { type Cluster, type Mesh, servesConfig } from "../../model/mesh.ts";
import { probeCommon, probeName, probeNamespace, probePorts } from "../../model/probe.ts";
import { script } from "./script.gen.ts";

/** On everything the probe brings: what a killed run left is found by it. */
export const probeLabel = "isthmus.dev/probe";

/** On its namespace: whose probe it is, when its run last said that it lives, and after how many seconds of silence it does not. */
export const probeMarks = {
  run: "isthmus.dev/probe-run",
  alive: "isthmus.dev/probe-alive",
  silence: "isthmus.dev/probe-silence",
} as const;

const { mesh: meshPort, control: controlPort } = probePorts;

/** How the probe runs in these clusters. */
export interface Workload {
  /** An image in which `node` is the first word of the command. */
  readonly image: string;
  /** Further annotations of the pods. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Further variables of the program: `MESH_DOOR`, `MESH_PORT`, `MESH_BIND`, for places where nothing leads traffic to the sidecar by itself. */
  readonly env: Readonly<Record<string, string>>;
}

/** Runs wherever images of Docker's own library can be pulled. */
export const plainWorkload: Workload = { image: "node:24-alpine", annotations: {}, env: {} };

export function probeHost(cluster: Cluster, of: Cluster): string {
  return `${probeName(of)}.${probeNamespace}.svc.${cluster.clusterDomain}`;
}

/** What one cluster needs for the probe inside its namespace, in the order in which it is applied. A Service for every cluster: names must resolve where they are asked for. */
export function probeObjects(mesh: Mesh, cluster: Cluster, workload: Workload): readonly JsonObject[] {
  const members = mesh.clusters.filter(({ role }) => role !== "external");
  return [
    ...(servesConfig(mesh, cluster) ? [strict] : []),
    object("v1", "ServiceAccount", probeName(cluster), {}),
    object("v1", "ConfigMap", probeCommon, { data: { "probe.mjs": script } }),
    ...members.map(service),
    deployment(cluster, workload),
  ];
}

/** The namespace in which the probe stands in a cluster. */
export function probeNamespaceObject(mesh: Mesh, cluster: Cluster): JsonObject {
  const revision = cluster.istio.revisions[0]?.name ?? "default";
  const injected: Readonly<Record<string, string>> =
    mesh.dataPlane === "ambient"
      ? { "istio.io/dataplane-mode": "ambient" }
      : revision === "default"
        ? { "istio-injection": "enabled" }
        : { "istio.io/rev": revision };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name: probeNamespace, labels: { [probeLabel]: "true", ...injected } } };
}

/** Plain text is refused on the mesh's side, so that an answer proves mutual TLS; the control door is for the API server, which is not in the mesh. */
const strict: JsonObject = object("security.istio.io/v1", "PeerAuthentication", probeCommon, {
  spec: {
    selector: { matchLabels: { [probeLabel]: "true" } },
    mtls: { mode: "STRICT" },
    portLevelMtls: { [String(controlPort)]: { mode: "DISABLE" } },
  },
});

function service(cluster: Cluster): JsonObject {
  // The API server asks the program by its Service too: a right to reach this Service is less than one to reach any pod.
  const ports = [
    { name: "http", port: meshPort, targetPort: meshPort },
    { name: "tcp-control", port: controlPort, targetPort: controlPort },
  ];
  return object("v1", "Service", probeName(cluster), { spec: { selector: { app: probeName(cluster) }, ports } });
}

function deployment(cluster: Cluster, { image, annotations, env }: Workload): JsonObject {
  const name = probeName(cluster);
  const labels = { app: name, [probeLabel]: "true" };
  const variables = { CLUSTER: cluster.name, MESH_PORT: String(meshPort), CONTROL_PORT: String(controlPort), ...env };
  const container = {
    name: "probe",
    image,
    command: ["node", "/probe/probe.mjs"],
    env: Object.entries(variables).map(([key, value]) => ({ name: key, value })),
    ports: [
      { name: "http", containerPort: meshPort },
      { name: "control", containerPort: controlPort },
    ],
    readinessProbe: { httpGet: { path: "/ready", port: controlPort }, periodSeconds: 1 },
    resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "128Mi" } },
    volumeMounts: [{ name: "probe", mountPath: "/probe", readOnly: true }],
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
  };
  return object("apps/v1", "Deployment", name, {
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels, annotations: { "traffic.sidecar.istio.io/excludeInboundPorts": String(controlPort), ...annotations } },
        spec: {
          serviceAccountName: name,
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, runAsUser: 65_534, seccompProfile: { type: "RuntimeDefault" } },
          terminationGracePeriodSeconds: 1,
          containers: [container],
          volumes: [{ name: "probe", configMap: { name: probeCommon } }],
        },
      },
    },
  });
}

function object(apiVersion: string, kind: string, name: string, rest: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name, namespace: probeNamespace, labels: { [probeLabel]: "true" } }, ...rest };
}
