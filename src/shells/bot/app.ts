import type { ApplicationFunction } from "probot";
import type { App, AppEvent } from "../../adapters/github/index.ts";
import { problem } from "../../catalog/problem.ts";
import { isObject, type Json, type JsonObject, textAt, valueAt } from "../../model/json.ts";
import { carryOut } from "./carry-out.ts";
import { createDesk } from "./desk.ts";
import { events } from "./events.ts";
import { type BotLog } from "./log.ts";
import type { Settings } from "./settings.ts";

/** What every handler has at hand. */
export interface Bench {
  readonly app: App;
  readonly settings: Settings;
  readonly log: BotLog;
  /** Ends what writes to clusters; asked for when that begins. */
  readonly stop: () => AbortSignal;
}

/** Isthmus as a Probot app: which events it has handlers for, and which. Run it in any Probot; this bot runs it from its queue. */
export function isthmus(bench: Bench): ApplicationFunction {
  return (probot) => {
    probot.on([...events], async (context) => void (await carryOut(bench, jobOf(bench, context))));
  };
}

/** An event, and where it came from. */
export interface Job {
  readonly event: AppEvent;
  readonly owner: string;
  readonly repo: string;
  readonly installation: number;
  readonly desk: ReturnType<typeof createDesk>;
}

/** @throws Problem `event-unreadable` */
export function jobOf(
  { log }: Bench,
  { id, name, payload }: { readonly id: string; readonly name: string; readonly payload: object },
): Job {
  const event = { id, name, payload: plain(payload) };
  const [owner, repo] = (textAt(event.payload, "repository", "full_name") ?? "").split("/");
  const installation = valueAt(event.payload, ["installation", "id"]);
  if (!owner || !repo || typeof installation !== "number")
    throw problem("event-unreadable", { why: "repository or installation is missing" });
  return { event, owner, repo, installation, desk: createDesk(log, { id, line: `${owner}/${repo}` }) };
}

/** What Probot hands on is what we handed to it: parsed JSON. */
function plain(payload: object): JsonObject {
  const value = payload as Json;
  return isObject(value) ? value : {};
}
