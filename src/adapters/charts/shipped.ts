import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where this file may run from: `dist/`, `dist/chunks/`, or its place in the sources. */
const folders = [".", "..", join("..", "..", "..", "dist")];

/** The path of a file that ships in `dist/`, or `undefined` when it is not there. */
export function shipped(name: string): string | undefined {
  return folders.map((folder) => join(import.meta.dirname, folder, name)).find((path) => existsSync(path));
}
