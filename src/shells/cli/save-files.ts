import { lstatSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { UsageError } from "../run.ts";
import { saveFile } from "./save-file.ts";
import type { Terminal } from "./terminal.ts";

interface Target {
  readonly file: string;
  readonly text: string;
}

/**
 * Writes files that belong together, folders included: all of them or none. One that holds just that text already is left alone; one that holds anything else is
 * only replaced when `mayReplace` says so, because a person may have written it.
 */
export async function saveFiles(terminal: Terminal, targets: readonly Target[], mayReplace: boolean): Promise<void> {
  const known = await Promise.all(targets.map(async (target) => ({ ...target, state: await stateOf(target) })));
  const others = known.filter(({ state }) => state === "other").map(({ file }) => file);
  if (others.length > 0 && !mayReplace) {
    throw new UsageError(
      `nothing is written, because ${others.join(", ")} ${others.length === 1 ? "exists and holds" : "exist and hold"} something else. ` +
        "Look at what would be written without --write, then write to another folder, or replace with --overwrite.",
    );
  }
  for (const { file, text, state } of known) {
    if (state === "same") {
      terminal.tell(`Unchanged: ${file}`);
      continue;
    }
    await saveFile(terminal, file, text);
    terminal.tell(`Written: ${file}`);
  }
}

/** A link that leads nowhere is there as well: writing through it would make a file somewhere else. */
async function stateOf({ file, text }: Target): Promise<"absent" | "same" | "other"> {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return "absent";
  return (await readFile(file, "utf8").catch(() => undefined)) === text ? "same" : "other";
}
