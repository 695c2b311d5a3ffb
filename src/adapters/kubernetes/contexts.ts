import { readFile } from "node:fs/promises";
// Named and static, in a module that is itself loaded late: only then is the generated API left out of the bundle, 13 MB of it.
import { KubeConfig } from "@kubernetes/client-node";
import { problem } from "../../catalog/problem.ts";

/** A context of kubeconfigs, as far as no credential is concerned. */
export interface Context {
  readonly name: string;
  readonly cluster: string;
  /** Address of the API server; empty when no kubeconfig says. */
  readonly server: string;
  /** The name by which the server's certificate is judged, where it is not that of the address. */
  readonly tlsServerName: string | undefined;
  /** The program that the kubeconfig starts to log in. */
  readonly program: string | undefined;
}

/**
 * The contexts of kubeconfig files, as kubectl reads several: the first that names a thing wins, and a context may name a cluster of another file. No credential is
 * used and no cluster contacted. @throws Problem `kubeconfig-unreadable`
 */
export async function readContexts(files: readonly string[]): Promise<readonly Context[]> {
  const configs = await Promise.all(files.map(readConfig));
  const named = configs.flatMap((config) => config.getContexts());
  if (named.length === 0) throw problem("kubeconfig-unreadable", { file: files.join(", "), why: "it names no context" });
  const first = <T>(find: (config: KubeConfig) => T | null): T | undefined =>
    configs.map(find).find((found) => found !== null) ?? undefined;
  const distinct = named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index);
  return distinct.map(({ name, cluster, user }) => {
    const found = first((config) => config.getCluster(cluster));
    const command: unknown = first((config) => config.getUser(user))?.exec?.command;
    const program = typeof command === "string" ? command : undefined;
    return { name, cluster, server: found?.server ?? "", tlsServerName: found?.tlsServerName, program };
  });
}

async function readConfig(file: string): Promise<KubeConfig> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw problem("kubeconfig-unreadable", { file, why: error.code ?? "unknown" }, error);
  });
  const config = new KubeConfig();
  try {
    // kubectl takes an empty file for one that names nothing.
    if (text.trim() !== "") config.loadFromString(text);
  } catch {
    // The library's message may quote the file, credentials included.
    throw problem("kubeconfig-unreadable", { file, why: "it is not a kubeconfig" });
  }
  return config;
}
