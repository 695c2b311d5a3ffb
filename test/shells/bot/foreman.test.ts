import { describe, expect, it } from "vitest";
import { systemClock } from "../../../src/adapters/clock.ts";
import { openQueue } from "../../../src/adapters/queue/index.ts";
import type { Arrival, Work } from "../../../src/model/work.ts";
import { createForeman } from "../../../src/shells/bot/foreman.ts";
import type { Hand } from "../../../src/shells/bot/hands.ts";
import { nextTry } from "../../../src/shells/bot/pauses.ts";
import type { Ended } from "../../../src/shells/bot/protocol.ts";

/** Who works at what, and what becomes of work that does not go well. */

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const arrival = (id: string, line = id): Arrival => ({ id, deed: undefined, line, kind: "push", body: "{}", at: 1 });

interface Scene {
  readonly outcomes: string[];
  readonly ended: (work: Work, outcome: string) => void;
}

function scene(): Scene {
  const outcomes: string[] = [];
  return { outcomes, ended: ({ id }, outcome) => void outcomes.push(`${id} ${outcome}`) };
}

const handOf = (work: Hand["do"], more: Partial<Hand> = {}): Hand => ({ do: work, stop: () => undefined, kill: () => undefined, ...more });
const done: Ended = { kind: "done" };
const failed: Ended = { kind: "failed", failure: { code: "github-unreachable", why: "no answer", wait: undefined } };

/** Waits until the outcomes are all there; the test's own limit ends a wait for ever. */
async function come(outcomes: readonly string[], count: number): Promise<void> {
  while (outcomes.length < count) await systemClock.sleep(5);
}

describe("a foreman", () => {
  it("gives each hand one work at a time, and works of a line in their order", async () => {
    const queue = await openQueue({ url: undefined, file: ":memory:" });
    for (const id of ["a1", "a2", "b1"]) await queue.accept(arrival(id, id[0]));
    const { outcomes, ended } = scene();
    const open = new Set<string>();
    const work = async ({ line }: Work): Promise<Ended> => {
      expect(open.has(line)).toBe(false);
      open.add(line);
      await systemClock.sleep(10);
      open.delete(line);
      return done;
    };
    const foreman = createForeman({ queue, hands: [handOf(work), handOf(work)], clock: systemClock, log: silent, ended });
    await come(outcomes, 3);
    await foreman.stop(1000);
    expect(outcomes.indexOf("a1 done")).toBeLessThan(outcomes.indexOf("a2 done"));
    expect(await queue.figures()).toMatchObject({ waiting: 0, running: 0, done: 3 });
  });

  it("hears of new work at once when it is nudged", async () => {
    const queue = await openQueue({ url: undefined, file: ":memory:" });
    const { outcomes, ended } = scene();
    const foreman = createForeman({
      queue,
      hands: [handOf(async () => done)],
      clock: { ...systemClock, sleep: (_, signal) => systemClock.sleep(60_000, signal) },
      log: silent,
      ended,
    });
    await systemClock.sleep(20);
    await queue.accept(arrival("a"));
    foreman.nudge();
    await come(outcomes, 1);
    await foreman.stop(1000);
    expect(outcomes).toEqual(["a done"]);
  });

  it("has failed work tried again later", async () => {
    const queue = await openQueue({ url: undefined, file: ":memory:" });
    await queue.accept(arrival("a"));
    const { outcomes, ended } = scene();
    const foreman = createForeman({ queue, hands: [handOf(async () => failed)], clock: systemClock, log: silent, ended });
    await come(outcomes, 1);
    await foreman.stop(1000);
    expect(outcomes).toEqual(["a again"]);
    expect(await queue.claim({ now: Date.now() + 5_000, until: 1 })).toBeUndefined();
    expect(await queue.claim({ now: Date.now() + 15_000, until: 1 })).toMatchObject({ id: "a", attempt: 2 });
  });

  it("gives back what does not end in time when the bot stops, for the next to begin when its leases have ended", async () => {
    const queue = await openQueue({ url: undefined, file: ":memory:" });
    await queue.accept(arrival("a"));
    const { outcomes, ended } = scene();
    let kill: () => void = () => undefined;
    const hangs = handOf(
      () => new Promise((resolve) => (kill = () => resolve({ kind: "failed", failure: { code: "crash", why: "SIGKILL", wait: 45 } }))),
      { kill: () => kill() },
    );
    const foreman = createForeman({ queue, hands: [hangs], clock: systemClock, log: silent, ended });
    await systemClock.sleep(50);
    await foreman.stop(50);
    expect(outcomes).toEqual(["a stopped"]);
    expect(await queue.claim({ now: Date.now() + 40_000, until: 1 })).toBeUndefined();
    expect(await queue.claim({ now: Date.now() + 45_000, until: 1 })).toMatchObject({ id: "a" });
  });

  it("gives back what was told to stop and did, for the next to begin at once", async () => {
    const queue = await openQueue({ url: undefined, file: ":memory:" });
    await queue.accept(arrival("a"));
    const { outcomes, ended } = scene();
    let stop: () => void = () => undefined;
    const obeys = handOf(() => new Promise((resolve) => (stop = () => resolve({ kind: "stopped" }))), { stop: () => stop() });
    const foreman = createForeman({ queue, hands: [obeys], clock: systemClock, log: silent, ended });
    await systemClock.sleep(50);
    await foreman.stop(10_000);
    expect(outcomes).toEqual(["a stopped"]);
    expect(await queue.claim({ now: Date.now(), until: 1 })).toMatchObject({ id: "a" });
  });

  it("begins nothing that it claimed while it was told to stop", async () => {
    const queue = await openQueue({ url: undefined, file: ":memory:" });
    await queue.accept(arrival("a"));
    const hand = handOf(() => Promise.reject(new Error("begun all the same")));
    const foreman = createForeman({ queue, hands: [hand], clock: systemClock, log: silent, ended: () => undefined });
    await foreman.stop(10_000);
    expect(await queue.claim({ now: Date.now(), until: 1 })).toMatchObject({ id: "a" });
  });

  it("ends a hand whose work was taken over by another bot", async () => {
    const own = await openQueue({ url: undefined, file: ":memory:" });
    await own.accept(arrival("a"));
    const { outcomes, ended } = scene();
    const queue = { ...own, keep: async () => false, finish: async () => false, giveBack: async () => false };
    let kill: () => void = () => undefined;
    const hangs = handOf(
      () =>
        new Promise((resolve) => (kill = () => resolve({ kind: "failed", failure: { code: "crash", why: "SIGKILL", wait: undefined } }))),
      { kill: () => kill() },
    );
    const foreman = createForeman({ queue, hands: [hangs], clock: systemClock, log: silent, ended, hold: 60 });
    await come(outcomes, 1);
    await foreman.stop(1000);
    expect(outcomes).toEqual(["a lost"]);
  });
});

describe("the pause before the next try", () => {
  const failure = { code: "github-unreachable", why: "", wait: undefined } as const;
  it("grows, and ends", () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => nextTry({ attempt, now: 0, failure }));
    expect(all).toEqual([10_000, 30_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, undefined]);
  });

  it("is as long as GitHub asks for, and there is none for what waiting cannot mend", () => {
    expect(nextTry({ attempt: 1, now: 0, failure: { code: "github-rate-limited", why: "", wait: 3600 } })).toBe(3_600_000);
    expect(nextTry({ attempt: 1, now: 0, failure: { code: "event-unreadable", why: "", wait: undefined } })).toBeUndefined();
  });
});
