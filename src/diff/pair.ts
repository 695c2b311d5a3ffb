import type { Desired, ManifestClass } from "../model/desired.ts";
import { manifestOf } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import { byId } from "../model/manifest.ts";

/** Two classes and the clusters that are in both, or one class and the clusters that are on its side only. */
export interface Pair {
  readonly head: ManifestClass | undefined;
  readonly base: ManifestClass | undefined;
  /** Sorted, at least one. With several, the manifests hold the same symbols on both sides; with one, they hold its values. */
  readonly members: readonly string[];
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
  /** The values of each member's symbols; nothing for a pair of one member. */
  readonly symbols: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * The fewest comparisons that answer for every cluster. Clusters whose symbols stand for the same values on both sides are compared once, in symbols; where
 * a cluster's identity itself changed, or where it is alone, it is compared with its values.
 */
export function pairs(desired: Desired, baseline: Desired | undefined): readonly Pair[] {
  const baseOf = ownersOf(baseline);
  const headOf = ownersOf(desired);
  const result: Pair[] = [];
  for (const head of desired.classes) {
    const byBase = Map.groupBy(head.members, (member) => baseOf.get(member));
    for (const [base, members] of byBase) result.push(...apart(members, baseline).flatMap((some) => split(head, base, some)));
  }
  for (const base of baseline?.classes ?? []) {
    const gone = base.members.filter((member) => !headOf.has(member));
    result.push(...apart(gone, desired).flatMap((some) => split(undefined, base, some)));
  }
  return result;
}

/** Clusters that the other side could not read are not the same as clusters that it does not have. */
function apart(members: readonly string[], other: Desired | undefined): readonly (readonly string[])[] {
  const unread = new Set(other?.unread?.clusters);
  return [...Map.groupBy(members, (member) => unread.has(member)).values()];
}

function ownersOf(desired: Desired | undefined): ReadonlyMap<string, ManifestClass> {
  return new Map((desired?.classes ?? []).flatMap((owner) => owner.members.map((member) => [member, owner] as const)));
}

function split(head: ManifestClass | undefined, base: ManifestClass | undefined, members: readonly string[]): readonly Pair[] {
  const alike = members.filter(
    (member) => head === undefined || base === undefined || isSameMap(head.symbols.get(member), base.symbols.get(member)),
  );
  const together = alike.length > 1 ? alike : [];
  const alone = members.filter((member) => !together.includes(member));
  const shared: Pair[] = [];
  if (together.length > 0) {
    const symbols = (head ?? base)?.symbols ?? new Map();
    shared.push({ head, base, members: together, before: base?.manifests ?? [], after: head?.manifests ?? [], symbols });
  }
  return [...shared, ...alone.map((member) => single(head, base, member))];
}

function single(head: ManifestClass | undefined, base: ManifestClass | undefined, member: string): Pair {
  return { head, base, members: [member], before: objectsIn(base, member), after: objectsIn(head, member), symbols: new Map() };
}

function objectsIn(owner: ManifestClass | undefined, member: string): readonly Manifest[] {
  const symbols = owner?.symbols.get(member);
  if (owner === undefined || symbols === undefined || symbols.size === 0) return owner?.manifests ?? [];
  return owner.manifests.map((manifest) => manifestOf(manifest, symbols)).sort(byId);
}

function isSameMap(a: ReadonlyMap<string, string> = new Map(), b: ReadonlyMap<string, string> = new Map()): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
