import { memoryUsage } from "node:process";
import type { Work } from "../../model/work.ts";
import type { Queue } from "../../world.ts";
import { version } from "../cli/version.ts";
import { createMetrics } from "./metrics.ts";

interface Seen {
  readonly queue: Pick<Queue, "figures">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What the bot counts, and the page that tells it. Names of events come from whoever posts, so only those of works are told. */
export function createFigures({ queue, now }: Seen) {
  const metrics = createMetrics();
  const started = now() / 1000;
  const webhooks = metrics.counter("isthmus_webhooks_total", "Webhooks that were answered, by what became of them.");
  const answering = metrics.histogram(
    "isthmus_webhook_seconds",
    "Time until a webhook was answered.",
    [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10],
  );
  const works = metrics.counter("isthmus_works_total", "Works that ended, by kind and how.");
  const working = metrics.histogram("isthmus_work_seconds", "Time a work took, by kind.", [0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200]);
  const sweeps = metrics.counter("isthmus_sweeps_total", "Sweeps for webhooks that did not arrive, by how they ended.");
  const swept = metrics.counter("isthmus_swept_webhooks_total", "Webhooks that did not arrive and were fetched.");
  metrics.gauge("isthmus_queue_works", "Works in the queue, by state; dead ones wait for a person.", async () => {
    const { waiting, running, dead } = await queue.figures();
    return Object.entries({ waiting, running, dead }).map(([state, value]) => ({ labels: { state }, value }));
  });
  metrics.gauge("isthmus_queue_oldest_seconds", "Age of the oldest work that waits.", async () => {
    const { oldest } = await queue.figures();
    return [{ value: oldest === undefined ? 0 : Math.max(0, (now() - oldest) / 1000) }];
  });
  metrics.gauge("isthmus_build_info", "The version that runs.", async () => [{ labels: { version, node: process.version }, value: 1 }]);
  metrics.gauge("process_start_time_seconds", "When the bot started, in seconds since 1970.", async () => [{ value: started }]);
  metrics.gauge("process_resident_memory_bytes", "Memory of the bot itself, without its hands.", async () => [
    { value: memoryUsage().rss },
  ]);
  return {
    page: metrics.page,
    answered: ({ outcome, seconds }: { readonly outcome: string; readonly seconds: number }): void => {
      webhooks.add({ outcome });
      answering.observe(seconds);
    },
    ended: ({ kind }: Work, outcome: string, seconds: number): void => {
      works.add({ kind, outcome });
      working.observe(seconds, { kind });
    },
    swept: (outcome: "whole" | "failed", found: number): void => {
      sweeps.add({ outcome });
      swept.add({}, found);
    },
  };
}
