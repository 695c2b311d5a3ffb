import type { GitFiles } from "../../adapters/git/index.ts";
import type { GitHubFiles } from "../../adapters/github/index.ts";
import { Problem } from "../../model/problem.ts";
import type { Request } from "../../model/study.ts";
import type { Desk } from "./desk.ts";
import type { Change } from "./event.ts";
import type { Wishes } from "./wishes.ts";

interface Histories {
  readonly local: Pick<GitFiles, "mergeBase">;
  readonly github: Pick<GitHubFiles, "mergeBase">;
  readonly log: Pick<Desk, "say">;
}

/** What is asked about in this situation. The wishes `base` and `head` go before what the event says. */
export async function requestFor(
  situation: Change,
  wishes: Pick<Wishes, "base" | "head" | "clusters">,
  { at, ...histories }: Histories & { readonly at: number },
): Promise<Request> {
  const head = wishes.head ?? situation.head;
  const base = wishes.base ?? (situation.kind === "pull-request" ? await forkPoint(situation.base, head, histories) : situation.base);
  return {
    head: { kind: "commit", revision: head },
    base: base === undefined ? undefined : { kind: "commit", revision: base },
    ...trustedIn(situation),
    ...(situation.defaultBranch === undefined ? {} : { vouching: { kind: "commit", revision: situation.defaultBranch } }),
    at,
    clusters: wishes.clusters,
  };
}

/**
 * What a pull request may not decide for itself is read from the branch it wants to go to, as that is now. What was pushed to the default branch has been decided:
 * it holds, and not what was there before.
 */
function trustedIn(situation: Change): Pick<Request, "trusted"> {
  if (situation.kind === "pull-request") return { trusted: { kind: "commit", revision: situation.base } };
  const isDecided = (situation.kind === "push" && situation.isDefault) || situation.kind === "schedule";
  return isDecided ? { trusted: { kind: "commit", revision: situation.head } } : {};
}

/**
 * Where the pull request left its base branch: what came to the base since then is not this pull request's doing, and would otherwise be shown as undone
 * by it. GitHub is asked first, because a shallow clone does not know; when nobody knows, the tip of the base is what is left.
 */
async function forkPoint(base: string, head: string, { local, github, log }: Histories): Promise<string> {
  const found = (await github.mergeBase(base, head).catch(problemOnly)) ?? (await local.mergeBase(base, head));
  if (found !== undefined) return found;
  log.say(`Nobody knows where ${head.slice(0, 7)} left its base; comparing with the tip of the base branch, ${base.slice(0, 7)}.`);
  return base;
}

function problemOnly(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}
