import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problem } from "../../catalog/problem.ts";
import type { Environment } from "./program.ts";
import type { Shortfall } from "./publish.ts";

/** What could not be said elsewhere, at the top of the job summary; empty when all was said. */
export function asShortfalls(shortfalls: readonly Shortfall[]): string {
  const lines = shortfalls.map(({ what, why, remedy }) => `> **${what} could not be written.** ${why} ${remedy}\n`);
  return lines.length === 0 ? "" : `> [!IMPORTANT]\n${lines.join(">\n")}\n`;
}

/** Writes what was found as JSON where later steps find it, in a folder that no earlier step could have prepared. @throws Problem `output-unwritable` */
export async function writeResult(env: Environment, json: string): Promise<string> {
  const parent = env["RUNNER_TEMP"] || tmpdir();
  try {
    const file = join(await mkdtemp(join(parent, "isthmus-")), "result.json");
    await writeFile(file, json);
    return file;
  } catch (error) {
    throw problem(
      "output-unwritable",
      { file: join(parent, "isthmus-*", "result.json"), why: "the runner's temporary folder is not writable" },
      error,
    );
  }
}
