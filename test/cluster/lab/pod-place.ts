import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the lab keeps what belongs to a pod: logs, volumes, the name of its network namespace. */
export function podFolder(clusterFolder: string, pod: { readonly namespace: string; readonly name: string }): string {
  return join(clusterFolder, "pods", `${pod.namespace}_${pod.name}`);
}

/** File in the pod's folder that names its network namespace. */
export const namespaceFile = "network-namespace";

export function podNamespace(folder: string): string {
  return readFileSync(join(folder, namespaceFile), "utf8");
}
