import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { go } from "./go.ts";
import { withMemoryLimit } from "./memory-limit.ts";

/** Istio's charts need 60 MB. */
export const memoryLimit = 512 * 1024 * 1024;

/** The engine as Go compiles it, with a limit to its memory: it still has to be started. The flags leave out what differs between machines: paths, symbols, the state of the repository. */
export function compileEngine(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-engine-"));
  try {
    const output = join(folder, "engine.wasm");
    const flags = "-s -w -buildid= -X helm.sh/helm/v4/internal/version.version=v4.3.1";
    go("build", "-buildmode=c-shared", "-trimpath", "-buildvcs=false", "-mod=readonly", `-ldflags=${flags}`, "-o", output, ".");
    return withMemoryLimit(readFileSync(output), memoryLimit);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
