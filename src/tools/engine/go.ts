import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** The Go module of the engine. */
export const engineFolder = join(import.meta.dirname, "..", "..", "adapters", "charts", "engine");

/** The one Go that builds the committed engine; another gives other bytes. Go fetches it when it is not the one at hand. */
const toolchain = "go1.26.8";

/** Runs `go` in the engine's folder for the engine's platform, and gives what it prints. Settings of the machine that could change the outcome are overruled. */
export function go(...args: readonly string[]): string {
  const env = {
    ...process.env,
    GOOS: "wasip1",
    GOARCH: "wasm",
    GOTOOLCHAIN: toolchain,
    GOFLAGS: "",
    GOWORK: "off",
    GOEXPERIMENT: "",
    GOWASM: "",
    CGO_ENABLED: "0",
  };
  return execFileSync("go", args, { cwd: engineFolder, env, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
}
