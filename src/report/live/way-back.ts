import type { LiveStudy, WayBack } from "../../model/apply.ts";
import { idText } from "../../model/manifest.ts";
import { counted } from "../count.ts";
import { listed, quoted, type Rich, richOf, say, words } from "../rich.ts";
import type { Chapter, Line } from "./chapters.ts";

/** Where `isthmus rollback` leads from here, what of this plan it cannot take back, and what it leaves behind. */
export function wayBackChapters({ live, plan }: LiveStudy): readonly Chapter[] {
  const { wayBack } = live;
  if (wayBack === undefined) return [];
  const lines = [
    ...plan.guards
      .filter(({ reason }) => reason === "irreversible")
      .map(({ text, clusters }): Line => ({ tone: "bad", text: say`${listed(clusters.map(quoted))}: ${richOf(text)}`, below: [] })),
    ...(wayBack.kind === "known" ? linesOf(wayBack) : []),
  ];
  return [{ heading: headingOf(wayBack), tone: wayBack.kind === "known" && wayBack.errors === 0 ? "plain" : "unknown", lines }];
}

function headingOf(wayBack: WayBack): Rich {
  switch (wayBack.kind) {
    case "none":
      return words("The way back: none, because nothing was applied before that ended well");
    case "unknown":
      return say`The way back to run ${wayBack.to.id} is unknown: ${richOf(wayBack.why)}`;
    case "known": {
      const { steps, deletions, digest } = wayBack.plan;
      const deleted = [...deletions.values()].reduce((sum, count) => sum + count, 0);
      const size = [counted(steps.length, "step"), ...(deleted === 0 ? [] : [counted(deleted, "deletion")])].join(", ");
      return say`The way back: ${quoted("isthmus rollback")} leads to ${quoted(wayBack.to.commit?.slice(0, 12) ?? "")} by plan ${quoted(digest.plan.slice(0, 8))}: ${words(size)}`;
    }
  }
}

function linesOf({ plan, errors }: WayBack & { readonly kind: "known" }): readonly Line[] {
  const kept: readonly Line[] =
    plan.kept.length === 0
      ? []
      : [
          {
            tone: "plain",
            text: say`Stays when going back, because Isthmus never deletes it: ${listed(plan.kept.slice(0, 10).map(({ id }) => quoted(idText(id))))}${more(plan.kept.length - 10)}`,
            below: [],
          },
        ];
  const judged: readonly Line[] =
    errors === 0
      ? []
      : [
          {
            tone: "bad",
            text: words(
              `${counted(errors, "finding")} of severity error ${errors === 1 ? "stands" : "stand"} against it: it would be refused as it is`,
            ),
            below: [],
          },
        ];
  return [...judged, ...kept];
}

function more(count: number): Rich {
  return count > 0 ? words(` and ${count} more`) : [];
}
