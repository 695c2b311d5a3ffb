import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyByKubectl, kubectl } from "./by-hand.ts";
import type { LabCluster } from "./lab/index.ts";
import type { TestMesh } from "./mesh.ts";

/** A release as `isthmus render --as-helm --output json` tells it. */
interface Release {
  readonly cluster: string;
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly command: string;
  readonly values: object;
}

/** `helm install` of every release of a cluster, by the real binary, as the charts' documentation says: base, then istiod, then what istiod injects. */
export async function installByHelm(helm: string, mesh: TestMesh, cluster: LabCluster): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-helm-"));
  const printed = await mesh.run("render", "--as-helm", "--charts", folder, "--cluster", cluster.name, "--output", "json");
  const { releases } = JSON.parse(printed.stdout) as { readonly releases: readonly Release[] };
  for (const { name, namespace, chart, values } of releases) {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(values));
    const where = ["--namespace", namespace, "--kubeconfig", cluster.kubeconfig];
    execFileSync(helm, ["install", name, join(folder, chart), "--values", file, ...where], { stdio: "pipe", env: cleanEnv(folder) });
    if (chart === "istiod") await istiodAnswers(cluster, namespace);
  }
  return releases.map(({ name }) => name);
}

/** Helm keeps caches in the home folder, which is not ours. */
function cleanEnv(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder };
}

async function istiodAnswers(cluster: LabCluster, namespace: string): Promise<void> {
  kubectl(cluster, ["-n", namespace, "rollout", "status", "deployment/istiod", "--timeout=120s"]);
  const validator = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/istio-validator-istio-system";
  await cluster.api.waitFor(validator, (object) => JSON.stringify(object).includes('"failurePolicy":"Fail"'));
}

/** Exposes services to other networks, as `samples/multicluster/expose-services.yaml` of Istio does. */
export function exposeByKubectl(cluster: LabCluster): void {
  const port = { number: 15443, name: "tls", protocol: "TLS" };
  applyByKubectl(cluster, [
    {
      apiVersion: "networking.istio.io/v1",
      kind: "Gateway",
      metadata: { name: "cross-network-gateway", namespace: "istio-system" },
      spec: { selector: { istio: "eastwestgateway" }, servers: [{ port, tls: { mode: "AUTO_PASSTHROUGH" }, hosts: ["*.local"] }] },
    },
  ]);
}
