import { problem } from "../../catalog/problem.ts";
import type { ProblemCode } from "../../catalog/problems.gen.ts";
import { Problem } from "../../model/problem.ts";
import { StoppedError } from "../stopped.ts";
import type { Task } from "../task.ts";
import { Bell, type Watched } from "./bell.ts";

/** What was seen of something that is waited for. `unseen`: nobody may look at it here; it is said, and nothing waits for it. */
export type Sight =
  | { readonly kind: "ready" }
  | { readonly kind: "waiting"; readonly seen: string }
  | { readonly kind: "unseen"; readonly why: string };

export const ready: Sight = { kind: "ready" };

export function waiting(seen: string): Sight {
  return { kind: "waiting", seen };
}

/** One sign that something works. */
export interface Sign {
  /** What becomes ready, for messages: `Deployment istio-system/istiod`. */
  readonly what: string;
  readonly seconds: number;
  /** What to do when it does not. */
  readonly remedy: string;
  readonly look: () => Promise<Sight>;
  /** The object in which it shows: as soon as that changes, it is looked at again. Without it, or without the right to watch it, only now and then. */
  readonly shows?: Watched;
}

/** The same sign where going on without having seen it would do harm: what nobody may look at is not there. */
export function certain(sign: Sign): Sign {
  const look = async (): Promise<Sight> => {
    try {
      return await sign.look();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return waiting(error.message.replace(/\.$/u, ""));
    }
  };
  return { ...sign, look };
}

const [firstPauseMs, longestPauseMs] = [250, 2000];

/** What keeps us from looking for good: waiting would not help. */
const blind: ReadonlySet<ProblemCode> = new Set(["permission-missing", "debug-pages-hidden"]);

/**
 * Looks until the sign is there. A server that does not answer for a while is looked at again; what may not be looked at becomes a note of the outcome.
 * @throws Problem `not-ready`; StoppedError
 */
export async function awaitSign(task: Task, sign: Sign): Promise<void> {
  const over = new AbortController();
  try {
    await awaitUntil(task, sign, over.signal);
  } finally {
    over.abort();
  }
}

async function awaitUntil(task: Task, sign: Sign, over: AbortSignal): Promise<void> {
  const { clock, watch } = task.campaign.world;
  const { stop } = task.campaign;
  const end = clock.monotonic() + sign.seconds * 1000;
  let bell: Bell | undefined;
  let told = "";
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    const sight = await sighted(sign);
    if (sight.kind === "ready") return;
    if (sight.kind === "unseen") {
      task.notes.push(`${sign.what} in ${task.site.cluster.name} could not be looked at: ${sight.why.replace(/\.$/u, "")}.`);
      return;
    }
    if (stop.aborted) throw new StoppedError();
    if (clock.monotonic() + pause > end) throw notReady(task, sign, sight.seen);
    if (sight.seen !== told) {
      told = sight.seen;
      watch({ kind: "waiting", step: task.step.id, clusters: [task.site.cluster.name], what: `${sign.what}: ${sight.seen}` });
    }
    if (sign.shows === undefined) await clock.sleep(pause, stop);
    else {
      bell ??= new Bell(sign.shows, over);
      await bell.pause(clock, pause, stop);
    }
  }
}

async function sighted(sign: Sign): Promise<Sight> {
  try {
    return await sign.look();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return blind.has(error.code) ? { kind: "unseen", why: error.message } : waiting(error.message.replace(/\.$/u, ""));
  }
}

function notReady({ site }: Task, { what, seconds, remedy }: Sign, seen: string): Problem {
  return problem("not-ready", { what, cluster: site.cluster.name, seconds, seen, remedy });
}
