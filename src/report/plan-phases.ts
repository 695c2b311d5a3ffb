import type { Plan, Step } from "../model/plan.ts";

/** Steps that are told under one title: rounds one after the other; within a round no cluster waits for another one. */
export interface Phase {
  readonly title: string;
  readonly rounds: readonly (readonly Step[])[];
}

/**
 * The steps of a plan in the order in which they are told, which is an order in which they may run: what comes before any wave, the waves of installs,
 * discovery between clusters, the waves of configuration. A step that waits for something of a later phase is told in that phase.
 */
export function phasesOf(plan: Plan): readonly Phase[] {
  const ranks = ranksOf(plan.steps);
  const byRank = Map.groupBy(plan.steps, ({ id }) => ranks.get(id) ?? 0);
  const sorted = [...byRank].sort(([a], [b]) => a - b);
  return sorted.map(([rank, steps], index) => {
    const wave = rank % size;
    // Installs and configuration have waves of their own: what soaks is a wave that another one of its kind follows.
    const isFollowed = wave > 0 && sorted.slice(index + 1).some(([later]) => Math.floor(later / size) === Math.floor(rank / size));
    const soak = isFollowed ? (plan.waves.find(({ number }) => number === wave)?.soakSeconds ?? 0) : 0;
    return {
      title: `${titleOf(Math.floor(rank / size), wave)}${soak > 0 ? `, then ${duration(soak)} of soak` : ""}`,
      rounds: roundsOf(steps),
    };
  });
}

/** Phases are this far apart; between them is room for waves. */
const size = 1_000_000;
const [first, installs, discovery, configuration] = [0, 1, 2, 3];

function titleOf(phase: number, wave: number): string {
  if (phase === first) return "before any wave";
  if (phase === discovery) return "discovery across clusters";
  return `wave ${wave} of ${phase === installs ? "installs" : "configuration"}`;
}

function naturalRank({ kind, wave }: Step): number {
  if (kind === "config" || kind === "restart" || kind === "prune") return configuration * size + wave;
  if (wave > 0) return installs * size + wave;
  return (kind === "remote-secret" ? discovery : first) * size;
}

/** What an install waits for is told with the installs (how an istiod outside reads its cluster); then nothing is told before what it waits for. */
function ranksOf(steps: readonly Step[]): ReadonlyMap<string, number> {
  const ranks = new Map(steps.map((step) => [step.id, naturalRank(step)]));
  for (const step of steps.toReversed()) {
    const own = ranks.get(step.id) ?? 0;
    if (own >= discovery * size) continue;
    for (const id of step.after) if (ranks.get(id) === discovery * size) ranks.set(id, own);
  }
  for (const { id, after } of steps)
    ranks.set(
      id,
      after.reduce((most, each) => Math.max(most, ranks.get(each) ?? 0), ranks.get(id) ?? 0),
    );
  return ranks;
}

/** Each round takes of every cluster all that waits for nothing but earlier rounds and the cluster itself. */
function roundsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const rounds: Step[][] = [];
  const roundOf = new Map<string, { readonly round: number; readonly owner: string }>();
  for (const step of steps) {
    const owner = ownerOf(step);
    const round = step.after.reduce((most, id) => {
      const before = roundOf.get(id);
      return before === undefined ? most : Math.max(most, before.owner === owner ? before.round : before.round + 1);
    }, 0);
    roundOf.set(step.id, { round, owner });
    const list = rounds[round];
    if (list === undefined) rounds[round] = [step];
    else list.push(step);
  }
  return rounds;
}

/** The cluster, or all clusters, that a step is told under. */
export function ownerOf(step: Step): string {
  return step.clusters.join();
}

function duration(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
