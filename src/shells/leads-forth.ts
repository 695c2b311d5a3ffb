import { Problem } from "../model/problem.ts";

/** Who knows the history of commits. */
interface History {
  mergeBase(one: string, other: string): Promise<string | undefined>;
}

/**
 * Whether a way back leads to a commit that grew from the one that was applied last, as it does after another way back: then the first wave goes first, as ever. What cannot be
 * told is a way back.
 */
export async function leadsForth(history: History, from: string | undefined, to: string): Promise<boolean> {
  if (from === undefined) return false;
  try {
    return (await history.mergeBase(from, to)) === from;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return false;
  }
}
