import { lint as linted } from "../../../pipeline.ts";
import { exitCodeOf } from "../../exit.ts";
import { createLocalWorld } from "../../world.ts";
import type { Terminal } from "../terminal.ts";
import { type Format, formatted } from "./preview.ts";

interface LintOptions {
  readonly files: readonly string[];
  readonly output: Format;
}

/** `isthmus lint`: plain files, judged as one cluster's. */
export async function lint(terminal: Terminal, { files, output }: LintOptions): Promise<number> {
  const request = { head: { kind: "files", files }, base: undefined, at: Date.now(), clusters: [] } as const;
  const report = await terminal.progress("reading and judging", linted(createLocalWorld({ folder: "." }), request));
  terminal.print(formatted(report, { format: output, view: "validate", terminal }));
  return exitCodeOf(report);
}
