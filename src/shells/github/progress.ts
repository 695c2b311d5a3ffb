import type { RunEvent } from "../../model/outcome.ts";
import { Problem } from "../../model/problem.ts";
import { underWay } from "../../report/index.ts";
import { createRows } from "./rows.ts";

interface Place {
  /** The line that is carried out, as it was written. */
  readonly command: string;
  /** Address of the page of the run. */
  readonly page: string;
  readonly write: (text: string) => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** How a run goes, shown in the answer while it goes on. */
export interface Progress {
  /** Says that it begins. @throws Problem: whose answer cannot be written must not act */
  begin(): Promise<void>;
  watch(event: RunEvent): void;
  /** Resolves when nothing is being written any more. What could not be written is no matter: the answer comes. */
  end(): Promise<void>;
}

/** One edit in five seconds at the most: GitHub counts writes, and people read no faster. */
const pause = 5000;

/** See `Progress`. */
export function createProgress({ command, page, write, now }: Place): Progress {
  const rows = createRows();
  let last = 0;
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  const text = (): string => underWay(rows.now(), { command, page });
  const show = (): void => {
    if (isWriting || now() - last < pause) return;
    last = now();
    isWriting = true;
    writing = write(text())
      .catch(problemOnly)
      .finally(() => {
        isWriting = false;
      });
  };
  return {
    begin: async () => {
      last = now();
      await write(text());
    },
    watch: (event) => {
      rows.watch(event);
      show();
    },
    end: () => writing,
  };
}

function problemOnly(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
