import { createApp } from "../../adapters/github/index.ts";
import { isObject, type Json } from "../../model/json.ts";
import { Problem } from "../../model/problem.ts";
import type { Note, Work } from "../../model/work.ts";
import { HandedOn } from "../github/handed-on.ts";
import { UsageError } from "../run.ts";
import { warmEngine } from "../warm.ts";
import { isthmus, jobOf } from "./app.ts";
import { carryOut } from "./carry-out.ts";
import { type BotLog, wordsOf } from "./log.ts";
import { lookKind } from "./looks.ts";
import type { Failure } from "./pauses.ts";
import type { Ended, FromHand, ToHand } from "./protocol.ts";
import type { Settings } from "./settings.ts";

/** A bot that is gone leaves its hands this long to come to an end. Another bot takes the work over when the hold ends, a minute after. */
const orphaned = 10_000;

/** Carries out works as they come over the channel to the bot, one at a time, until the channel closes. */
export async function serveAsHand(settings: Settings, log: BotLog): Promise<void> {
  // Ctrl-C goes to every process of a terminal, and the bot decides what becomes of the work.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
  const stop = new AbortController();
  process.on("disconnect", () => {
    stop.abort(new HandedOn());
    setTimeout(() => process.exit(0), orphaned).unref();
  });
  warmEngine();
  let isWriting = false;
  const stopping = (): AbortSignal => {
    isWriting = true;
    return stop.signal;
  };
  const app = await createApp(settings.app, (own) => isthmus({ app: own, settings, log, stop: stopping }));
  process.on("message", (message: ToHand) => {
    if (message.kind === "stop") return stop.abort(new HandedOn());
    const { work } = message;
    isWriting = false;
    const bench = { app, settings, log, stop: stopping };
    // A look by plan is no event of GitHub's.
    const look = () => carryOut(bench, jobOf(bench, eventOf(work)));
    void endOf(work.kind === lookKind ? look : () => app.receive(eventOf(work)), log).then((ended) =>
      // A run that was cut short goes on when somebody begins it anew.
      tell({ kind: "ended", id: work.id, ended: isWriting && stop.signal.aborted ? { kind: "stopped" } : ended }),
    );
  });
  tell({ kind: "ready" });
}

/** To a bot that is gone nothing is told: it may go between the question whether it is there and the message. */
function tell(message: FromHand): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

function eventOf({ id, kind, body }: Work) {
  const payload = JSON.parse(body) as Json;
  return { id, name: kind.split(".")[0] ?? kind, payload: isObject(payload) ? payload : {} };
}

async function endOf(work: () => Promise<Note | undefined | void>, log: BotLog): Promise<Ended> {
  try {
    const note = await work();
    return note ? { kind: "done", note } : { kind: "done" };
  } catch (error) {
    return error instanceof HandedOn ? { kind: "stopped" } : { kind: "failed", failure: failureOf(error, log) };
  }
}

function failureOf(error: unknown, log: BotLog): Failure {
  if (error instanceof Problem) {
    const { code, message, remedy, facts } = error;
    const seconds = facts["seconds"];
    return { code, why: `${message} ${remedy}`, wait: code === "github-rate-limited" && typeof seconds === "number" ? seconds : undefined };
  }
  if (error instanceof UsageError) return { code: "event-unreadable", why: error.message, wait: undefined };
  log.error("This is a bug in Isthmus; report it with this line", {
    why: wordsOf(error),
    stack: error instanceof Error ? (error.stack ?? "") : "",
  });
  return { code: "bug", why: wordsOf(error), wait: undefined };
}
