import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { packFixed } from "./engine/pack.ts";
import { chartModule as module } from "./engine/snapshot.ts";

/**
 * Writes `dist/charts.json.br`: Istio's charts as the Go module `istio.io/istio` holds them, every file byte for byte but for the version in
 * `Chart.yaml`. The module says 1.0.0 there, which its own comment calls never shipped; ours says what it is: a snapshot of the 1.31 line, not
 * a release. Helm wants a semantic version, so it is 1.31.0-snapshot.20260827, which sorts before 1.31.0. Needs Go for the download.
 */

const version = "1.31.0-snapshot.20260827";
const folders = { base: "base", istiod: "istio-control/istio-discovery", cni: "istio-cni", ztunnel: "ztunnel", gateway: "gateway" };

const root = join(import.meta.dirname, "..", "..");
const charts = join(moduleFolder(), "manifests", "charts");
const bundle = {
  module,
  version,
  charts: Object.fromEntries(
    Object.entries(folders)
      .sort()
      .map(([name, folder]) => [name, { files: filesOf(join(charts, folder)) }]),
  ),
};
const packed = packFixed(Buffer.from(JSON.stringify(bundle)));
writeFileSync(join(root, "dist", "charts.json.br"), packed);
console.log(`dist/charts.json.br: ${Object.keys(folders).length} charts as ${version}, ${(packed.length / 1e3).toFixed(0)} kB`);

function moduleFolder(): string {
  const answer = execFileSync("go", ["mod", "download", "-json", `${module.path}@${module.version}`], { cwd: root, encoding: "utf8" });
  return String(JSON.parse(answer).Dir);
}

function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path), contentOf(path)]));
}

function contentOf(path: string): string {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  if (!path.endsWith("/Chart.yaml")) return text;
  const named = text.replace(/^(version|appVersion): 1\.0\.0$/gmu, `$1: ${version}`);
  if (named.split(version).length !== 3) throw new Error(`${path}: expected \`version: 1.0.0\` and \`appVersion: 1.0.0\``);
  return named;
}
