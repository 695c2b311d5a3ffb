import type { Check, Health } from "../../model/health.ts";
import { counted, groupBy } from "../count.ts";
import { join, quoted, type Rich, richOf, say, words } from "../rich.ts";
import type { Chapter, Line } from "./chapters.ts";
import { checksJson } from "./json.ts";

/** What was seen of the running mesh, for whoever is on call: the verdict, what failed, what could not be seen and why, and a count of the rest. */
export function healthChapters({ checks }: Health): readonly Chapter[] {
  const of = (verdict: Check["verdict"]): readonly Check[] => checks.filter((check) => check.verdict === verdict);
  const [failed, unknown, passed] = [of("failed"), of("unknown"), of("passed")];
  return [
    verdictChapter({ failed: failed.length, unknown: unknown.length, passed: passed.length }),
    ...chapter("Does not work", "bad", failed),
    ...chapter("Could not be seen. This is not “it works”.", "unknown", unknown),
    ...passedChapter(passed),
  ];
}

function verdictChapter({ failed, unknown, passed }: Readonly<Record<Check["verdict"], number>>): Chapter {
  if (failed > 0)
    return { heading: words(`The mesh does not work as it should: ${counted(failed, "check")} failed`), tone: "bad", lines: [] };
  if (passed === 0) return { heading: words("Nothing could be seen of the mesh"), tone: "unknown", lines: [] };
  const rest = unknown === 0 ? "" : `; ${counted(unknown, "thing")} could not be seen`;
  return { heading: words(`What was seen of the mesh works${rest}`), tone: unknown === 0 ? "good" : "unknown", lines: [] };
}

function chapter(heading: string, tone: "bad" | "unknown", checks: readonly Check[]): readonly Chapter[] {
  if (checks.length === 0) return [];
  // What was seen alike in several clusters is told once.
  const groups = groupBy(checks, ({ name, peer, observed, remedy }) => JSON.stringify([name, peer, observed, remedy]));
  const lines = groups.flatMap(([first, ...others]): readonly Line[] => {
    if (first === undefined) return [];
    const where = [first.cluster, ...others.map(({ cluster }) => cluster)].join(", ");
    const peer: Rich = first.peer === undefined ? [] : say` → ${first.peer}`;
    const below = first.remedy === undefined ? [] : [richOf(first.remedy)];
    return [{ tone, text: say`${where}${peer} ${words(first.name)}: ${richOf(first.observed)}`, below }];
  });
  return [{ heading: words(heading), tone, lines }];
}

/** Of each kind of check so many observations are told; the JSON has all. */
const mostTold = 4;

function passedChapter(checks: readonly Check[]): readonly Chapter[] {
  if (checks.length === 0) return [];
  const lines = groupBy(checks, ({ name }) => name).map((group): Line => {
    const clusters = new Set(group.map(({ cluster }) => cluster)).size;
    const seen = groupBy(group, ({ observed }) => observed).map(observation);
    const more = seen.length - mostTold;
    return {
      tone: "good",
      text: words(`${group[0]?.name ?? ""}: ${counted(group.length, "time")} in ${counted(clusters, "cluster")}`),
      below: [...seen.slice(0, mostTold), ...(more > 0 ? [words(`and ${counted(more, "more observation")} (--output json has all)`)] : [])],
    };
  });
  return [{ heading: words("Works"), tone: "good", lines }];
}

/** What was seen alike, and where: `east → west, west → east: …`. */
function observation(group: readonly Check[]): Rich {
  const places = group.map(({ cluster, peer }) => (peer === undefined ? quoted(cluster) : say`${cluster} → ${peer}`));
  const more = places.length - mostTold;
  const shown = [...places.slice(0, mostTold), ...(more > 0 ? [words(`${more} more`)] : [])];
  return say`${join(shown, ", ")}: ${richOf(group[0]?.observed ?? "")}`;
}

/** The same for machines. Ends in a line break. */
export function healthJson({ at, checks }: Health): string {
  const verdict = checks.some((check) => check.verdict === "failed")
    ? "failed"
    : checks.some((check) => check.verdict === "unknown")
      ? "unknown"
      : "passed";
  const told = { schemaVersion: 1, kind: "verify", verdict, at: new Date(at).toISOString(), ...checksJson(checks) };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
