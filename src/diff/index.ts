import type { Changes } from "../model/change.ts";
import type { Desired } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import type { Sides } from "./causes.ts";
import { type Comparison, compare } from "./compare.ts";
import { group } from "./group.ts";
import { compareObjects } from "./objects.ts";
import { pairs } from "./pair.ts";

const nobody: Desired = { classes: [], engine: "", charts: [], findings: [] };

/**
 * What differs between what clusters should hold and what they held, by meaning, equal changes of several clusters as one. Without a baseline everything
 * is new. Sorted by stage and identity; nothing secret is in it.
 */
export function diff(desired: Desired, baseline: Desired | undefined): Changes {
  const base = baseline ?? nobody;
  const clusters = { added: notIn(desired, base), removed: notIn(base, desired) };
  const known = remembering(compare);
  const found = pairs(desired, baseline).map((pair) => {
    const sides: Sides = {
      head: { desired, owner: pair.head },
      base: { desired: base, owner: pair.base },
      added: new Set(clusters.added),
      removed: new Set(clusters.removed),
    };
    return { pair, ...compareObjects(pair, sides, known) };
  });
  return {
    changes: group(found, new Map([...(base.identities ?? []), ...(desired.identities ?? [])])),
    unchanged: new Map(found.flatMap(({ pair, equal }) => pair.members.map((member) => [member, equal] as const)).sort(byName)),
    clusters,
    normalised: counted(found.flatMap(({ pair, hidden }) => hidden.map((rule) => ({ rule, times: pair.members.length })))),
  };
}

/** Clusters of one side that the other does not have; those it could not read are not among them. */
function notIn(side: Desired, other: Desired): readonly string[] {
  if (other.unread?.mesh) return [];
  const there = new Set([...other.classes.flatMap((entry) => entry.members), ...(other.unread?.clusters ?? [])]);
  return side.classes.flatMap((entry) => entry.members.filter((member) => !there.has(member))).sort();
}

/** Clusters of one placement share their objects: each two are compared once. */
function remembering(compare: (before: Manifest, after: Manifest) => Comparison): (before: Manifest, after: Manifest) => Comparison {
  const known = new Map<Manifest, Map<Manifest, Comparison>>();
  return (before, after) => {
    const answers = known.get(before) ?? new Map<Manifest, Comparison>();
    known.set(before, answers);
    const answer = answers.get(after) ?? compare(before, after);
    answers.set(after, answer);
    return answer;
  };
}

function counted(uses: readonly { readonly rule: string; readonly times: number }[]): Changes["normalised"] {
  const counts = new Map<string, number>();
  for (const { rule, times } of uses) counts.set(rule, (counts.get(rule) ?? 0) + times);
  return [...counts].sort(byName).map(([rule, count]) => ({ rule, count }));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
