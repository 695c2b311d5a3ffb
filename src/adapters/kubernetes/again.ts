import type { Answer, Outcome } from "./attempt.ts";
import { isFailedHook, isMalformed } from "./refusal.ts";

/** How often a request is sent at most. */
export const attempts = 6;
const firstPauseMs = 200;
const longestPauseMs = 5_000;

/**
 * How long to wait before the same request may be sent again, in milliseconds; `undefined`: never. `isRepeatable` says that doing it twice is no different from
 * doing it once; anything else is repeated only when the server said that it did not do it, or never heard of it.
 */
export function pauseBefore(next: {
  readonly attempt: number;
  readonly outcome: Outcome;
  readonly isRepeatable: boolean;
  readonly random: () => number;
}): number | undefined {
  const { attempt, outcome, isRepeatable, random } = next;
  if (attempt > attempts || outcome.kind === "slow") return undefined;
  // Half fixed, half by chance: many runs that were refused together do not come back together.
  const most = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 2));
  const pause = most / 2 + (most / 2) * random();
  if (outcome.kind === "failed") {
    const isCurable = outcome.code !== "" && outcome.code !== "ENOTFOUND";
    return isCurable && (isRepeatable || !outcome.isSent) ? pause : undefined;
  }
  const { status } = outcome.answer;
  if (isOvertaken(outcome.answer)) return isRepeatable ? pause : undefined;
  if ((status !== 429 && status < 500) || isMalformed(outcome.answer)) return undefined;
  const wished = retryAfter(outcome.answer.header("retry-after"));
  const isUndone = status === 429 || wished !== undefined || isFailedHook(outcome.answer);
  if (!isRepeatable && !isUndone) return undefined;
  return status === 501 ? undefined : Math.max(pause, wished ?? 0);
}

/**
 * True for the 409 of an API server that tried some times to store an object others write to as well, and gave up. A request that named no version of it wants none in
 * particular: it is made again from what is there now. A conflict over fields, or with a version or UID that was named, has other words.
 */
function isOvertaken({ status, text }: Answer): boolean {
  return status === 409 && text.includes("the object has been modified; please apply your changes to the latest version");
}

/** Seconds, as API servers give it; a date, as proxies may, is ignored. */
function retryAfter(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/u.test(header) ? Number(header) * 1000 : undefined;
}
