import { idText } from "../../model/manifest.ts";
import type { RunEvent } from "../../model/outcome.ts";
import { progressLine } from "../progress-lines.ts";
import type { Desk } from "./desk.ts";

/** The log of an apply. */
export interface Transcript {
  watch(event: RunEvent): void;
  /** The whole story of each cluster in a group of its own. */
  finish(): void;
}

/**
 * One line per thing as it happens, and in the end a group per cluster with every object. Not groups while it runs: clusters are worked on at the same time, a
 * runner's groups cannot overlap, and it shows them folded, so that nobody would see what goes on. `now` is in milliseconds.
 */
export function createTranscript(desk: Pick<Desk, "say" | "group">, now: () => number): Transcript {
  const started = now();
  const stories = new Map<string, string[]>();
  const note = (cluster: string, text: string): void => {
    const story = stories.get(cluster) ?? [];
    story.push(`${String(Math.round((now() - started) / 1000)).padStart(4)} s  ${text}`);
    stories.set(cluster, story);
  };
  return {
    watch: (event) => {
      const line = progressLine(event);
      if (line !== undefined) desk.say(line);
      for (const [cluster, text] of told(event, line)) note(cluster, text);
    },
    finish: () => {
      for (const cluster of [...stories.keys()].sort()) desk.group(`Cluster ${cluster}`, stories.get(cluster) ?? []);
    },
  };
}

/** What an event means for which clusters; a pause between waves is no cluster's own. */
function told(event: RunEvent, line: string | undefined): readonly (readonly [string, string])[] {
  switch (event.kind) {
    case "step-started":
      return event.clusters.map((cluster) => [cluster, `${event.step} begins`]);
    case "wrote":
      return [[event.written.cluster, `  ${event.written.result} ${idText(event.written.id)}`]];
    case "waiting":
      return event.clusters.map((cluster) => [cluster, line?.trim() ?? ""]);
    case "step-ended":
      return event.outcome.clusters.map((cluster) => [cluster, line ?? ""]);
    case "soaking":
      return [];
  }
}
