import { idText } from "../model/manifest.ts";
import type { Decider, HostRoutes } from "../model/routes.ts";
import { groupBy } from "./count.ts";
import type { Chapter, Line } from "./live/chapters.ts";
import { listed, quoted, type Rich, richOf, say, words } from "./rich.ts";

/** Which objects decide about a host, once for all clusters where it is alike; what a change does to it is told line by line. `isCompared`: there is a before. */
export function routesChapters(
  asked: string,
  all: readonly HostRoutes[],
  { isCompared }: { readonly isCompared: boolean },
): readonly Chapter[] {
  if (all.length === 0) return [{ heading: say`No object of this mesh names ${asked}`, tone: "unknown", lines: [nobodyKnows] }];
  return groupBy(all, ({ host, before, after }) => JSON.stringify([host, shapeOf(before), shapeOf(after)])).flatMap(
    (group): readonly Chapter[] => {
      const [first] = group;
      if (first === undefined) return [];
      const where = listed(group.map(({ cluster }) => quoted(cluster)));
      const { host, before, after } = first;
      const lines = linesOf(isCompared ? before : after, after);
      const isSame = JSON.stringify(shapeOf(before)) === JSON.stringify(shapeOf(after));
      const verdict = !isCompared
        ? ""
        : before === undefined
          ? ": new in the mesh"
          : after === undefined
            ? ": leaves the mesh"
            : isSame
              ? ": no change"
              : ": changes";
      return [{ heading: say`${host} in ${where}${words(verdict)}`, tone: "plain", lines: lines.length === 0 ? [defaults] : lines }];
    },
  );
}

/** The hosts about which a change decides otherwise, each told as above; a chapter that says so when there is none. */
export function effectChapters(changed: readonly HostRoutes[]): readonly Chapter[] {
  if (changed.length === 0) return [{ heading: words("Nothing about any host changes, as far as the files say"), tone: "good", lines: [] }];
  return routesChapters("", changed, { isCompared: true });
}

const nobodyKnows: Line = {
  tone: "unknown",
  text: words(
    "Istio's defaults hold for it: sidecars send its requests on unchanged. Services and workloads that are not in this repository are not seen.",
  ),
  below: [],
};

const defaults: Line = { tone: "plain", text: words("Nothing decides about it but Istio's defaults."), below: [] };

/** Files and lines are not part of it: they may move without changing anything. */
function shapeOf(deciders: readonly Decider[] | undefined): unknown {
  return deciders?.map(({ object, says }) => [idText(object), says]);
}

function linesOf(before: readonly Decider[] = [], after: readonly Decider[] = []): readonly Line[] {
  const old = new Map(before.map((decider) => [idText(decider.object), decider]));
  const now = after.map((decider) => lineOf(decider, old.get(idText(decider.object))));
  const kept = new Set(after.map(({ object }) => idText(object)));
  const gone = before.filter(({ object }) => !kept.has(idText(object)));
  return [
    ...now,
    ...gone.map(
      ({ object, says }): Line => ({
        tone: "bad",
        text: say`${idText(object)} is gone`,
        below: says.map((text) => say`before: ${richOf(text)}`),
      }),
    ),
  ];
}

function lineOf({ object, place, says }: Decider, old: Decider | undefined): Line {
  const where: Rich = place === undefined ? [] : say` (${`${place.file}:${place.line}`})`;
  if (old === undefined) return { tone: "open", text: say`${idText(object)}${where} is new`, below: says.map(richOf) };
  const lost = old.says.filter((text) => !says.includes(text));
  const below = [
    ...lost.map((text) => say`before: ${richOf(text)}`),
    ...says.map((text) => (old.says.includes(text) ? richOf(text) : say`now: ${richOf(text)}`)),
  ];
  const isMoved = lost.length === 0 && says.length === old.says.length && says.some((text, index) => text !== old.says[index]);
  return {
    tone: "plain",
    text: say`${idText(object)}${where}`,
    below: isMoved ? [words("The same rules in another order:"), ...says.map(richOf)] : below,
  };
}
