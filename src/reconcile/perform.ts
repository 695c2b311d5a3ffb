import type { Outcome, Verdict, Written } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import { Problem } from "../model/problem.ts";
import type { Campaign } from "./campaign.ts";
import { passGate } from "./gates/index.ts";
import { lateRehearsal } from "./rehearse.ts";
import { reshape } from "./reshape.ts";
import { heardNothing } from "./silent.ts";
import { doStep } from "./steps/index.ts";
import { StoppedError } from "./stopped.ts";
import { Task } from "./task.ts";

interface Part {
  readonly cluster: string;
  readonly verdict: Verdict;
  readonly writes: readonly Written[];
  readonly notes: readonly string[];
}

/** Does a step in all its clusters at once, `without` these that it usually waits for; one outcome for each way it went. Never throws for a cluster's sake. */
export async function perform(campaign: Campaign, step: Step, without: readonly string[] = []): Promise<readonly Outcome[]> {
  campaign.world.watch({ kind: "step-started", step: step.id, clusters: step.clusters });
  const parts = await Promise.all(step.clusters.map((cluster) => performIn(campaign, step, cluster)));
  const ahead = without.map((id) => `It did not wait for ${id}, because that cluster does not answer and nothing here names it.`);
  const byVerdict = Map.groupBy(parts, ({ verdict }) =>
    verdict.kind === "failed" || verdict.kind === "not-ready" ? verdict : verdict.kind,
  );
  const outcomes = [...byVerdict.values()].map((group) => outcomeOf(step, group, ahead));
  for (const outcome of outcomes) campaign.world.watch({ kind: "step-ended", outcome });
  return outcomes;
}

function outcomeOf(step: Step, group: readonly [Part, ...Part[]] | readonly Part[], ahead: readonly string[]): Outcome {
  const [first] = group;
  const notes = [...ahead, ...group.flatMap((part) => part.notes)];
  return {
    step: step.id,
    clusters: group.map(({ cluster }) => cluster),
    verdict: first?.verdict ?? { kind: "unchanged" },
    writes: group.flatMap(({ writes }) => writes),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

async function performIn(campaign: Campaign, step: Step, cluster: string): Promise<Part> {
  const site = campaign.sites.get(cluster);
  if (site === undefined) {
    const why = campaign.refused.get(cluster);
    const verdict: Verdict = why === undefined ? { kind: "blocked", by: [] } : { kind: "failed", why };
    return { cluster, verdict, writes: [], notes: [] };
  }
  const task = new Task(campaign, site, step);
  const verdict = await staggered(task, async () => verdictOf(task));
  return { cluster, verdict, writes: task.writes, notes: task.notes };
}

/** A credential that replaces one in use is given to one reader at a time, gate included: each makes its istiod read the whole peer again. */
function staggered<T>(task: Task, work: () => Promise<T>): Promise<T> {
  const { step, campaign, site } = task;
  const renews = step.kind === "remote-secret" && task.items.some(({ id, kind }) => kind !== "delete" && site.last(id) !== undefined);
  if (!renews) return work();
  return campaign.turn(`readers of ${step.id.split("/")[2] ?? ""}`).take(work);
}

async function verdictOf(task: Task): Promise<Verdict> {
  try {
    await task.site.turn.take(() => written(task));
  } catch (error) {
    return failure(task, error, "failed");
  }
  try {
    await passGate(task);
  } catch (error) {
    return failure(task, error, "not-ready");
  }
  task.site.ledger.set(task.step.id, "passed");
  const isUnchanged = task.step.writes.length > 0 && task.writes.every(({ result }) => result === "unchanged");
  return { kind: isUnchanged ? "unchanged" : "done" };
}

/** The writes of a step: in the ledger before the first and after the last. */
async function written(task: Task): Promise<void> {
  const { site, step, campaign } = task;
  if (campaign.stop.aborted) throw new StoppedError();
  await reshape(task);
  await lateRehearsal(task);
  site.ledger.set(step.id, "intent");
  for (const { id, manifest } of task.items) {
    if (manifest !== undefined) site.inventory.expect(id, String(manifest.object["apiVersion"] ?? ""));
  }
  await site.save();
  await doStep(task);
  site.ledger.set(step.id, "written");
  await site.save();
}

/** What went wrong, as a verdict, and in the ledger; there it travels with whatever is written next, or not at all when the hold is lost. */
function failure({ site, step, campaign }: Task, error: unknown, kind: "failed" | "not-ready"): Verdict {
  if (error instanceof StoppedError) return { kind: "stopped" };
  if (!(error instanceof Problem)) throw error;
  // A write that ran out of time because the hold did is told for what it is.
  const why = error.code === "cluster-slow" ? (site.hold.lost() ?? error) : error;
  heardNothing(campaign, why);
  site.ledger.set(step.id, "failed", { why: why.message });
  return { kind, why };
}
