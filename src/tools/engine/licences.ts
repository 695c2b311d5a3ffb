import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { go } from "./go.ts";

const licenceFile = /^(?:licen[cs]e|copying|notice|copyright)/iu;
const rule = "-".repeat(80);

interface Module {
  readonly Path: string;
  readonly Version?: string;
  readonly Dir?: string;
  readonly Replace?: unknown;
}

/** A Go module of which files are bundled. */
interface Bundled {
  readonly path: string;
  readonly version: string;
  /** Which files, in words. */
  readonly what: string;
}

/** The licences of everything in the engine and of what is bundled to be rendered: Go itself, each Go module that is linked in, Istio, the Gateway API. Stand-ins of ours are left out. */
export function engineLicences(bundled: readonly Bundled[]): string {
  const linked = go("list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", ".").split("\n");
  const paths = [...new Set(linked)].filter((path) => path !== "" && path !== "isthmus.dev/engine").sort();
  const modules = readModules(go("list", "-m", "-json", ...paths)).filter(({ Replace }) => Replace === undefined);
  const sections = [
    section(`Go ${go("env", "GOVERSION").trim()}`, goFolder()),
    ...modules.map((module) => section(`${module.Path} ${module.Version ?? ""}`, module.Dir ?? "")),
    ...bundled.map(({ path, version, what }) => section(`${path} ${version} (${what})`, folderOf(path, version))),
  ];
  return `helm-engine.wasm.br, charts.json.br and gateway-api.json.br are made from these. Each stands under its own licence.\n\n${sections.join(`\n${rule}\n\n`)}`;
}

function folderOf(path: string, version: string): string {
  const { Dir = "" } = JSON.parse(go("mod", "download", "-json", `${path}@${version}`)) as Module;
  return Dir;
}

function goFolder(): string {
  return go("env", "GOROOT").trim();
}

/** `go list -json` prints one object after the other. */
function readModules(text: string): readonly Module[] {
  return JSON.parse(`[${text.trim().replace(/^\}\n\{/gmu, "},\n{")}]`) as readonly Module[];
}

function section(title: string, folder: string): string {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map(({ name }) => name)
    .sort();
  if (files.length === 0) throw new Error(`${title} has no licence file`);
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return `${title}\n\n${texts.join("\n\n")}\n`;
}
