import type { Drift, LiveStudy } from "../../model/apply.ts";
import { idText } from "../../model/manifest.ts";
import { counted, groupBy } from "../count.ts";
import { listed, quoted, richOf, say, words } from "../rich.ts";
import { remedyOf } from "./applied.ts";
import type { Chapter, Line } from "./chapters.ts";
import { wayBackChapters } from "./way-back.ts";

/** What was changed behind Git's back, what could not be read, and what must be granted or opened before a write. The change itself is told by the report. */
export function liveChapters(study: LiveStudy): readonly Chapter[] {
  return [...driftChapters(study.live.drift), ...unreadChapters(study), ...unmetChapters(study), ...wayBackChapters(study)];
}

/** Drift, the same in several clusters told once; a chapter that says so when there is none. */
export function driftChapters(drift: readonly Drift[]): readonly Chapter[] {
  if (drift.length === 0) return [];
  const groups = groupBy(drift, ({ id, paths, kind }) => JSON.stringify([id, paths, kind]));
  return [
    {
      heading: words(`Drift: ${counted(drift.length, "object was", "objects were")} changed by somebody else`),
      tone: "bad",
      lines: [
        ...groups.flatMap((group): readonly Line[] => {
          const [first] = group;
          if (first === undefined) return [];
          const { id, paths, kind } = first;
          const where = listed(group.map(({ cluster }) => quoted(cluster)));
          const what = kind === "gone" ? words("is gone") : [...words("differs at "), ...listed(paths.slice(0, 6).map(quoted))];
          const more = paths.length > 6 ? words(` and ${counted(paths.length - 6, "more place")}`) : [];
          return [{ tone: "bad", text: say`${idText(id)} in ${where} ${[...what, ...more]}`, below: [] }];
        }),
        putBack,
      ],
    },
  ];
}

/** What an apply makes of drift: it takes no field from somebody who owns it without being asked. */
const putBack: Line = {
  tone: "plain",
  text: richOf("An apply puts them back; a field that somebody else owns by now only with `--force-conflicts`, and it says whose."),
  below: [],
};

/** Clusters that could not be read. */
export function unreadChapters({ live }: LiveStudy): readonly Chapter[] {
  const lines = [...live.survey.clusters].flatMap(([cluster, seen]) =>
    seen.kind === "surveyed"
      ? []
      : [{ tone: "unknown" as const, text: say`${cluster}: ${richOf(seen.why.message)}`, below: remedyOf(seen.why.remedy) }],
  );
  if (lines.length === 0) return [];
  return [{ heading: words("Unknown: these clusters could not be read. This is not “no change”."), tone: "unknown", lines }];
}

function unmetChapters({ live }: LiveStudy): readonly Chapter[] {
  const unmet = live.unmet.filter(({ kind }) => kind !== "unreachable");
  const advice = unmet.filter(({ isAdvice }) => isAdvice);
  const needed = unmet.filter(({ isAdvice }) => isAdvice === undefined);
  const lines = (tone: Chapter["tone"], all: typeof unmet): readonly Line[] =>
    all.map(({ cluster, seen, remedy }) => ({ tone, text: say`${cluster}: ${richOf(seen)}`, below: remedyOf(remedy) }));
  const missing = words(`Before it can be applied: ${counted(needed.length, "thing is", "things are")} missing`);
  const known = words("Worth knowing before it is applied");
  return [
    ...(needed.length === 0 ? [] : [{ heading: missing, tone: "bad" as const, lines: lines("bad", needed) }]),
    ...(advice.length === 0 ? [] : [{ heading: known, tone: "unknown" as const, lines: lines("unknown", advice) }]),
  ];
}
