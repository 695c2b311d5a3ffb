import { Problem } from "../model/problem.ts";
import { exitCodes } from "./exit.ts";

/** A wrong flag, argument or input: the person who typed it can mend it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * The last catch of every shell. A Problem is told with its remedy (exit 3), wrong usage with what is wrong (exit 2); anything else is our bug: one line, and where
 * to report it (exit 70), with the stack only when ISTHMUS_DEBUG is set.
 */
export async function runToExitCode(work: () => Promise<number>, tell: (line: string) => void): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) {
      tell(`isthmus: ${error.message}`);
      tell(`  ${error.remedy} [${error.code}]`);
      // The only problem that whoever typed the command can mend there.
      return error.code === "cluster-not-in-mesh" ? exitCodes.usage : exitCodes.world;
    }
    if (error instanceof UsageError) {
      tell(`isthmus: ${error.message}`);
      return exitCodes.usage;
    }
    tell(`isthmus: this is a bug in Isthmus: ${oneLine(error)}`);
    tell(
      "  Report it with this line and the command at https://github.com/isthmus-mesh/isthmus/issues; ISTHMUS_DEBUG=1 adds a stack trace.",
    );
    if (process.env["ISTHMUS_DEBUG"] && error instanceof Error) tell(error.stack ?? "");
    return exitCodes.bug;
  }
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/gu, " ").slice(0, 300);
}
