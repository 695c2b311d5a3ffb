import { readFile } from "node:fs/promises";
// Named and static, in a module that is itself loaded late: only then is the generated API left out of the bundle, 13 MB of it.
import { KubeConfig } from "@kubernetes/client-node";
import { problem } from "../../catalog/problem.ts";

/** A context of a kubeconfig, as far as no credential is concerned. `server` is empty when the kubeconfig does not say. */
export interface Context {
  readonly name: string;
  readonly cluster: string;
  readonly server: string;
}

/** The contexts of a kubeconfig file. No credential is used and no cluster contacted. @throws Problem `kubeconfig-unreadable` */
export async function readContexts(file: string): Promise<readonly Context[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw problem("kubeconfig-unreadable", { file, why: error.code ?? "unknown" }, error);
  });
  const config = new KubeConfig();
  try {
    config.loadFromString(text);
  } catch {
    // The library's message may quote the file, credentials included.
    throw problem("kubeconfig-unreadable", { file, why: "it is not a kubeconfig" });
  }
  if (config.getContexts().length === 0) throw problem("kubeconfig-unreadable", { file, why: "it names no context" });
  return config.getContexts().map(({ name, cluster }) => ({ name, cluster, server: config.getCluster(cluster)?.server ?? "" }));
}
