import type { RunEvent } from "../../model/outcome.ts";
import { progressLine } from "../progress-lines.ts";
import { createProgressTree } from "./progress-tree.ts";
import type { Terminal } from "./terminal.ts";

/** Whoever looks on while a run goes on. */
export interface Watching {
  watch(event: RunEvent): void;
  /** Takes away what was shown only for the time of the run. */
  end(): void;
}

const often = 100;

/** Shows a run: as a tree that is drawn anew where there is a terminal, else line by line. What went wrong stays as a line in both. */
export function watching(terminal: Pick<Terminal, "tell" | "region">): Watching {
  const region = terminal.region();
  if (region === undefined) {
    return {
      watch: (event) => {
        const line = progressLine(event);
        if (line !== undefined) terminal.tell(line);
      },
      end: () => undefined,
    };
  }
  const tree = createProgressTree();
  const draw = (): void => region.draw(tree.lines({ now: Date.now(), ...region.size() }));
  const timer = setInterval(draw, often);
  timer.unref();
  return {
    watch: (event) => tree.watch(event, Date.now()),
    end: () => {
      clearInterval(timer);
      region.clear();
    },
  };
}
