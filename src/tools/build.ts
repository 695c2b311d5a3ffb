import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build, type Metafile } from "esbuild";

/**
 * Builds what is shipped: `dist/action.js`, `dist/bot.js`, `dist/cli.js`, the chunks they share, and the licences of what was bundled. The chart engine and the charts are built
 * by `build:engine`. With `--check` nothing is written: it fails when dist/ differs from a fresh build, in content or in the list of files.
 */

const root = join(import.meta.dirname, "..", "..");
const dist = join(root, "dist");
const checking = process.argv.includes("--check");

/** Made by other commands, from other sources. */
const foreign = new Set(["helm-engine.wasm.br", "charts.json.br", "gateway-api.json.br", "licenses-engine.txt"]);

const result = await build({
  absWorkingDir: root,
  entryPoints: { action: "src/shells/action/main.ts", bot: "src/shells/bot/main.ts", cli: "src/shells/cli/main.ts" },
  outdir: "dist",
  write: false,
  metafile: true,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  // Node 20 starts the command line with a sentence about Node 24; the rest needs 24, which GitHub's runners have.
  target: "node20",
  chunkNames: "chunks/[name]-[hash]",
  // Readers of dist/ are reviewers: names stay, lines stay.
  minify: false,
  keepNames: true,
  legalComments: "none",
  // Bundled CommonJS packages call require for Node's own modules.
  banner: {
    js: 'import { createRequire as isthmusCreateRequire } from "node:module";\nconst require = isthmusCreateRequire(import.meta.url);',
  },
  logLevel: "warning",
});

const files = new Map<string, Uint8Array>(result.outputFiles.map((file) => [relative(dist, file.path), file.contents]));
files.set("licenses.txt", Buffer.from(licences(result.metafile)));
const differing = [...files].filter(([name, bytes]) => !same(join(dist, name), bytes)).map(([name]) => name);
const extra = listFiles(dist).filter((name) => !files.has(name) && !foreign.has(name));

if (!checking) write();
else if (differing.length + extra.length > 0) {
  console.error(`dist/ is not what the sources build: ${[...differing, ...extra.map((name) => `${name} (left over)`)].join(", ")}`);
  console.error("Run `npm run build` and commit dist/.");
  process.exitCode = 1;
}

function write(): void {
  for (const name of extra) rmSync(join(dist, name));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), bytes);
  }
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`dist/: ${files.size} files, ${(size / 1e6).toFixed(1)} MB, ${differing.length} changed, ${extra.length} removed`);
}

function same(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0;
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** One section per bundled package, sorted by name: its licence field and its licence file. */
function licences(metafile: Metafile): string {
  const packages = new Set<string>();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/u.exec(input);
    if (match) packages.add(match[0]);
  }
  const sections = [...packages].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Record<string, string>;
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/iu.test(entry));
    const text = file === undefined ? "(the package ships no licence file)" : readFileSync(join(root, folder, file), "utf8").trim();
    return { key: `${name} ${version}`, text: `${name} ${version}\n${license ?? ""}\n\n${text}\n` };
  });
  const unique = new Map(sections.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, text }) => [key, text]));
  return `Isthmus bundles these packages. Each stands under its own licence.\n\n${[...unique.values()].join(`\n${"-".repeat(80)}\n\n`)}`;
}
