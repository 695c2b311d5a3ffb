import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { readContexts } from "../../../adapters/kubernetes/contexts.ts";
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
  const contexts = await readContexts(options.kubeconfig ?? defaultKubeconfig());
  const wanted = options.context ?? contexts.map(({ name }) => name);
  const missing = wanted.find((name) => !contexts.some((context) => context.name === name));
  if (missing !== undefined)
    throw new UsageError(`the kubeconfig has no context ${missing}. It has: ${contexts.map(({ name }) => name).join(", ") || "none"}.`);
  const text = initMesh({ name: options.name, contexts: contexts.filter(({ name }) => wanted.includes(name)) });
  if (options.write === undefined) terminal.print(text);
  else await saveNew(terminal, options.write, text);
  return 0;
}

function defaultKubeconfig(): string {
  return process.env["KUBECONFIG"]?.split(delimiter)[0] ?? join(homedir(), ".kube", "config");
}
