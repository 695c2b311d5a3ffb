import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problem } from "../../catalog/problem.ts";
import type { Environment } from "./program.ts";

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
