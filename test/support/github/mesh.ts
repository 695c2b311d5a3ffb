import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "./objects.ts";

const examples = join(import.meta.dirname, "../../../examples");

export type Files = Readonly<Record<string, Content>>;

/** The example mesh: three clusters in three networks. */
export const shop: Files = filesIn(join(examples, "shop"));

/** The example mesh with one of the example pull requests on top. */
export function scenario(name: string): Files {
  return { ...shop, ...filesIn(join(examples, "scenarios", name, "head")) };
}

/** The same files below a folder. */
export function under(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

function filesIn(folder: string): Files {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found.map(({ parentPath, name }) => [
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}
