import { join } from "node:path";
import { readFiles } from "../../../adapters/disk.ts";
import { importRistioctl } from "../../../load/index.ts";
import { exitCodes } from "../../exit.ts";
import { saveNew } from "../save-new.ts";
import type { Terminal } from "../terminal.ts";

interface ImportOptions {
  readonly files: readonly string[];
  readonly write?: string;
}

/** `isthmus import`: ristioctl's documents as ours. What could not be carried over is told on stderr. */
export async function importDocuments(terminal: Terminal, { files, write }: ImportOptions): Promise<number> {
  const imported = importRistioctl(await readFiles(files));
  for (const { message, remedy, source, rule } of imported.findings)
    terminal.tell(`${source?.file ?? ""}:${source?.line ?? 1} ${message} ${remedy} [${rule}]`);
  if (write === undefined) terminal.print(imported.files.map(({ path, text }) => `# ${path}\n${text}`).join("---\n"));
  else for (const { path, text } of imported.files) await saveNew(terminal, join(write, path), text);
  return imported.findings.some(({ severity }) => severity === "error") ? exitCodes.findings : exitCodes.fine;
}
