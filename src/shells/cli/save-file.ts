import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Terminal } from "./terminal.ts";

/** Writes a file, the folders above it included. @throws Problem `output-unwritable` */
export async function saveFile(terminal: Terminal, file: string, text: string): Promise<void> {
  // What keeps the folder from being made keeps the file from being written, and that is told.
  await mkdir(dirname(file), { recursive: true }).catch(() => undefined);
  await terminal.save(file, text);
}
