import { mergedAs, replyTo } from "../../adapters/github/index.ts";
import type { Applied } from "../../model/apply.ts";
import { Problem } from "../../model/problem.ts";
import { receipt } from "../../report/index.ts";
import { type Shortfall, shortfallOf } from "./publish.ts";
import type { Stage } from "./stage.ts";

/** Every receipt begins so. */
const receiptStart = "<!-- isthmus:receipt ";

/** The run a receipt is for, and where it is told. */
interface Ended {
  readonly pull: number;
  /** What makes it this run's: the comment that asked for it, or the push. */
  readonly key: string;
  /** Nothing older is looked through, in milliseconds since 1970. */
  readonly since: number;
  /** Address of the comment that asked. */
  readonly asked?: string;
}

/**
 * Says in a new comment that a run is over, because edits tell nobody; once, however often it is asked for: one that is there is left as it is. Gives what could
 * not be written.
 */
export async function giveReceipt(
  { place }: Pick<Stage, "place">,
  done: Applied,
  { pull, key, since, asked }: Ended,
): Promise<readonly Shortfall[]> {
  const text = receipt(done, { page: place.run, ...(asked === undefined ? {} : { asked }) });
  if (text === undefined) return [];
  const marker = `${receiptStart}${key} -->`;
  try {
    await replyTo(place.connection, { pull, marker, since, body: `${marker}\n${text}` });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [shortfallOf("The receipt", error)];
  }
}

/** GitHub's clock and ours need not agree: an hour is more than enough. */
const skew = 3_600_000;

/** The same for what a push applied, on the pull requests whose merge it was. */
export async function giveReceipts(
  stage: Pick<Stage, "place" | "wishes" | "request">,
  done: Applied,
  commit: string,
): Promise<readonly Shortfall[]> {
  const { place, wishes, request } = stage;
  if (wishes.comment === "never" || receipt(done, { page: place.run }) === undefined) return [];
  try {
    const pulls = await mergedAs(place.connection, commit);
    const key = [
      `run=${place.attempt}`,
      ...(wishes.folder === "" ? [] : [`folder=${encodeURIComponent(wishes.folder).replaceAll("-", "%2D")}`]),
    ];
    const all = await Promise.all(pulls.map((pull) => giveReceipt(stage, done, { pull, key: key.join(" "), since: request.at - skew })));
    return all.flat();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [shortfallOf("The receipt", error)];
  }
}
