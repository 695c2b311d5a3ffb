import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { problem } from "../../../catalog/problem.ts";
import { initMesh } from "../../../load/index.ts";
import { UsageError } from "../../run.ts";
import { saveNew } from "../save-new.ts";
import type { Terminal } from "../terminal.ts";

interface InitOptions {
  readonly kubeconfig?: string;
  readonly context?: readonly string[];
  readonly name: string;
  readonly write?: string;
}

/** `isthmus init`: a first mesh document from kubeconfig contexts. Reads names and addresses only; no credential is used and no cluster contacted. */
export async function init(terminal: Terminal, options: InitOptions): Promise<number> {
  const contexts = await readContexts(options.kubeconfig);
  const wanted = options.context ?? contexts.map(({ name }) => name);
  const missing = wanted.find((name) => !contexts.some((context) => context.name === name));
  if (missing !== undefined) throw new UsageError(`the kubeconfig has no context ${missing}. It has: ${contexts.map(({ name }) => name).join(", ") || "none"}.`);
  const text = initMesh({ name: options.name, contexts: contexts.filter(({ name }) => wanted.includes(name)) });
  if (options.write === undefined) terminal.print(text);
  else await saveNew(terminal, options.write, text);
  return 0;
}

interface Context {
  readonly name: string;
  readonly cluster: string;
  readonly server: string;
}

async function readContexts(given: string | undefined): Promise<readonly Context[]> {
  const file = given ?? process.env["KUBECONFIG"]?.split(delimiter)[0] ?? join(homedir(), ".kube", "config");
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw problem("kubeconfig-unreadable", { file, why: error.code ?? "unknown" }, error);
  });
  // Loaded only here: the client library takes longer to load than everything else the command does.
  const { KubeConfig } = await import("@kubernetes/client-node");
  const config = new KubeConfig();
  try {
    config.loadFromString(text);
  } catch {
    // The library's message may quote the file, credentials included.
    throw problem("kubeconfig-unreadable", { file, why: "it is not a kubeconfig" });
  }
  return config.getContexts().map(({ name, cluster }) => ({ name, cluster, server: config.getCluster(cluster)?.server ?? "" }));
}
