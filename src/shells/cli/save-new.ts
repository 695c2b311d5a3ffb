import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "../run.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a file that must not exist yet, its folders included: a generator never overwrites what a person wrote. */
export async function saveNew(terminal: Terminal, file: string, text: string): Promise<void> {
  if (existsSync(file)) throw new UsageError(`${file} exists and is not overwritten. Remove it first, or write elsewhere.`);
  await mkdir(dirname(file), { recursive: true });
  await terminal.save(file, text);
  terminal.tell(`Written: ${file}`);
}
