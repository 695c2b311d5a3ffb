import type { Applied } from "../../model/apply.ts";
import { isPassed, type Run } from "../../model/outcome.ts";
import { quoted, say, words } from "../rich.ts";
import type { Chapter, Line } from "./chapters.ts";

/**
 * Clusters that left the mesh and were not cleaned. The commit that took them out is not compared with again, so no later run sees them by itself: it is said how one does.
 */
export function farewellChapters({ study }: Applied, run: Run): readonly Chapter[] {
  const open = study.changes.clusters.removed.filter((name) => !isClean(run, name));
  if (open.length === 0) return [];
  const commit = study.base?.tree.commit?.slice(0, 12) ?? "REV";
  const lines = open.map(
    (name): Line => ({
      tone: "open",
      text: say`${quoted(name)} still holds what Isthmus wrote there`,
      below: [
        say`Once it can be reached, ${quoted(`isthmus apply --base ${commit}`)} cleans it (the Action: its input ${quoted("base")}); later runs do not look for it by themselves.`,
        words("If the cluster is gone for good, nothing is left to do for it."),
      ],
    }),
  );
  return [{ heading: words("Left the mesh, and not cleaned"), tone: "open", lines }];
}

function isClean({ outcomes, refused }: Run, name: string): boolean {
  return !refused.has(name) && outcomes.every(({ clusters, verdict }) => !clusters.includes(name) || isPassed(verdict));
}
