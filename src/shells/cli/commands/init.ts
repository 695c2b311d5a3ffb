import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { type Context, readContexts } from "../../../adapters/kubernetes/contexts.ts";
import { initMesh, oneContextEach } from "../../../load/index.ts";
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
  const all = await contextsIn(options.kubeconfig === undefined ? kubeconfigs() : [options.kubeconfig]);
  const wanted = options.context ?? all.map(({ name }) => name);
  const missing = wanted.find((name) => !all.some((context) => context.name === name));
  if (missing !== undefined) {
    const known = all.map(({ name }) => name).join(", ");
    throw new UsageError(oneLine(`the kubeconfig has no context ${missing}. It has: ${known || "none"}.`));
  }
  const { contexts, left } = oneContextEach(all.filter(({ name }) => wanted.includes(name)));
  for (const { context, why } of left) terminal.tell(oneLine(`Left out: context ${context}: ${why}.`));
  if (contexts.length === 0) throw new UsageError("no context is left that stands for a cluster.");

  const text = initMesh({ name: options.name, contexts });
  if (options.write === undefined) {
    terminal.print(text);
    return 0;
  }
  await saveNew(terminal, options.write, text);
  terminal.tell("Next: go through the lines that begin with “Fill in” and “Check”, then run `isthmus validate` there.");
  return 0;
}

/** There may be names of files that are not there, as with kubectl; one that is the only one must be. */
async function contextsIn(files: readonly string[]): Promise<readonly Context[]> {
  const there = files.length === 1 ? files : files.filter((file) => existsSync(file));
  return readContexts(there.length === 0 ? files.slice(0, 1) : there);
}

/** Names of a kubeconfig may hold anything; a terminal would obey some of it. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

function kubeconfigs(): readonly string[] {
  const named = (process.env["KUBECONFIG"] ?? "").split(delimiter).filter(Boolean);
  return named.length > 0 ? named : [join(homedir(), ".kube", "config")];
}
