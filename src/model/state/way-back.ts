import type { Ledger, RunIdentity, Survey } from "../survey.ts";

/** The newest run that any cluster knows of, and where the way back from it leads. */
export interface LastRun {
  readonly run: RunIdentity;
  /** True when every ledger of it that could be read says that it ended with nothing open. */
  readonly isWhole: boolean;
  readonly previous: RunIdentity | undefined;
}

/**
 * The newest run over all clusters. A run is one for the whole mesh and writes a ledger only where it has something to write, so the clusters' ledgers may be of
 * different runs; the newest of them is the mesh's.
 */
export function lastRunOf({ clusters }: Survey): LastRun | undefined {
  const ledgers = [...clusters.values()].flatMap((seen) => (seen.kind === "surveyed" && seen.ledger !== undefined ? [seen.ledger] : []));
  const newest = ledgers.reduce<Ledger | undefined>(
    (last, ledger) => (last === undefined || isLater(ledger, last) ? ledger : last),
    undefined,
  );
  if (newest === undefined) return undefined;
  const same = ledgers.filter(({ run }) => run.id === newest.run.id);
  return { run: newest.run, isWhole: same.every(isWhole), previous: same.find(({ previous }) => previous !== undefined)?.previous };
}

/**
 * What a run that begins now writes down as the one before it: the last that was of another plan and ended with nothing open, in every cluster the same. A run that
 * finishes or repeats what another began leads back to where that one would have led.
 */
export function previousFor(survey: Survey, run: RunIdentity): RunIdentity | undefined {
  const last = lastRunOf(survey);
  if (last === undefined) return undefined;
  return last.isWhole && !isSamePlan(last.run, run) ? last.run : last.previous;
}

/** What is left to do makes another digest each time, so commits are compared where both are known. */
function isSamePlan(one: RunIdentity, other: RunIdentity): boolean {
  return one.commit !== undefined && other.commit !== undefined ? one.commit === other.commit : one.planDigest === other.planDigest;
}

function isWhole({ state, entries, left = 0 }: Ledger): boolean {
  return state === "ended" && left === 0 && entries.every((entry) => entry.state === "passed");
}

function isLater(one: Ledger, other: Ledger): boolean {
  return one.startedAt === other.startedAt ? one.run.id > other.run.id : one.startedAt > other.startedAt;
}
