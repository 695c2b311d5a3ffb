import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problem } from "../../catalog/problem.ts";
import type { Environment } from "./program.ts";

/** Writes a file where later steps find it, in a folder that no earlier step could have prepared. @throws Problem `output-unwritable` */
export async function writeForLater(env: Environment, name: string, content: string | Buffer): Promise<string> {
  const parent = env["RUNNER_TEMP"] || tmpdir();
  try {
    const file = join(await mkdtemp(join(parent, "isthmus-")), name);
    await writeFile(file, content);
    return file;
  } catch (error) {
    throw problem(
      "output-unwritable",
      { file: join(parent, "isthmus-*", name), why: "the runner's temporary folder is not writable" },
      error,
    );
  }
}
