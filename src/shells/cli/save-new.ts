import { lstatSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "../run.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a file that must not exist yet, its folders included: a generator never overwrites what a person wrote. */
export async function saveNew(terminal: Terminal, file: string, text: string): Promise<void> {
  // A link that leads nowhere is there as well: writing through it would make a file somewhere else.
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined)
    throw new UsageError(`${file} exists and is not overwritten. Remove it first, or write elsewhere.`);
  // What keeps the folder from being made keeps the file from being written, and that is told.
  await mkdir(dirname(file), { recursive: true }).catch(() => undefined);
  await terminal.save(file, text);
  terminal.tell(`Written: ${file}`);
}
