import type { App, Delivery } from "../../adapters/github/index.ts";
import type { Queue } from "../../world.ts";
import { isWanted, sort } from "./arrival.ts";

/** GitHub keeps deliveries for three days. */
const kept = 3 * 24 * 3600 * 1000;

/** The clocks of two machines may differ, and a delivery is listed when it was answered. */
const overlap = 10 * 60 * 1000;

/** What a sweep needs. */
export interface Broom {
  readonly app: Pick<App, "deliveries" | "contentOf">;
  readonly queue: Pick<Queue, "accept" | "known">;
  readonly repositories: readonly string[];
  readonly now: () => number;
}

export interface Swept {
  /** Works that nobody would have heard of. */
  readonly found: number;
  /** Everything before this time was looked through: where the next sweep may end. */
  readonly until: number;
}

/**
 * Looks for webhooks that did not arrive, since a time (`undefined`: as far back as GitHub knows), and takes them in, the oldest first: GitHub itself never sends one again.
 * What the App's API says needs no signature. @throws Problem
 */
export async function sweep({ app, queue, repositories, now }: Broom, since: number | undefined): Promise<Swept> {
  const began = now();
  const oldest = Math.max(began - kept, (since ?? 0) - overlap);
  const missed = await missedSince(app, oldest);
  const known = await queue.known([...missed.keys()]);
  let found = 0;
  for (const [guid, delivery] of [...missed].filter(([id]) => !known.has(id)).reverse()) {
    const payload = await app.contentOf(delivery);
    const sorted = sort({ delivery: guid, event: delivery.event, payload, body: JSON.stringify(payload), at: delivery.at }, repositories);
    if (sorted.kind === "work" && (await queue.accept(sorted.arrival)) === "new") found += 1;
  }
  return { found, until: began };
}

/** By GUID, the newest first: deliveries that could mean work, and of which no attempt arrived. */
async function missedSince(app: Broom["app"], oldest: number): Promise<ReadonlyMap<string, Delivery>> {
  const missed = new Map<string, Delivery>();
  const arrived = new Set<string>();
  for await (const page of app.deliveries()) {
    for (const delivery of page) {
      if (delivery.at < oldest) return without(missed, arrived);
      if (delivery.arrived) arrived.add(delivery.guid);
      else if (isWanted(delivery.event, delivery.action)) missed.set(delivery.guid, delivery);
    }
  }
  return without(missed, arrived);
}

function without(missed: ReadonlyMap<string, Delivery>, arrived: ReadonlySet<string>): ReadonlyMap<string, Delivery> {
  return new Map([...missed].filter(([guid]) => !arrived.has(guid)));
}
