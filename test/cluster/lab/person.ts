import { spawn } from "node:child_process";
import { buildTools } from "./build.ts";
import { enterCommand, whyNoNamespaces } from "./enter.ts";
import { mode } from "./ground.ts";
import { type ClusterOptions, startLab } from "./index.ts";
import { lacking, toolsOf } from "./tools.ts";

/**
 * `npm run lab [-- [--clusters NUMBER | NAME[:NETWORK] …] [-- COMMAND …]]`: clusters for a person (default east and west). Without a command it opens a shell in the
 * lab's network, because only there its addresses exist; the lab ends with it. `KUBECONFIG` has a context per cluster.
 */

const say = (line: string) => process.stderr.write(`lab: ${line}\n`);

/** Outside: build, enter the namespaces, run this file again there. */
function enter(): void {
  const without = lacking(buildTools(say, toolsOf(["api-servers", "mesh"])), "api-servers");
  if (without !== undefined) {
    say(`cannot start: ${without}`);
    process.exitCode = 1;
    return;
  }
  const why = whyNoNamespaces();
  if (why !== undefined) say(`${why}: API servers on 127.0.0.1 only, no istiod runs`);
  const [program = "", ...args] = enterCommand([process.execPath, import.meta.filename, ...process.argv.slice(2)], why);
  const env = { ...process.env, ISTHMUS_LAB_ENTERED: "1", ...(why === undefined ? { ISTHMUS_LAB_NETWORK: "own" } : {}) };
  const child = spawn(program, args, { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
  child.on("exit", (code) => (process.exitCode = code ?? 1));
}

async function inside(): Promise<void> {
  const given = process.argv.slice(2);
  const at = given.indexOf("--");
  const names = at < 0 ? given : given.slice(0, at);
  const lab = await startLab({ clusters: wantedOf(names) });
  for (const cluster of lab.clusters) say(`${cluster.name}: ${cluster.url}  network ${cluster.network}  kubeconfig ${cluster.kubeconfig}`);
  say(
    `all: KUBECONFIG=${lab.kubeconfig} (set in what follows); files in ${lab.folder}${mode() === "own" ? "" : "; addresses on this machine"}`,
  );
  const [program = process.env["SHELL"] ?? "sh", ...args] = at < 0 ? [] : given.slice(at + 1);
  say(`${program} ${args.join(" ")}; the lab ends when it ends`);
  const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, KUBECONFIG: lab.kubeconfig } });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
  process.exitCode = await new Promise<number>((resolve) => {
    child.on("exit", (code) => resolve(code ?? 1));
    child.on("error", (error) => {
      say(`${program}: ${error.message}`);
      resolve(127);
    });
  });
  await lab.stop();
}

function wantedOf(words: readonly string[]): readonly ClusterOptions[] {
  const [flag, count] = words;
  const texts = flag === "--clusters" ? numbered(Number(count)) : words;
  return (texts.length === 0 ? numbered(2) : texts).map((text) => {
    const [name = "", network] = text.split(":");
    return { name, ...(network === undefined ? {} : { network }) };
  });
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => ["east", "west", "eu"][at] ?? `cluster-${at + 1}`);

if (process.env["ISTHMUS_LAB_ENTERED"] === "1") await inside();
else enter();
