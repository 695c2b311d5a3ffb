import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { type Context, readContexts } from "../../../adapters/kubernetes/contexts.ts";
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
  const contexts = await contextsIn(options.kubeconfig === undefined ? kubeconfigs() : [options.kubeconfig]);
  const wanted = options.context ?? contexts.map(({ name }) => name);
  const missing = wanted.find((name) => !contexts.some((context) => context.name === name));
  if (missing !== undefined)
    throw new UsageError(`the kubeconfig has no context ${missing}. It has: ${contexts.map(({ name }) => name).join(", ") || "none"}.`);
  const text = initMesh({ name: options.name, contexts: contexts.filter(({ name }) => wanted.includes(name)) });
  if (options.write === undefined) terminal.print(text);
  else await saveNew(terminal, options.write, text);
  return 0;
}

/** Of several files the first that names a context counts, as with kubectl; there may be names of files that are not there. */
async function contextsIn(files: readonly string[]): Promise<readonly Context[]> {
  const there = files.length === 1 ? files : files.filter((file) => existsSync(file));
  const found = (await Promise.all((there.length === 0 ? files.slice(0, 1) : there).map(readContexts))).flat();
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

function kubeconfigs(): readonly string[] {
  const named = (process.env["KUBECONFIG"] ?? "").split(delimiter).filter(Boolean);
  return named.length > 0 ? named : [join(homedir(), ".kube", "config")];
}
