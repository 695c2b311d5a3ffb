import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { bundledGatewayApi } from "../catalog/gateway-api.ts";
import { packFixed } from "./engine/pack.ts";
import { chartModule, definitionsModule } from "./engine/snapshot.ts";

/**
 * Writes what is bundled to be rendered. Needs Go for the downloads.
 *
 * `dist/charts.json.br`: Istio's charts as the Go module `istio.io/istio` holds them, every file byte for byte but for the version in `Chart.yaml`. The module says
 * 1.0.0 there, which its own comment calls never shipped; ours says what it is: a snapshot of the 1.31 line, not a release. Helm wants a semantic version, so it is
 * 1.31.0-snapshot.20260827, which sorts before 1.31.0.
 *
 * `dist/gateway-api.json.br`: the definitions of the Gateway API, standard channel, as the Go module of their release holds them, byte for byte, in a chart of ours
 * that prints them; they come in no chart of anybody's. A file of its own, because few meshes ask for it.
 */

const version = "1.31.0-snapshot.20260827";
const folders = { base: "base", istiod: "istio-control/istio-discovery", cni: "istio-cni", ztunnel: "ztunnel", gateway: "gateway" };

const root = join(import.meta.dirname, "..", "..");

write("charts.json.br", { module: chartModule, version, charts: istioCharts() });
write("gateway-api.json.br", {
  module: definitionsModule,
  version: bundledGatewayApi,
  charts: { "gateway-api": { files: definitions() } },
});

function write(name: string, bundle: { readonly module: object; readonly version: string; readonly charts: object }): void {
  const packed = packFixed(Buffer.from(JSON.stringify(bundle)));
  writeFileSync(join(root, "dist", name), packed);
  const count = Object.keys(bundle.charts).length;
  console.log(`dist/${name}: ${count} ${count === 1 ? "chart" : "charts"} as ${bundle.version}, ${(packed.length / 1e3).toFixed(0)} kB`);
}

function istioCharts(): object {
  const charts = join(folderOf(chartModule), "manifests", "charts");
  const sorted = Object.entries(folders).sort();
  return Object.fromEntries(sorted.map(([name, folder]) => [name, { files: filesOf(join(charts, folder), named) }]));
}

/** A chart that prints its files. They are no templates: what stands in double braces in a description is text. */
function definitions(): Record<string, string> {
  const folder = folderOf(definitionsModule);
  const files = filesOf(join(folder, "config", "crd", "standard"), (_, text) => text);
  return {
    "Chart.yaml": `apiVersion: v2\nname: gateway-api\nversion: ${bundledGatewayApi}\nappVersion: v${bundledGatewayApi}\ndescription: Definitions of the Gateway API ${definitionsModule.version}, standard channel, as ${definitionsModule.path} holds them in config/crd/standard.\n`,
    LICENSE: readFileSync(join(folder, "LICENSE"), "utf8"),
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`files/${path}`, text])),
    "templates/crds.yaml": `{{- range $path, $_ := .Files.Glob "files/*.yaml" }}\n---\n{{ $.Files.Get $path }}\n{{- end }}\n`,
  };
}

function folderOf({ path, version: wanted }: { readonly path: string; readonly version: string }): string {
  const answer = execFileSync("go", ["mod", "download", "-json", `${path}@${wanted}`], { cwd: root, encoding: "utf8" });
  return String(JSON.parse(answer).Dir);
}

function filesOf(folder: string, read: (path: string, text: string) => string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return Object.fromEntries(paths.map((path) => [relative(folder, path), read(path, decoder.decode(readFileSync(path)))]));
}

function named(path: string, text: string): string {
  if (!path.endsWith("/Chart.yaml")) return text;
  const result = text.replace(/^(version|appVersion): 1\.0\.0$/gmu, `$1: ${version}`);
  if (result.split(version).length !== 3) throw new Error(`${path}: expected \`version: 1.0.0\` and \`appVersion: 1.0.0\``);
  return result;
}
