import { createHash } from "node:crypto";

/** `sha256:<hex>` over a chart's files: each path and content with its length before it, in code-unit order of the paths. Packaging does not matter. */
export function chartDigest(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) {
    for (const part of [path, files.get(path) ?? ""]) {
      const bytes = Buffer.from(part, "utf8");
      hash.update(`${bytes.length}\n`).update(bytes);
    }
  }
  return `sha256:${hash.digest("hex")}`;
}
