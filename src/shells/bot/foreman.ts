import type { Work } from "../../model/work.ts";
import type { Clock, Queue } from "../../world.ts";
import type { Hand } from "./hands.ts";
import { type BotLog, wordsOf } from "./log.ts";
import { nextTry } from "./pauses.ts";
import type { Ended } from "./protocol.ts";

/** Hands out the queue's work. */
export interface Foreman {
  /** There is new work: do not wait for the next look. */
  nudge(): void;
  /** Claims nothing more, asks the hands to come to an end, and gives back what does not within the time. Ends when all is given back. */
  stop(graceMs: number): Promise<void>;
}

interface Means {
  readonly queue: Queue;
  readonly hands: readonly Hand[];
  readonly clock: Clock;
  readonly log: BotLog;
  /**
   * So long a work is held at a time: a bot that is gone is noticed after this. Holding it is told anew six times within. A minute unless given, in milliseconds:
   * longer than a hand outlives its bot and the leases of its run outlive the hand, or whoever takes the work over would find the clusters held.
   */
  readonly hold?: number;
  readonly ended: (work: Work, outcome: "done" | "again" | "dead" | "stopped" | "lost", seconds: number) => void;
}

const usualHold = 60_000;
/** Work that becomes due, or that another bot took in, is found after this. */
const look = 1_000;
const queueTrouble = 5_000;

/** Begins at once. */
export function createForeman(means: Means): Foreman {
  const { clock } = means;
  const stopping = new AbortController();
  let bell = new AbortController();
  const wait = async (milliseconds: number): Promise<void> => {
    await clock.sleep(milliseconds, bell.signal);
    if (!stopping.signal.aborted) bell = new AbortController();
  };
  const shifts = Promise.all(means.hands.map((hand) => shift(means, hand, { stopping: stopping.signal, wait })));
  return {
    nudge: () => bell.abort(),
    stop: async (graceMs) => {
      stopping.abort();
      bell.abort();
      for (const hand of means.hands) hand.stop();
      const patience = new AbortController();
      await Promise.race([shifts, clock.sleep(graceMs, patience.signal)]);
      patience.abort();
      // A hand that is ended has failed, and its shift gives the work back.
      for (const hand of means.hands) hand.kill();
      await shifts;
    },
  };
}

interface Course {
  readonly stopping: AbortSignal;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** One hand's work, one after the other, until the bot stops. */
async function shift(means: Means, hand: Hand, { stopping, wait }: Course): Promise<void> {
  while (!stopping.aborted) {
    const work = await claimed(means);
    if (work === "trouble") await wait(queueTrouble);
    else if (work === undefined) await wait(look);
    // Told to stop while it was claimed: a hand that has not heard of it cannot be told to end it.
    else if (stopping.aborted) await settled(means, work, { kind: "stopped" });
    else await oversee(means, hand, { work, stopping });
  }
}

async function claimed({ queue, clock, log, hold = usualHold }: Means): Promise<Work | "trouble" | undefined> {
  try {
    const now = clock.now();
    return await queue.claim({ now, until: now + hold });
  } catch (error) {
    log.error("The queue cannot be asked for work", { why: wordsOf(error) });
    return "trouble";
  }
}

interface Watched {
  readonly work: Work;
  readonly stopping: AbortSignal;
}

/** Has a work done, holds it all the while, and says in the queue how it ended. */
async function oversee(means: Means, hand: Hand, { work, stopping }: Watched): Promise<void> {
  const { queue, clock, log, hold = usualHold } = means;
  const started = clock.monotonic();
  const facts = { id: work.id, line: work.line, kind: work.kind, attempt: work.attempt };
  log.info("Work begins", facts);
  const keeping = setInterval(() => {
    const kept = queue.keep(work, clock.now() + hold).catch((error: unknown) => {
      log.error("The queue cannot be told that work goes on", { ...facts, why: wordsOf(error) });
      return true;
    });
    // Somebody else has it now: two must not go on with it.
    void kept.then((isOurs) => isOurs || hand.kill());
  }, hold / 6);
  const ended = await hand.do(work);
  clearInterval(keeping);
  const seconds = (clock.monotonic() - started) / 1000;
  const outcome = await settled(
    means,
    work,
    stopping.aborted && ended.kind === "failed" && ended.failure.code === "crash" ? { kind: "stopped", wait: ended.failure.wait } : ended,
  );
  means.ended(work, outcome, seconds);
  const why = ended.kind === "failed" ? ended.failure.why : undefined;
  log[outcome === "done" || outcome === "stopped" ? "info" : "warn"]("Work ended", {
    ...facts,
    outcome,
    seconds: Math.round(seconds * 100) / 100,
    why,
  });
}

/** Says it in the queue. What cannot be said is found out when the hold ends: then the work is begun once more, and found done. */
async function settled({ queue, clock, log }: Means, work: Work, ended: Ended): Promise<"done" | "again" | "dead" | "stopped" | "lost"> {
  const now = clock.now();
  try {
    switch (ended.kind) {
      case "done":
        if (ended.note !== undefined) await queue.note(ended.note);
        return (await queue.finish(work, now)) ? "done" : "lost";
      case "stopped":
        return (await queue.giveBack(work, { from: now + (ended.wait ?? 0) * 1000, why: "the bot was stopped" })) ? "stopped" : "lost";
      case "failed": {
        const from = nextTry({ attempt: work.attempt, now, failure: ended.failure });
        if (!(await queue.giveBack(work, { from, why: `${ended.failure.code}: ${ended.failure.why}`.slice(0, 1000) }))) return "lost";
        return from === undefined ? "dead" : "again";
      }
    }
  } catch (error) {
    log.error("The queue cannot be told how work ended", { id: work.id, why: wordsOf(error) });
    return "lost";
  }
}
