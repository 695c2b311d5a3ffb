import { createApp, isSignedWebhook } from "../../adapters/github/index.ts";
import type { Clock, Queue } from "../../world.ts";
import { createFigures } from "./figures.ts";
import { createForeman } from "./foreman.ts";
import { createHand } from "./hands.ts";
import { type BotLog, wordsOf } from "./log.ts";
import { planLooks } from "./looks.ts";
import { type Behind, listen } from "./server.ts";
import type { Environment, Settings } from "./settings.ts";
import { sweep } from "./sweep.ts";
import { webOf } from "./web.ts";
import { practise, receive } from "./webhook.ts";

interface Ground {
  readonly settings: Settings;
  readonly log: BotLog;
  readonly env: Environment;
  readonly queue: Queue;
  readonly clock: Clock;
}

/** A bot that is open. */
export interface House {
  readonly url: string;
  /** Takes in nothing more and ends what is under way, within so many milliseconds. */
  close(graceMs: number): Promise<void>;
}

/** Opens: the hands that work, the door that webhooks come to, and the sweeps for those that do not come. @throws Problem `address-taken` */
export async function open({ settings, log, env, queue, clock }: Ground): Promise<House> {
  const figures = createFigures({ queue, now: clock.now });
  const hands = Array.from({ length: settings.workers }, () => createHand({ env, log }));
  const foreman = createForeman({ queue, hands, clock, log, ended: figures.ended });
  const closing = new AbortController();
  const reception = {
    queue,
    isSigned: (body: Uint8Array, signature: string | undefined) => isSignedWebhook(body, signature, settings.webhookSecrets),
    repositories: settings.repositories,
    now: clock.now,
  };
  await practise(reception);
  const door = await listen(
    {
      receive: async (headers, body) => {
        const answer = await receive(reception, headers, body);
        if (answer.outcome === "accepted") foreman.nudge();
        return answer;
      },
      readiness: () => readiness(queue, closing.signal),
      page: figures.page,
      status: await statusPage({ settings, queue, clock, log }),
      answered: figures.answered,
      log,
    },
    settings,
  ).catch(async (error: unknown) => {
    await foreman.stop(0);
    throw error;
  });
  const rounds = [
    sweeps({ settings, log, queue, clock, found: foreman.nudge, swept: figures.swept }, closing.signal),
    looks({ settings, log, queue, clock, found: foreman.nudge }, closing.signal),
  ];
  return {
    url: door.url,
    close: async (graceMs) => {
      closing.abort();
      await Promise.all([door.close(), foreman.stop(graceMs)]);
      await Promise.all(rounds);
    },
  };
}

async function readiness(queue: Queue, closing: AbortSignal): Promise<string | undefined> {
  if (closing.aborted) return "stopping";
  return queue.figures().then(
    () => undefined,
    () => "the queue does not answer",
  );
}

interface Sweeping extends Pick<Ground, "settings" | "log" | "queue" | "clock"> {
  readonly found: () => void;
  readonly swept: (outcome: "whole" | "failed", found: number) => void;
}

/** Sweeps at once and then every so often, until the bot closes. One that fails is told, and the next goes back as far. */
async function sweeps({ settings, log, queue, clock, found, swept }: Sweeping, closing: AbortSignal): Promise<void> {
  if (settings.sweepEvery === 0) return;
  // This one only asks; events are carried out by the hands.
  const app = await createApp(settings.app, () => () => undefined);
  let since: number | undefined;
  while (!closing.aborted) {
    try {
      const done = await sweep({ app, queue, repositories: settings.repositories, now: clock.now }, since);
      since = done.until;
      swept("whole", done.found);
      if (done.found > 0) {
        log.warn("Webhooks that did not arrive were fetched from GitHub", { found: done.found });
        found();
      }
    } catch (error) {
      swept("failed", 0);
      log.error("GitHub could not be asked for webhooks that did not arrive", { why: wordsOf(error) });
    }
    await clock.sleep(settings.sweepEvery, closing);
  }
}

/** Plans a look at every repository at once and then every so often, until the bot closes. */
async function looks({ settings, log, queue, clock, found }: Omit<Sweeping, "swept">, closing: AbortSignal): Promise<void> {
  const { lookEvery: every, repositories } = settings;
  if (every === 0) return;
  const app = await createApp(settings.app, () => () => undefined);
  while (!closing.aborted) {
    const planned = await planLooks({ app, queue, repositories, now: clock.now, every }).catch((error: unknown) => {
      log.error("No look at the clusters could be planned", { why: wordsOf(error) });
      return undefined;
    });
    if (planned !== undefined && planned > 0) found();
    // To the beginning of the next stretch; after a failure sooner.
    await clock.sleep(planned === undefined ? Math.min(every, lookAgain) : every - (clock.now() % every), closing);
  }
}

const lookAgain = 5 * 60_000;

/** What answers `/status`, where the settings want it. */
async function statusPage({
  settings,
  queue,
  clock,
  log,
}: Pick<Ground, "settings" | "queue" | "clock" | "log">): Promise<Behind["status"]> {
  const { app: options, status } = settings;
  if (status === undefined) return undefined;
  const { createStatusDesk } = await import("./status/desk.ts");
  const { publicUrl, ...client } = status;
  const signIn = { ...client, web: webOf(options.apiUrl), apiUrl: options.apiUrl, callback: `${publicUrl}/status/callback` };
  return createStatusDesk({ signIn, app: await createApp(options, () => () => undefined), queue, clock, log });
}
