import { problem } from "../../catalog/problem.ts";
import { isObject, type JsonObject, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import { Problem } from "../../model/problem.ts";
import type { Clock, WatchEvent, Where } from "../../world.ts";
import { parseJson } from "./json.ts";
import { fieldSelectorOf, list } from "./read.ts";
import { sealed } from "./seal.ts";
import { pathOf, refused, resourceOf, type Server } from "./server.ts";

interface Watching {
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

const firstPauseMs = 250;
const longestPauseMs = 8_000;

/**
 * Everything that happens to objects of a kind: first those that are there, then every event. A connection that ended is taken up where it was (bookmarks keep
 * that place fresh). When the server does not remember it, all are listed again and what differs is told, so that no deletion is missed.
 */
export async function* watched(server: Server, where: Where, { signal, clock }: Watching): AsyncIterable<WatchEvent> {
  const known = new Map<string, Present>();
  let version = "";
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    if (version === "") {
      const now = await list(server, where);
      if (now === undefined) throw problem("kind-not-served", { cluster: server.cluster, kind: where.kind, apiVersion: where.apiVersion });
      yield* differences(known, now.objects);
      version = now.version;
    }
    const end: End = yield* followed(server, where, { signal, version, known });
    version = end.version;
    // A server that ends each watch at once is not asked without a pause.
    if (end.hadEvents) pauseMs = firstPauseMs;
    else {
      await clock.sleep(pauseMs, signal);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    }
  }
}

function* differences(known: Map<string, Present>, now: readonly Present[]): Iterable<WatchEvent> {
  const gone = new Map(known);
  for (const object of now) {
    const before = known.get(uidOf(object.object));
    gone.delete(uidOf(object.object));
    known.set(uidOf(object.object), object);
    if (before === undefined) yield { type: "added", object };
    else if (versionOf(before.object) !== versionOf(object.object)) yield { type: "modified", object };
  }
  for (const [uid, object] of gone) {
    known.delete(uid);
    yield { type: "deleted", object };
  }
}

/** How a connection ended. An empty `version`: the server does not remember ours, everything must be listed again. */
interface End {
  readonly version: string;
  readonly hadEvents: boolean;
}

interface Place {
  readonly signal: AbortSignal;
  readonly version: string;
  readonly known: Map<string, Present>;
}

const types: Readonly<Record<string, WatchEvent["type"]>> = { ADDED: "added", MODIFIED: "modified", DELETED: "deleted" };

/** One connection's worth of events. @throws Problem when the server refuses it for good */
async function* followed(server: Server, where: Where, { signal, version: from, known }: Place): AsyncGenerator<WatchEvent, End> {
  let version = from;
  let hadEvents = false;
  try {
    for await (const event of eventsOf(server, where, from, signal)) {
      if (event === "forgotten") return { version: "", hadEvents };
      hadEvents = true;
      const object = objectAt(event, "object");
      version = versionOf(object) || version;
      const type = types[textAt(event, "type") ?? ""];
      if (type === undefined) continue;
      const present = sealed(object);
      if (type === "deleted") known.delete(uidOf(object));
      else known.set(uidOf(object), present);
      yield { type, object: present };
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    // The connection broke, or the signal ended it: in both cases the loop above knows what to do.
  }
  return { version, hadEvents };
}

async function* eventsOf(
  server: Server,
  where: Where,
  resourceVersion: string,
  signal: AbortSignal,
): AsyncIterable<JsonObject | "forgotten"> {
  const resource = await resourceOf(server, where);
  const path = pathOf(resource, where.namespace ?? "");
  const query = {
    watch: "true",
    allowWatchBookmarks: "true",
    resourceVersion,
    labelSelector: where.labels,
    fieldSelector: fieldSelectorOf(where.name),
  };
  const { answer, lines } = await server.transport.stream({ method: "GET", path, query, isRepeatable: true }, signal);
  if (answer !== undefined) {
    if (answer.status === 410) yield "forgotten";
    else if (answer.status < 500 && answer.status !== 429) throw refused(server, answer, { verb: "watch", object: resource.plural });
    return;
  }
  for await (const line of lines) {
    const event = parseJson(line);
    if (!isObject(event)) continue;
    // After an error the server ends the watch; 410 is the only one that another connection would meet again.
    if (event["type"] === "ERROR") {
      if (valueAt(event, ["object", "code"]) === 410) yield "forgotten";
      return;
    }
    yield event;
  }
}

function uidOf(object: JsonObject): string {
  return (
    textAt(object, "metadata", "uid") ?? `${textAt(object, "metadata", "namespace") ?? ""}/${textAt(object, "metadata", "name") ?? ""}`
  );
}

function versionOf(object: JsonObject): string {
  return textAt(object, "metadata", "resourceVersion") ?? "";
}
