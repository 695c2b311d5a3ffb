import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { go } from "./engine/go.ts";
import { engineLicences } from "./engine/licences.ts";
import { withMemoryLimit } from "./engine/memory-limit.ts";
import { packFixed } from "./engine/pack.ts";
import { chartModule } from "./engine/snapshot.ts";

/**
 * Builds Helm's engine for WebAssembly from `src/adapters/charts/engine/`: `dist/helm-engine.wasm.br`, and `dist/licenses-engine.txt`. Needs Go.
 * With `--check` nothing is written: it fails when the committed module differs from a fresh build. The modules are compared, not their
 * compressed form, which another version of Brotli may write differently.
 */

const started = performance.now();
const dist = join(import.meta.dirname, "..", "..", "dist");
const target = join(dist, "helm-engine.wasm.br");
/** Istio's charts need 60 MB. */
const memoryLimit = 512 * 1024 * 1024;

const module = withMemoryLimit(build(), memoryLimit);
const size = `${(module.length / 1e6).toFixed(1)} MB`;
if (process.argv.includes("--check")) check();
else write();

/** The flags leave out what differs between machines: paths, symbols, the state of the repository. */
function build(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-engine-"));
  try {
    const output = join(folder, "engine.wasm");
    const flags = "-s -w -buildid= -X helm.sh/helm/v4/internal/version.version=v4.3.1";
    go("build", "-buildmode=c-shared", "-trimpath", "-buildvcs=false", "-mod=readonly", `-ldflags=${flags}`, "-o", output, ".");
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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
  writeFileSync(join(dist, "licenses-engine.txt"), engineLicences(chartModule));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`dist/helm-engine.wasm.br: ${size}, ${(packed.length / 1e6).toFixed(1)} MB packed, ${seconds} s`);
}
