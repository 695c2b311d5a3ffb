import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { Files } from "./mesh.ts";

/** What a repository says of a cluster. */
export interface PushedCluster {
  readonly name: string;
  readonly network: string;
  readonly url: string;
}

/** A mesh repository as a house would push it: charts of its own in a folder, kubeconfigs and the root in variables. */
export function meshFiles(clusters: readonly PushedCluster[]): Files {
  return { "mesh.yaml": mesh, ...charts(), ...Object.fromEntries(clusters.map((one) => [`clusters/${one.name}.yaml`, clusterOf(one)])) };
}

/** The variable that holds the kubeconfig of a cluster. */
export function variable(name: string): string {
  return `KUBECONFIG_${name.toUpperCase()}`;
}

const mesh = `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: lab }
spec:
  topology: multi-primary
  apply: onMerge
  istio:
    charts: { path: charts }
    revisions: [{ name: default, version: 1.31.0 }]
    values: { istiod: { pilot: { autoscaleEnabled: false }, telemetry: { enabled: false } }, gateway: { autoscaling: { enabled: false } } }
  trust:
    signer: { builtin: { certificate: { env: ROOT_CERT }, key: { env: ROOT_KEY } } }
  rollout: { soak: 0s }
`;

function clusterOf({ name, network, url }: PushedCluster): string {
  return `apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: ${name} }
spec:
  role: primary
  network: ${network}
  kubernetes: "1.35"
  access: { kubeconfig: { env: ${variable(name)} } }
  apiServer: { url: "${url}" }
  gateways:
    - { name: istio-eastwestgateway, namespace: istio-system, kind: eastwest }
`;
}

/** The charts we ship under a version of the house: a push installs nothing that calls itself a snapshot. */
function charts(): Files {
  const shipped = join(import.meta.dirname, "../../../dist/charts.json.br");
  const bundled = JSON.parse(brotliDecompressSync(readFileSync(shipped)).toString("utf8")) as {
    readonly version: string;
    readonly charts: Readonly<Record<string, { readonly files: Readonly<Record<string, string>> }>>;
  };
  const wanted = ["base", "istiod", "gateway"];
  return Object.fromEntries(
    wanted.flatMap((name) =>
      Object.entries(bundled.charts[name]?.files ?? {}).map(([path, text]) => [
        `charts/${name}/${path}`,
        path === "Chart.yaml" ? text.replaceAll(bundled.version, "1.31.0") : text,
      ]),
    ),
  );
}
