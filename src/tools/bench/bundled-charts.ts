import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** The bundled charts as folders, for helm; gives the folder. */
export function unpackCharts(root: string, folder: string): string {
  if (existsSync(folder)) return folder;
  const bundled = JSON.parse(brotliDecompressSync(readFileSync(join(root, "dist", "charts.json.br"))).toString("utf8")) as {
    readonly charts: Readonly<Record<string, { readonly files: Readonly<Record<string, string>> }>>;
  };
  for (const [name, { files }] of Object.entries(bundled.charts))
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  return folder;
}
