import { join } from "node:path";
import { readFiles } from "../../../adapters/disk.ts";
import { importRistioctl } from "../../../load/index.ts";
import { exitCodes } from "../../exit.ts";
import { saveFiles } from "../save-files.ts";
import { tellFindings } from "../tell-findings.ts";
import type { Terminal } from "../terminal.ts";

interface ImportOptions {
  readonly files: readonly string[];
  readonly write?: string;
  readonly overwrite: boolean;
}

/** `isthmus import`: ristioctl's documents as ours. What could not be carried over is told on stderr. */
export async function importDocuments(terminal: Terminal, { files, write, overwrite }: ImportOptions): Promise<number> {
  const imported = importRistioctl(await readFiles(files));
  tellFindings(terminal, imported.findings);
  const hasErrors = imported.findings.some(({ severity }) => severity === "error");

  if (imported.files.length === 0) terminal.tell("isthmus: there is nothing to write.");
  else if (write === undefined) terminal.print(imported.files.map(({ path, text }) => `# ${path}\n${text}`).join("---\n"));
  else {
    const targets = imported.files.map(({ path, text }) => ({ file: join(write, path), text }));
    await saveFiles(terminal, targets, overwrite);
    terminal.tell(
      hasErrors
        ? "isthmus: correct what the errors name and import again with --overwrite, or correct what was written."
        : "Next: take ristioctl's documents out of the repository (their comments are not carried over), and run `isthmus validate` there.",
    );
  }
  return hasErrors ? exitCodes.findings : exitCodes.fine;
}
