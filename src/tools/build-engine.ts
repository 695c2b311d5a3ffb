import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { compileEngine, memoryLimit } from "./engine/compile.ts";
import { engineLicences } from "./engine/licences.ts";
import { packFixed } from "./engine/pack.ts";
import { chartModule, definitionsModule } from "./engine/snapshot.ts";
import { warmed } from "./engine/warm.ts";

/**
 * Builds Helm's engine for WebAssembly from `src/adapters/charts/engine/`: `dist/helm-engine.wasm.br`, and `dist/licenses-engine.txt`. Needs Go,
 * and `dist/charts.json.br` of `src/tools/bundle-charts.ts`: the module is shipped started and warm (`engine/warm.ts`).
 * With `--check` nothing is written: it fails when the committed module differs from a fresh build. The modules are compared, not their
 * compressed form, which another version of Brotli may write differently.
 */

const started = performance.now();
const dist = join(import.meta.dirname, "..", "..", "dist");
const target = join(dist, "helm-engine.wasm.br");
const module = warmed(compileEngine(), memoryLimit);
const size = `${(module.length / 1e6).toFixed(1)} MB`;
if (process.argv.includes("--check")) check();
else write();

function check(): void {
  const same = Buffer.compare(brotliDecompressSync(readFileSync(target)), module) === 0;
  console.log(
    same
      ? `dist/helm-engine.wasm.br is a fresh build (${size})`
      : "dist/helm-engine.wasm.br is not what the sources build: run `npm run build:engine`",
  );
  if (!same) process.exitCode = 1;
}

function write(): void {
  const packed = packFixed(module);
  writeFileSync(target, packed);
  const bundled = [
    { ...chartModule, what: "the charts in charts.json.br" },
    { ...definitionsModule, what: "the definitions in gateway-api.json.br" },
  ];
  writeFileSync(join(dist, "licenses-engine.txt"), engineLicences(bundled));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`dist/helm-engine.wasm.br: ${size}, ${(packed.length / 1e6).toFixed(1)} MB packed, ${seconds} s`);
}
