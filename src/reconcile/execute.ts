import type { Outcome } from "../model/outcome.ts";
import type { Plan, Step } from "../model/plan.ts";

/** How a graph of steps is walked. */
export interface Walk {
  readonly plan: Plan;
  /** Does one step; its outcome, or one for each way it went in its clusters. Never throws. */
  readonly perform: (step: Step, without: readonly string[]) => Promise<readonly Outcome[]>;
  /** Resolves when the wave after this one may begin. */
  readonly soak: (wave: Plan["waves"][number]) => Promise<void>;
  readonly stop: AbortSignal;
  /**
   * True when a step of several clusters must have passed in all of them before anything goes on. Otherwise a cluster waits for its own part alone, so that one
   * that fails does not stop the others.
   */
  readonly isBarrier: (step: Step) => boolean;
  /** Whether a step may go on although one it waits for did not pass. */
  readonly needNotWait: (step: Step, before: Step) => boolean;
}

/** Every step, each begun when all it waits for has passed; what waits for one that did not is blocked. Outcomes come in the plan's order. */
export async function execute({ plan, perform, soak, stop, isBarrier, needNotWait }: Walk): Promise<readonly Outcome[]> {
  const begun = new Map<string, Promise<readonly Outcome[]>>();
  const byId = new Map(plan.steps.map((step) => [step.id, step]));
  const soaks = soaksOf(plan, soak);

  const begin = async (step: Step): Promise<readonly Outcome[]> => {
    const before = await Promise.all(step.after.map(async (id) => ({ id, outcomes: (await begun.get(id)) ?? [] })));
    const failed = before.filter(({ id, outcomes }) => !hasPassed(outcomes, step, byId.get(id), isBarrier)).map(({ id }) => id);
    const [without, by] = split(failed, (id) => isExcused(step, byId.get(id)));
    if (stop.aborted) return [outcomeOf(step, { kind: "stopped" })];
    if (by.length > 0) return [outcomeOf(step, { kind: "blocked", by })];
    await soaks(step);
    return stop.aborted ? [outcomeOf(step, { kind: "stopped" })] : perform(step, without);
  };
  const isExcused = (step: Step, before: Step | undefined): boolean => before !== undefined && needNotWait(step, before);

  for (const step of plan.steps) begun.set(step.id, begin(step));
  return (await Promise.all(plan.steps.map((step) => begun.get(step.id) ?? []))).flat();
}

function split<T>(all: readonly T[], belongs: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

function outcomeOf({ id, clusters }: Step, verdict: Outcome["verdict"]): Outcome {
  return { step: id, clusters, verdict, writes: [] };
}

/** Whether what a step waits for has passed, as far as this step is concerned. */
function hasPassed(outcomes: readonly Outcome[], step: Step, before: Step | undefined, isBarrier: Walk["isBarrier"]): boolean {
  const bad = outcomes.filter(({ verdict }) => verdict.kind !== "done" && verdict.kind !== "unchanged");
  if (bad.length === 0) return true;
  if (before === undefined || before.clusters.length === 1 || isBarrier(before)) return false;
  return !bad.some(({ clusters }) => clusters.some((cluster) => step.clusters.includes(cluster)));
}

/** Steps of the second phase: configuration has waves of its own, with discovery between them and the installs (decision 23). */
const configuration: ReadonlySet<Step["kind"]> = new Set(["config", "restart", "prune"]);

/** What a step waits for besides other steps: that the wave before its own has been left alone for a while. The graph sees to it that that wave is through. */
function soaksOf({ waves, steps }: Plan, soak: Walk["soak"]): (step: Step) => Promise<void> {
  const phaseOf = (step: Step): string => (configuration.has(step.kind) ? "configuration" : "installs");
  const busy = new Set(steps.map((step) => `${phaseOf(step)} ${step.wave}`));
  const running = new Map<string, Promise<void>>();
  return async (step) => {
    if (step.wave === 0) return;
    const phase = phaseOf(step);
    const previous = waves.filter(({ number }) => number < step.wave && busy.has(`${phase} ${number}`)).at(-1);
    if (previous === undefined || previous.soakSeconds === 0) return;
    const key = `${phase} ${previous.number}`;
    const mine = running.get(key) ?? soak(previous);
    running.set(key, mine);
    await mine;
  };
}
