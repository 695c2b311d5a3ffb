import { idText } from "../model/manifest.ts";
import { isPassed, type RunEvent, type Verdict } from "../model/outcome.ts";

/** One line per thing that happens, for stderr: it reads the same on a terminal, in a log and in a file. `undefined`: not worth a line. */
export function progressLine(event: RunEvent): string | undefined {
  switch (event.kind) {
    case "step-started":
      return undefined;
    case "wrote":
      return event.written.result === "deleted" ? `  ${event.written.cluster}: deleted ${idText(event.written.id)}` : undefined;
    case "waiting":
      return `  ${event.step} waits (${event.what})`;
    case "step-ended":
      return `${signOf(event.outcome.verdict)} ${event.outcome.step}${wordOf(event.outcome.verdict)}${writesOf(event.outcome.writes)}`;
    case "soaking":
      return `  wave ${event.wave} is through; watching it for ${event.seconds} s before the next`;
  }
}

function signOf(verdict: Verdict): string {
  if (isPassed(verdict)) return "✓";
  return verdict.kind === "failed" || verdict.kind === "not-ready" ? "✗" : "◦";
}

function wordOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case "done":
      return "";
    case "unchanged":
      return " was done already";
    case "failed":
      return ` failed: ${verdict.why.message}`;
    case "not-ready":
      return ` is not ready: ${verdict.why.message}`;
    case "blocked":
      return ` waits for ${verdict.by.join(", ")}`;
    case "rehearsed":
      return " would be taken";
    case "stopped":
      return " was stopped";
  }
}

function writesOf(writes: readonly { readonly result: string }[]): string {
  const count = writes.filter(({ result }) => result !== "unchanged").length;
  return count === 0 ? "" : ` (${count} written)`;
}
