import type { IncomingHttpHeaders } from "node:http";
import { isObject, type Json, type JsonObject } from "../../model/json.ts";
import type { Queue } from "../../world.ts";
import { sort } from "./arrival.ts";

/** An answer to GitHub: short, and without anything that a stranger could learn from. */
export interface Answer {
  readonly status: number;
  readonly said: string;
  /** For the metrics. */
  readonly outcome: "accepted" | "known" | "ignored" | "refused";
}

export interface Reception {
  readonly queue: Pick<Queue, "accept">;
  readonly isSigned: (body: Uint8Array, signature: string | undefined) => boolean;
  readonly repositories: readonly string[];
  readonly now: () => number;
}

/**
 * Takes in one webhook: what means work is in the queue, on the disk, when this answers. Without a right signature nothing of it is read.
 * @throws Problem `queue-unavailable`: then GitHub must hear of a failure, so that the sweep finds it
 */
export async function receive(reception: Reception, headers: IncomingHttpHeaders, body: Uint8Array): Promise<Answer> {
  const { queue, isSigned, repositories, now } = reception;
  if (!isSigned(body, textOf(headers["x-hub-signature-256"]))) return refused(401, "The signature is missing or wrong.");
  const [delivery, event] = [textOf(headers["x-github-delivery"]), textOf(headers["x-github-event"])];
  if (delivery === undefined || event === undefined) return refused(400, "x-github-delivery or x-github-event is missing.");
  if (!headers["content-type"]?.startsWith("application/json")) return refused(415, "Set the webhook's content type to application/json.");
  const text = Buffer.from(body).toString("utf8");
  const payload = parsed(text);
  if (payload === undefined) return refused(400, "The body is not a JSON object.");
  if (event === "ping") return { status: 200, said: "Isthmus listens.", outcome: "ignored" };
  const sorted = sort({ delivery, event, payload, body: text, at: now() }, repositories);
  if (sorted.kind === "ignored") return { status: 200, said: `Nothing to do: ${sorted.why}.`, outcome: "ignored" };
  const kept = await queue.accept(sorted.arrival);
  return kept === "new"
    ? { status: 202, said: "Accepted.", outcome: "accepted" }
    : { status: 200, said: "Known already.", outcome: "known" };
}

function refused(status: number, said: string): Answer {
  return { status, said, outcome: "refused" };
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === "string" && header !== "" ? header : undefined;
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** So often a path must be gone before it is fast. */
const rounds = 200;

/**
 * Takes in what nobody sent, and keeps nothing of it: a process that has just started is ten times slower, and after a crash the first webhooks come at once.
 */
export async function practise(reception: Reception): Promise<void> {
  const [name = ""] = reception.repositories;
  const payload = {
    action: "created",
    installation: { id: 1 },
    repository: { full_name: name.replace("*", "practice"), default_branch: "main", description: "x".repeat(10_000) },
    issue: { number: 1, pull_request: {} },
    comment: { id: 1, body: "Some words.\n\n/status\n", user: { login: "practice", type: "User" } },
  };
  const body = Buffer.from(JSON.stringify(payload));
  const headers = { "content-type": "application/json", "x-github-delivery": "practice", "x-github-event": "issue_comment" };
  const nowhere = { ...reception, queue: { accept: async () => "known" as const } };
  for (let round = 0; round < rounds; round++) {
    reception.isSigned(body, `sha256=${"0".repeat(64)}`);
    await receive({ ...nowhere, isSigned: () => true }, headers, body);
  }
}
