import type { ProblemCode } from "../catalog/problems.gen.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Outcome, Refused, Run } from "../model/outcome.ts";
import type { Plan, Step } from "../model/plan.ts";
import { Problem } from "../model/problem.ts";
import type { LiveWorld } from "../world.ts";
import { adoptAll, adopting } from "./adopt.ts";
import { Campaign } from "./campaign.ts";
import { tooManyDeletions, unasked } from "./deletions.ts";
import { execute } from "./execute.ts";
import type { Job } from "./job.ts";
import { Lanes } from "./lanes.ts";
import { leftOpen } from "./left-open.ts";
import { openSite } from "./open.ts";
import { perform } from "./perform.ts";
import { rehearse } from "./rehearse.ts";
import { heardNothing, needNotWait } from "./silent.ts";
import { withUnfinished } from "./unfinished.ts";

export { lockClusters, stopRuns, unlockClusters } from "./from-outside.ts";
export type { Job, KnownAddresses, Pace } from "./job.ts";

/** Executes the plan: every step whose predecessors passed, over all clusters, under their leases, with a ledger. Never throws for a cluster's sake. */
export async function reconcile(world: LiveWorld, job: Job): Promise<Run> {
  const startedAt = world.clock.now();
  const { mesh } = job.study.head;
  const { plan } = job.study;
  const done = mesh === undefined ? nothing : await carriedOut(new Campaign(world, job, mesh), plan);
  return { identity: job.identity, startedAt, endedAt: world.clock.now(), ...done };
}

type Done = Pick<Run, "outcomes" | "refused" | "rehearsal" | "settled" | "stopSign" | "isWithdrawn">;

const nothing: Done = { outcomes: [], refused: new Map() };

async function carriedOut(campaign: Campaign, plan: Plan): Promise<Done> {
  const { job, refused } = campaign;
  for (const [name, survey] of job.survey.clusters)
    if (survey.kind === "unreachable" && campaign.concerns(name)) refuse(campaign, name, survey.why);
  const open = leftOpen(campaign);
  if (plan.steps.length === 0 && adopting(campaign).length === 0 && open.length === 0) return { outcomes: [], refused };
  const unconfirmed = tooManyDeletions(campaign, plan);
  if (unconfirmed.size > 0) return { outcomes: unasked(plan, unconfirmed), refused };

  const rehearsal = await rehearse(campaign);
  if (rehearsal.length > 0) return { outcomes: refusedBy(plan, rehearsal), refused, rehearsal };
  if (job.isRehearsal === true) return { outcomes: rehearsed(plan), refused, rehearsal };

  let hasEnded = false;
  try {
    const isHeld = await takeAll(campaign, plan);
    if (isHeld) return { outcomes: heldBy(campaign, plan), refused };
    if (job.confirm !== undefined && !(await job.confirm())) return { outcomes: [], refused, isWithdrawn: true };
    const adopted = await adoptAll(campaign);
    const outcomes = [...adopted, ...(await walk(campaign, plan))];
    for (const [name, site] of campaign.sites) site.ledger.leave(undone(outcomes, name));
    hasEnded = true;
    const settled = open.filter((name) => campaign.sites.has(name));
    const { stopSign } = campaign;
    return { outcomes, refused, ...(settled.length === 0 ? {} : { settled }), ...(stopSign === undefined ? {} : { stopSign }) };
  } finally {
    if (!hasEnded) campaign.abandon();
    await releaseAll(campaign, hasEnded);
  }
}

/** Steps that were not begun in a cluster, or not ended: those that failed stand in the ledger themselves. */
function undone(outcomes: readonly Outcome[], cluster: string): number {
  const isLeft = ({ verdict }: Outcome): boolean => verdict.kind === "stopped" || verdict.kind === "blocked";
  return outcomes.filter((outcome) => outcome.clusters.includes(cluster) && isLeft(outcome)).length;
}

/**
 * Takes every cluster of the plan, and those that an earlier run left open; true when another run holds one. The first cluster decides between two runs that begin at once, so that one of them goes on
 * and the other has touched nothing. A cluster that fails for another reason is refused alone.
 */
async function takeAll(campaign: Campaign, plan: Plan): Promise<boolean> {
  const concerned = [...plan.steps.flatMap(({ clusters }) => clusters), ...adopting(campaign), ...leftOpen(campaign)];
  const [first, ...others] = [...new Set(concerned)].sort();
  if (first === undefined || campaign.stop.aborted) return false;
  await takeOne(campaign, first);
  if (isHeld(campaign)) return true;
  await Promise.all(others.map((name) => takeOne(campaign, name)));
  return isHeld(campaign);
}

/** Why nothing is done anywhere: another run is at work, or this one met itself. */
const holding: ReadonlySet<ProblemCode> = new Set(["cluster-held", "same-api-server"]);

function isHeld({ refused }: Campaign): boolean {
  return [...refused.values()].some(({ code }) => holding.has(code));
}

async function takeOne(campaign: Campaign, name: string): Promise<void> {
  const surveyed = campaign.job.survey.clusters.get(name);
  const cluster: Cluster | undefined = campaign.clusters.get(name);
  if (cluster === undefined || surveyed?.kind !== "surveyed") return;
  try {
    campaign.sites.set(name, await openSite(campaign, cluster, surveyed));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    refuse(campaign, name, error);
  }
}

function refuse(campaign: Campaign, name: string, why: Problem): void {
  campaign.refused.set(name, why);
  heardNothing(campaign, why);
}

/**
 * The last word in every ledger, then the leases go. What cannot be said any more is left as it is: the next run reads it. A run that did not begin leaves the ledgers to
 * the one before it, and one that an error of ours ended leaves them as if it had been killed.
 */
async function releaseAll({ sites, world }: Campaign, hasEnded: boolean): Promise<void> {
  await Promise.all(
    [...sites.values()].map((site) =>
      site.turn.take(async () => {
        if (hasEnded) {
          site.ledger.end(world.clock.now());
          await site.save().catch(onlyProblems);
        }
        await site.hold.release();
      }),
    ),
  );
}

function onlyProblems(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}

function walk(campaign: Campaign, plan: Plan): Promise<readonly Outcome[]> {
  const { world, job, mesh } = campaign;
  const lanes = new Lanes(job.mostClusters);
  return execute({
    plan: soaking(withUnfinished(campaign, plan), job.soakSeconds),
    stop: campaign.stop,
    perform: (step, without) => lanes.take(step.clusters, () => perform(campaign, step, without)),
    needNotWait: (step, before) => needNotWait(campaign, step, before),
    isBarrier: () => isRotating(mesh),
    soak: async ({ number, soakSeconds }) => {
      world.watch({ kind: "soaking", wave: number, seconds: soakSeconds });
      await world.clock.sleep(soakSeconds * 1000, campaign.stop);
    },
  });
}

/** The plan with another pause after each wave than the mesh's, where one was asked for; also where the mesh wants none. */
function soaking(plan: Plan, soakSeconds: number | undefined): Plan {
  return soakSeconds === undefined ? plan : { ...plan, waves: plan.waves.map((wave) => ({ ...wave, soakSeconds })) };
}

/** While roots change, a step of trust must have passed everywhere before anything follows: a cluster left behind would not be talked to any more. */
function isRotating({ trust }: Mesh): boolean {
  return trust.rotation !== undefined;
}

/** A dry run refused something: its steps failed, and everything else waits for them. */
function refusedBy({ steps }: Plan, rehearsal: readonly Refused[]): readonly Outcome[] {
  const by = [...new Set(rehearsal.map(({ step }) => step))].sort();
  return steps.map((step) => {
    const first = rehearsal.find((refused) => refused.step === step.id);
    return outcome(step, first === undefined ? { kind: "blocked", by } : { kind: "failed", why: first.why });
  });
}

/** Nothing was refused, and nothing was to be written. */
function rehearsed({ steps }: Plan): readonly Outcome[] {
  return steps.map((step) => outcome(step, { kind: "rehearsed" }));
}

/** Another run is at work: this one leaves everything alone. */
function heldBy({ refused }: Campaign, { steps }: Plan): readonly Outcome[] {
  const whyNot = (step: Step) =>
    step.clusters.map((cluster) => refused.get(cluster)).find((why) => why !== undefined && holding.has(why.code));
  const by = steps.filter((step) => whyNot(step) !== undefined).map(({ id }) => id);
  return steps.map((step) => {
    const why = whyNot(step);
    return outcome(step, why === undefined ? { kind: "blocked", by } : { kind: "failed", why });
  });
}

function outcome({ id, clusters }: Step, verdict: Outcome["verdict"]): Outcome {
  return { step: id, clusters, verdict, writes: [] };
}
