import type { CommandFlags } from "../../../catalog/commands.gen.ts";
import { reason } from "../../../catalog/reason.ts";
import { againstDeletions, isPartOfClusters, type PlanFacts, type Pull } from "../../../chatops/index.ts";
import type { Permit } from "../../../model/apply.ts";
import type { Reason } from "../../../model/command.ts";
import type { Stage } from "../../../model/manifest.ts";
import type { DigestTree, Part } from "../../../model/plan.ts";
import type { Request } from "../../../model/study.ts";
import { study } from "../../../pipeline.ts";
import type { Pace } from "../../../reconcile/index.ts";
import { runBy } from "../locks.ts";
import { planNow, requestOfPull } from "../plan-now.ts";
import { notDone } from "./answer.ts";
import { carriedOut } from "./carried-out.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";

/**
 * `/apply`: carries out the plan that was current when the comment was written, in the clusters it is for and as far as it is still the same there. Of a merged pull
 * request the default branch is applied, of an open one (`apply: onCommand`) its head.
 */
export async function carryOutApply(task: Task<CommandOf<"apply">>): Promise<Answer> {
  const { command, pull, rules, asked, clusters, comment, place } = task;
  const { flags } = command;
  const isMerged = pull.mergeCommit !== undefined;
  if (!isMerged && !(await holdsBase(task))) return notDone(command.text, [reason("behind_base", { base: pull.base.slice(0, 7) })]);

  const head = isMerged ? rules.commit : pull.head;
  const approvedClusters = asked.plan === undefined ? undefined : await digestsOf(task, asked.plan, head);
  if (approvedClusters === undefined || asked.plan === undefined) return notDone(command.text, [stale()]);
  const permit: Permit = {
    trigger: "command",
    confirmedDeletions: flags.prune,
    force: false,
    snapshotCharts: false,
    approved: undefined,
    approvedClusters,
  };
  const request = { ...(await requestOfPull(task, head)), part: { clusters, lastWave: flags.wave, ...stagesIn(command) } };
  const unconfirmed = await deletionsOfPart(task, request);
  if (unconfirmed.length > 0) return notDone(command.text, unconfirmed);
  return carriedOut(task, {
    request,
    commit: head,
    by: runBy(comment.login, pull.number, place.attempt),
    permit,
    pace: paceOf(flags),
    movedSince: (now) => movedSince(pull, now),
  });
}

/** What stands against the deletions of those steps that are asked for, where these are not all steps of a cluster. */
async function deletionsOfPart({ command, asked, repository }: Task<CommandOf<"apply">>, request: Request): Promise<readonly Reason[]> {
  const mayDelete = command.flags.prune !== undefined || [...(asked.plan?.clusters.values() ?? [])].some(({ deletions }) => deletions > 0);
  if (!isPartOfClusters(command) || !mayDelete || command.flags["dry-run"] === true) return [];
  const { plan } = await study(repository.world, request);
  return againstDeletions(command.flags.prune, plan.deletions, asked.mesh.maxDeletions);
}

/** What moved since the command was first decided about. */
function movedSince(then: Pull, now: Pull): readonly Reason[] {
  const from = (before: string, after: string) => ({ planned: before.slice(0, 7), now: after.slice(0, 7) });
  if (then.head !== now.head) return [reason("head_moved", from(then.head, now.head))];
  return then.state === "open" && then.base !== now.base ? [reason("base_moved", from(then.base, now.base))] : [];
}

/** Whether the pull request holds everything that its base branch has: what it does not hold would be taken back. */
async function holdsBase({ pull, repository }: Task): Promise<boolean> {
  return (await repository.github.mergeBase(pull.base, pull.head)) === pull.base;
}

/**
 * The digest of each cluster in a plan. Where a record had no room for all of them each stands for the whole plan: then the plan of today has to be the very same,
 * and `undefined` says that it is not.
 */
async function digestsOf(task: Task, planned: PlanFacts, head: string): Promise<DigestTree["clusters"] | undefined> {
  const isWhole = [...planned.clusters.values()].every(({ digest }) => digest !== planned.digest);
  const plan = isWhole ? planned : await planNow(task, head);
  if (plan.digest !== planned.digest) return undefined;
  return new Map([...plan.clusters].flatMap(([name, { digest }]) => (digest === plan.digest ? [] : [[name, digest] as const])));
}

/** What each word for a part of the mesh stands for. A namespace comes with whatever needs it. */
const stagesBy = {
  certs: ["namespaces", "certificates"],
  install: ["namespaces", "install", "gateways", "discovery"],
  routing: ["namespaces", "config"],
} as const satisfies Record<string, readonly Stage[]>;

/** The parts of the mesh that are named; none named: all. */
function stagesIn({ targets }: CommandOf<"apply">): Pick<Part, "stages"> {
  const named = targets.flatMap((target) => (target.kind === "stage" ? stagesBy[target.stage] : []));
  return named.length === 0 ? {} : { stages: [...new Set(named)] };
}

function stale(): Reason {
  return reason("plan_changed", {});
}

function paceOf(flags: CommandFlags["apply"]): Pace {
  return {
    ...(flags.soak === undefined ? {} : { soakSeconds: flags.soak }),
    ...(flags["max-parallel"] === undefined ? {} : { mostClusters: flags["max-parallel"] }),
    ...(flags["dry-run"] === true ? { isRehearsal: true } : {}),
  };
}
