import { lstatSync } from "node:fs";
import { UsageError } from "../run.ts";
import { saveFile } from "./save-file.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a file that must not exist yet, its folders included: a generator never overwrites what a person wrote. */
export async function saveNew(terminal: Terminal, file: string, text: string): Promise<void> {
  // A link that leads nowhere is there as well: writing through it would make a file somewhere else.
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined)
    throw new UsageError(`${file} exists and is not overwritten. Remove it first, or write elsewhere.`);
  await saveFile(terminal, file, text);
  terminal.tell(`Written: ${file}`);
}
