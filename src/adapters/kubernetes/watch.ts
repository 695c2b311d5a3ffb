import { setTimeout as pause } from "node:timers/promises";
import { isObject, type Json, listAt, textAt, valueAt } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import type { WatchEvent, Where } from "../../world.ts";
import type { Answer } from "./attempt.ts";
import { parseJson } from "./json.ts";
import { sealed } from "./seal.ts";
import type { Transport } from "./transport.ts";

interface Watching {
  readonly path: string;
  readonly where: Where;
  readonly signal: AbortSignal;
  readonly fail: (answer: Answer) => Problem;
}

/**
 * Everything that happens to the objects at a path: first those that are there, then every event. A broken connection is taken up where it ended (bookmarks
 * keep that place fresh); when the server does not remember it, everything is listed again.
 */
export async function* watched(transport: Transport, watching: Watching): AsyncIterable<WatchEvent> {
  const { signal } = watching;
  while (!signal.aborted) {
    const { events, version } = await listed(transport, watching);
    yield* events;
    let at: string | undefined = version;
    while (at !== undefined && !signal.aborted) at = yield* followed(transport, watching, at);
  }
}

async function listed(transport: Transport, { path, where, fail }: Watching): Promise<{ events: WatchEvent[]; version: string }> {
  const answer = await transport.send({ method: "GET", path, query: { labelSelector: where.labels }, isRepeatable: true });
  if (answer.status >= 300) throw fail(answer);
  const body = parseJson(answer.text);
  const { apiVersion, kind } = where;
  const events = listAt(body, "items").map(
    (item): WatchEvent => ({ type: "added", object: sealed({ apiVersion, kind, ...(isObject(item) ? item : {}) }) }),
  );
  return { events, version: textAt(body, "metadata", "resourceVersion") ?? "0" };
}

const types: Readonly<Record<string, WatchEvent["type"]>> = { ADDED: "added", MODIFIED: "modified", DELETED: "deleted" };

/** One connection's worth of events; gives where to go on, `undefined` when everything must be listed again. */
async function* followed(
  transport: Transport,
  { path, where, signal }: Watching,
  from: string,
): AsyncGenerator<WatchEvent, string | undefined> {
  let version = from;
  const query = { watch: "true", allowWatchBookmarks: "true", resourceVersion: version, labelSelector: where.labels };
  try {
    const response = await transport.stream({ method: "GET", path, query, isRepeatable: true }, signal);
    if (response.statusCode >= 300) {
      await response.body.dump();
      await pause(response.statusCode === 410 ? 0 : 1_000, undefined, { signal });
      return response.statusCode === 410 ? undefined : version;
    }
    for await (const line of linesOf(response.body)) {
      const event = parseJson(line);
      if (textAt(event, "type") === "ERROR") return undefined;
      const object: Json | undefined = valueAt(event, ["object"]);
      version = textAt(object, "metadata", "resourceVersion") ?? version;
      const type = types[textAt(event, "type") ?? ""];
      if (type !== undefined && isObject(object)) yield { type, object: sealed(object) };
    }
  } catch {
    if (signal.aborted) return undefined;
    await pause(500, undefined, { signal }).catch(() => undefined);
  }
  return version;
}

async function* linesOf(body: AsyncIterable<Buffer>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of body) {
    const lines = `${rest}${decoder.decode(part, { stream: true })}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines.filter((line) => line !== "");
  }
}
