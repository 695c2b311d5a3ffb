import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kubectl35 } from "../support/binaries.ts";
import type { Authority } from "./lab/authority.ts";
import { findTools } from "./lab/build.ts";
import type { KubeObject, LabCluster } from "./lab/index.ts";

/** A mesh made with other people's tools and the rendered objects only: what the lab shows is then not of our apply's making. */

const cli = join(import.meta.dirname, "..", "..", "src/shells/cli/main.ts");

/** kubectl of npm where there is one, else the machine's. */
export function kubectl(cluster: LabCluster, args: readonly string[], input?: unknown): string {
  const text = input === undefined ? undefined : JSON.stringify(input);
  return execFileSync(kubectl35() ?? "kubectl", ["--kubeconfig", cluster.kubeconfig, ...args], {
    encoding: "utf8",
    stdio: "pipe",
    input: text,
    maxBuffer: 64 << 20,
  });
}

export function applyByKubectl(cluster: LabCluster, objects: readonly unknown[]): void {
  kubectl(cluster, ["apply", "--server-side", "-f", "-"], { apiVersion: "v1", kind: "List", items: objects });
}

/** The objects of a cluster as `isthmus render` prints them. */
export function rendered(mesh: string, cluster: string): readonly KubeObject[] {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-by-hand-"));
  try {
    writeFileSync(join(folder, "mesh.yaml"), mesh);
    const text = execFileSync(process.execPath, [cli, "render", "--folder", folder, "--output", "json"], {
      encoding: "utf8",
      maxBuffer: 64 << 20,
    });
    const { clusters } = JSON.parse(text) as {
      readonly clusters: readonly { readonly name: string; readonly objects: readonly KubeObject[] }[];
    };
    return clusters.find(({ name }) => name === cluster)?.objects ?? [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Applies base and istiod, waits until it is ready and its webhooks answer, then applies the rest: gateways need injection. */
export async function install(cluster: LabCluster, objects: readonly KubeObject[]): Promise<void> {
  const kinds = (...wanted: string[]) => objects.filter(({ kind }) => wanted.includes(String(kind)));
  const first = kinds("Namespace", "CustomResourceDefinition");
  const last = objects.filter((object) => nameOf(object).includes("eastwestgateway") || object["kind"] === "Gateway");
  const never = kinds("Secret");
  applyByKubectl(cluster, first);
  kubectl(cluster, ["wait", "--for=condition=Established", "crd", "--all", "--timeout=30s"]);
  applyByKubectl(
    cluster,
    objects.filter((object) => ![...first, ...last, ...never].includes(object)),
  );
  kubectl(cluster, ["-n", "istio-system", "rollout", "status", "deployment/istiod", "--timeout=120s"]);
  await cluster.api.waitFor(`${webhooks}/validatingwebhookconfigurations/istio-validator-istio-system`, (object) =>
    JSON.stringify(object).includes('"failurePolicy":"Fail"'),
  );
  applyByKubectl(cluster, last);
}

/** Gives a user what `isthmus access --print` printed: the roles, and a binding for each. */
export function grantPrinted(cluster: LabCluster, printed: readonly KubeObject[], username: string): void {
  applyByKubectl(cluster, printed);
  for (const role of printed.filter(({ kind }) => kind === "Role" || kind === "ClusterRole")) {
    const { name, namespace } = role["metadata"] as { readonly name: string; readonly namespace?: string };
    const to = `--user=${username}`;
    if (namespace === undefined) kubectl(cluster, ["create", "clusterrolebinding", name, `--clusterrole=${name}`, to]);
    else kubectl(cluster, ["-n", namespace, "create", "rolebinding", name, `--role=${name}`, to]);
  }
}

/** Waits until a Deployment is rolled out; what its pods and the events say is in the error when it is not. */
export function rolledOut(cluster: LabCluster, namespace: string, name: string, seconds = 60): void {
  try {
    kubectl(cluster, ["-n", namespace, "rollout", "status", `deployment/${name}`, `--timeout=${seconds}s`]);
  } catch {
    const pods = kubectl(cluster, [
      "-n",
      namespace,
      "get",
      "pods",
      "-o",
      'jsonpath={range .items[*]}{.metadata.name} {.status}{"\\n"}{end}',
    ]);
    const events = kubectl(cluster, ["-n", namespace, "get", "events", "--sort-by=.lastTimestamp"]);
    throw new Error(`${namespace}/${name} in ${cluster.name} is not rolled out after ${seconds} s\n${pods}\n${events}`);
  }
}

const webhooks = "/apis/admissionregistration.k8s.io/v1";

export function nameOf({ metadata }: KubeObject): string {
  return (metadata as { readonly name: string }).name;
}

/** The Secret by which istiod of `reader` reads `read`, made by istioctl. */
export function connect(reader: LabCluster, read: LabCluster): void {
  const found = findTools().istioctl;
  if (!("path" in found)) throw new Error(`no istioctl: ${found.why}`);
  const args = ["create-remote-secret", "--kubeconfig", read.kubeconfig, "--name", read.name, "--server", read.url];
  const secret = execFileSync(found.path, args, { encoding: "utf8", stdio: "pipe" });
  execFileSync(kubectl35() ?? "kubectl", ["--kubeconfig", reader.kubeconfig, "apply", "--server-side", "-f", "-"], {
    input: secret,
    stdio: "pipe",
  });
}

/** What a program in the first running pod with these labels says. */
export async function inPod(cluster: LabCluster, namespace: string, selector: string, command: readonly string[]): Promise<string> {
  const pods = await cluster.api.list(`/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(selector)}`);
  const pod = pods.find(({ metadata }) => (metadata as { readonly deletionTimestamp?: string }).deletionTimestamp === undefined);
  if (pod === undefined) throw new Error(`no pod ${selector} in ${namespace}`);
  const { code, stdout, stderr } = await cluster.exec({ namespace, name: nameOf(pod) }, command);
  if (code !== 0) throw new Error(`${command[0]} in ${nameOf(pod)} ended with ${code}: ${stderr}`);
  return stdout;
}

/** A command that fetches a page with Node and prints its status and text. */
export function fetching(url: string, headers: Readonly<Record<string, string>> = {}): readonly string[] {
  const script = `require("node:http").get(${JSON.stringify(url)}, { headers: ${JSON.stringify(headers)}, timeout: 5000 }, (answer) => {
    process.stdout.write(answer.statusCode + "\\n"); answer.pipe(process.stdout);
  }).on("error", (error) => { console.error(error.message); process.exit(1); }).on("timeout", () => process.exit(2));`;
  return [process.execPath, "-e", script];
}

/** The system namespace with its network, and `cacerts` as Istio reads it, before istiod starts: an intermediate of `root`. */
export async function giveIntermediate(cluster: LabCluster, root: Authority): Promise<void> {
  const { certificate, key } = await root.issueAuthority(`intermediate-${cluster.name}`);
  const stringData = {
    "ca-cert.pem": certificate,
    "ca-key.pem": key,
    "root-cert.pem": root.certificate,
    "cert-chain.pem": `${certificate.trim()}\n${root.certificate}`,
  };
  const metadata = { name: "istio-system", labels: { "topology.istio.io/network": cluster.network } };
  await cluster.api.apply([
    { apiVersion: "v1", kind: "Namespace", metadata },
    { apiVersion: "v1", kind: "Secret", metadata: { name: "cacerts", namespace: "istio-system" }, stringData },
  ]);
}
