import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { lock as locked } from "../../../pipeline.ts";
import { exitCodes } from "../../exit.ts";
import { createLocalWorld } from "../../world.ts";
import { tellFindings } from "../tell-findings.ts";
import type { Terminal } from "../terminal.ts";

interface LockOptions {
  readonly folder: string;
  readonly check: boolean;
}

/** `isthmus lock`: the digests of the charts in use, written for review. A lock that would be incomplete is not written. */
export async function lock(terminal: Terminal, { folder, check }: LockOptions): Promise<number> {
  const request = { head: { kind: "folder", folder }, base: undefined, at: Date.now(), clusters: [] } as const;
  const { text, findings, problems } = await terminal.progress("fetching charts", locked(createLocalWorld({ folder }), request));
  tellFindings(terminal, findings);
  for (const { message, remedy, code } of problems) terminal.tell(`${message} ${remedy} [${code}]`);
  if (problems.length > 0) return exitCodes.world;
  if (findings.length > 0) return exitCodes.findings;

  const file = join(folder, "isthmus.lock");
  const current = await readFile(file, "utf8").catch(() => undefined);
  if (current === text) terminal.tell(`${file} is what the charts are.`);
  else if (check) terminal.tell(`${file} is not what the charts are. Run \`isthmus lock\` and review what it writes.`);
  else {
    await terminal.save(file, text);
    terminal.tell(`Written: ${file}`);
  }
  return check && current !== text ? exitCodes.findings : exitCodes.fine;
}
