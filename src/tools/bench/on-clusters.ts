import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { load } from "js-yaml";
import { createRoot, saveRoot } from "../../adapters/signer/index.ts";
import { unpackCharts } from "./bundled-charts.ts";
import { helmBinary } from "./helm.ts";
import { type Measured, measure, median } from "./measure.ts";
import type { OnClusters, Side } from "./on-clusters-result.ts";

/**
 * Runs inside the lab (`KUBECONFIG` has contexts east, west, helm-east and helm-west): a mesh of two clusters from nothing by `isthmus apply`, and the same charts with the same values
 * by `helm upgrade --install --wait`, release after release as a script would; then both once more with nothing to do. Prints `OnClusters` as JSON.
 */

const root = join(import.meta.dirname, "..", "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "isthmus-bench-"));
const folder = join(scratch, "mesh");
const names = ["east", "west"];
const again = 3;

const meshDocument = `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: bench }
spec:
  topology: multi-primary
  istio:
    revisions: [{ name: default, version: 1.31.0 }]
    values: { istiod: { pilot: { autoscaleEnabled: false } }, gateway: { autoscaling: { enabled: false } } }
  trust:
    signer: { builtin: { certificate: { env: ROOT_CERT }, key: { env: ROOT_KEY } } }
  rollout: { soak: 0s }
`;

const authority = await createRoot({ organization: "bench", name: "root", days: 30, at: Date.now() });
const files = { certificate: join(scratch, "root-cert.pem"), key: join(scratch, "root-key.pem") };
await saveRoot(authority, files);
process.env["ROOT_CERT"] = readFileSync(files.certificate, "utf8");
process.env["ROOT_KEY"] = readFileSync(files.key, "utf8");
writeMesh();

const ours = { fresh: sideOf(await apply("look")), again: sideOf(await median(again, () => apply("none"))) };
const result: OnClusters = { ours, helm: await byHelm() };
console.log(JSON.stringify(result));
rmSync(scratch, { recursive: true, force: true });

async function apply(verify: "look" | "none"): Promise<Measured> {
  const args = [join(root, "dist", "cli.js"), "apply", "--folder", folder, "--snapshot-charts", "--verify", verify, "--output", "json"];
  const done = await measure(process.execPath, args, root);
  if (done.code !== 0) throw new Error(`isthmus apply ended with ${done.code}: ${done.stdout.slice(0, 2000)}`);
  return done;
}

interface Release {
  readonly cluster: string;
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly values: unknown;
}

async function byHelm(): Promise<OnClusters["helm"]> {
  const helm = helmBinary(root);
  if (helm === undefined) return undefined;
  const listed = await measure(
    process.execPath,
    [join(root, "dist", "cli.js"), "render", "--folder", folder, "--as-helm", "--output", "json"],
    root,
  );
  const { releases } = JSON.parse(listed.stdout) as { readonly releases: readonly Release[] };
  const charts = unpackCharts(root, join(scratch, "charts"));
  const upgrade = async (flags: readonly string[]): Promise<Measured> => {
    const runs: Measured[] = [];
    for (const release of releases) runs.push(await upgradeOne({ helm, charts, release, flags }));
    const wallMs = runs.reduce((sum, run) => sum + run.wallMs, 0);
    const cpuMs = runs.reduce((sum, run) => sum + run.cpuMs, 0);
    return { wallMs, firstMs: wallMs, cpuMs, peakMb: Math.max(...runs.map((run) => run.peakMb)), code: 0, stdout: "" };
  };
  const fresh = await upgrade(["--install", "--create-namespace", "--wait"]);
  return { fresh: sideOf(fresh), again: sideOf(await median(again, () => upgrade([]))), releases: releases.length };
}

interface Upgrade {
  readonly helm: string;
  readonly charts: string;
  readonly release: Release;
  readonly flags: readonly string[];
}

async function upgradeOne({ helm, charts, release, flags }: Upgrade): Promise<Measured> {
  const { cluster, name, namespace, chart, values } = release;
  const file = join(scratch, `values-${cluster}-${name}.json`);
  writeFileSync(file, JSON.stringify(values));
  const context = ["--kube-context", `helm-${cluster}`, "-n", namespace];
  const done = await measure(helm, ["upgrade", name, join(charts, chart), ...context, "-f", file, ...flags], root);
  if (done.code !== 0) throw new Error(`helm upgrade ${name} in ${cluster} ended with ${done.code}`);
  return done;
}

function sideOf({ wallMs, peakMb }: Measured): Side {
  return { ms: wallMs, mb: peakMb };
}

function writeMesh(): void {
  const config = load(readFileSync(process.env["KUBECONFIG"] ?? "", "utf8")) as {
    readonly clusters: readonly { readonly name: string; readonly cluster: { readonly server: string } }[];
    readonly contexts: readonly { readonly name: string; readonly context: { readonly cluster: string } }[];
  };
  const serverOf = (name: string): string => {
    const cluster = config.contexts.find((one) => one.name === name)?.context.cluster;
    return config.clusters.find((one) => one.name === cluster)?.cluster.server ?? "";
  };
  put("mesh.yaml", meshDocument);
  for (const name of names) put(`clusters/${name}.yaml`, clusterDocument(name, serverOf(name)));
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function clusterDocument(name: string, server: string): string {
  return `apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: ${name} }
spec:
  role: primary
  network: ${name}
  kubernetes: "1.35"
  access: { kubeconfig: { env: KUBECONFIG }, context: ${name} }
  apiServer: { url: "${server}" }
  gateways:
    - { name: istio-eastwestgateway, namespace: istio-system, kind: eastwest }
`;
}
