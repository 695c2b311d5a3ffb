import { reason } from "../../../catalog/reason.ts";
import { heldNow } from "../../../chatops/index.ts";
import { examine, preview } from "../../../pipeline.ts";
import { held, liveChapters, markdown, planned, planTree, refusals, report, verbatim } from "../../../report/index.ts";
import { exitCodeOf, exitCodes } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { situationOfPull } from "../plan-now.ts";
import { shown } from "../preview.ts";
import { linksTo, openStage } from "../stage.ts";
import { told } from "./answer.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { restriction } from "./requests.ts";

/** Room for one report; GitHub takes 65,536 characters in all. */
const room = 45_000;

/** `/plan`: renders, judges and compares again, and brings the comment and the check runs of the pull request up to date. What was asked for besides stands in the answer. */
export async function answerPlan(task: Task<CommandOf<"plan">>): Promise<Answer> {
  const { command, clusters, asked, pull, wishes, place, desk, repository } = task;
  const situation = await situationOfPull(task);
  // What somebody asks for in words goes before how quiet the workflow is.
  const stage = await openStage({
    place,
    desk,
    situation,
    wishes: { ...wishes, base: undefined, head: undefined, clusters: [], comment: "always" },
  });
  const { report: whole, published } = await shown(stage);
  const changed = [...new Set(whole.plan.steps.flatMap((step) => step.clusters))].sort();
  const parts = [planned(whole, published.commentUrl), held(heldNow(changed, asked))];
  for (const shortfall of published.shortfalls) desk.missed(shortfall);

  const wanted = { ...stage.request, clusters: restriction(clusters, asked.mesh.clusters) };
  const options = { files: linksTo(place, wishes, pull.head).files, budget: room };
  if (command.flags.live === true && pull.isFork && pull.state !== "merged") {
    parts.push(refusals([{ text: command.text, reasons: [reason("fork_offline", {})] }]));
  } else if (command.flags.live === true) {
    const study = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => examine(world, wanted));
    const now = report(study);
    parts.push(markdown(now, { ...options, view: "diff" }), told(liveChapters(study)));
  } else if (wanted.clusters.length > 0 || command.flags.full === true) {
    parts.push(markdown(await preview(repository.world, wanted), options));
  }
  if (command.flags.full === true) parts.push(verbatim(planTree(whole.plan, whole.hiddenSteps)));
  const code = exitCodeOf(whole, wishes.failOn);
  const facts = { "plan-digest": whole.plan.digest.plan };
  if (code === exitCodes.fine) return { text: parts.join("\n"), code, facts: { ...facts, decision: "pass", "reason-code": "answered" } };
  // Errors of the plan are its answer, and told by the check run: the question was answered all the same.
  const isKnown = code === exitCodes.findings;
  return {
    text: parts.join("\n"),
    code: isKnown ? exitCodes.fine : code,
    facts: { ...facts, decision: isKnown ? "fail" : "unknown", "reason-code": isKnown ? "findings" : "world_failed" },
  };
}
