import { problem } from "../../catalog/problem.ts";
import { type JsonObject, objectAt, textAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import { probeNamespace } from "../../model/probe.ts";
import { Problem } from "../../model/problem.ts";
import { look } from "../observed.ts";
import { probeLabel, probeMarks } from "./objects.ts";
import { goesOn, goneWithinMs, late, namespaceRef, type Presence, pauseMs, uidOf } from "./presence.ts";

/**
 * The probe's namespace is one look's at a time. It is taken by server-side apply under a name of this run's own in the server's books, so that of two who come at once
 * one meets a conflict; and kept by saying so every few seconds, so that what a killed run left is known by its silence.
 */

/** How often we say that we live. */
const beatMs = 4_000;

/** A look that goes well is over within a minute; this is how long one that does not may take. */
const otherWithinMs = 300_000;

/** Waits until the namespace is free, and takes it. A namespace of this name that somebody else made is theirs. @throws Problem */
export async function claim(presence: Presence, namespace: JsonObject): Promise<void> {
  const { api, clock, stop } = presence;
  const begun = clock.monotonic();
  let last = { sign: "", since: begun };
  for (;;) {
    goesOn(presence);
    const live = await api.read(namespaceRef);
    if (live.kind === "unknown") throw live.why;
    if (live.kind === "absent") {
      if (await taken(presence, namespace)) return;
    } else {
      const now = clock.monotonic();
      const sign = signOf(live);
      if (sign !== last.sign) last = { sign, since: now };
      if (!isOver(presence, live, { silentMs: now - last.since, waitedMs: now - begun })) await clock.sleep(pauseMs, stop);
      else await api.remove(namespaceRef, uidOf(live)).catch(orMoved);
    }
  }
}

/** Whether what stands there may be taken away. @throws Problem where waiting leads nowhere */
function isOver(
  { api }: Presence,
  { object }: Present,
  { silentMs, waitedMs }: { readonly silentMs: number; readonly waitedMs: number },
): boolean {
  const cluster = api.cluster;
  if (textAt(object, "metadata", "labels", probeLabel) === undefined)
    throw problem("probe-namespace-taken", { cluster, namespace: probeNamespace, label: probeLabel });
  if (textAt(object, "metadata", "deletionTimestamp") !== undefined) {
    if (silentMs > goneWithinMs)
      throw late(cluster, `Namespace ${probeNamespace} to go`, textAt(object, "status", "phase") ?? "it is still there");
    return false;
  }
  const holder = markOf(object, "run");
  if (holder === undefined || silentMs > Number(markOf(object, "silence") ?? 0) * 1000) return true;
  if (waitedMs > otherWithinMs) throw problem("probe-held", { cluster, holder, seconds: otherWithinMs / 1000 });
  return false;
}

/** It is another's by now: the next look sees whose. */
function orMoved(error: unknown): void {
  if (!(error instanceof Problem) || error.code !== "object-moved") throw error;
}

/** Everything that changes while somebody is at work. */
function signOf({ object }: Present): string {
  return [textAt(object, "metadata", "uid"), textAt(object, "metadata", "deletionTimestamp"), markOf(object, "alive")].join(" ");
}

/** Whether it is ours now: not when somebody else was faster, or when what we took over is already on its way out. @throws Problem */
async function taken({ api, run, clock, silenceSeconds }: Presence, namespace: JsonObject): Promise<boolean> {
  const marks = { run: run.text, alive: new Date(clock.now()).toISOString(), silence: String(silenceSeconds) };
  const annotations = Object.fromEntries(Object.entries(marks).map(([name, text]) => [probeMarks[name as keyof typeof marks], text]));
  const marked = { ...namespace, metadata: { ...objectAt(namespace, "metadata"), annotations } };
  try {
    const { object } = await api.apply(marked, { manager: `isthmus-probe-${run.id}` });
    return textAt(object, "metadata", "deletionTimestamp") === undefined;
  } catch (error) {
    if (error instanceof Problem && error.code === "field-conflict") return false;
    throw error;
  }
}

/** Says that we live, until `over`. What is not heard once is said again; a namespace that is another's by now is left alone. */
export async function beat({ api, clock, run }: Presence, over: AbortSignal): Promise<void> {
  for (;;) {
    await clock.sleep(beatMs, over);
    if (over.aborted) return;
    await look(
      (async () => {
        const live = await api.read(namespaceRef);
        if (live.kind !== "present" || markOf(live.object, "run") !== run.text) return;
        const annotations = { [probeMarks.alive]: new Date(clock.now()).toISOString() };
        await api.patch(namespaceRef, { metadata: { ...uidOf(live), annotations } });
      })(),
    );
  }
}

function markOf(object: JsonObject, mark: keyof typeof probeMarks): string | undefined {
  return textAt(object, "metadata", "annotations", probeMarks[mark]);
}
