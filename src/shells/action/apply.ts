import type { Applied } from "../../model/apply.ts";
import { apply } from "../../pipeline.ts";
import { appliedChapters, appliedJson, chaptersMarkdown, healthChapters, report, summary } from "../../report/index.ts";
import { exitCodeOfApplied, exitCodes } from "../exit.ts";
import { withLiveWorld } from "../live-world.ts";
import { progressLine } from "../progress-lines.ts";
import { runId } from "../run-id.ts";
import { createDeployments } from "./deployments.ts";
import type { Outputs } from "./outputs.ts";
import { asShortfalls, writeResult } from "./said.ts";
import type { Stage } from "./stage.ts";

/** Applies a merge, tells every cluster's deployment how it goes, and gives the exit code. */
export async function applied(stage: Stage): Promise<number> {
  const { env, inputs, runner, situation, connection, world, request, links, folder } = stage;
  const stopping = interruptible();
  const deployments = createDeployments({ connection, commit: situation.head, run: env["GITHUB_RUN_ID"] ?? "", logUrl: links.run });
  const watch = (event: Parameters<typeof progressLine>[0]): void => {
    deployments.watch(event);
    const line = progressLine(event);
    if (line !== undefined) runner.say(line);
  };
  const done = await withLiveWorld({ folder, watch, world }, (live) =>
    apply(live, request, {
      permit: { trigger: "merge", confirmedDeletions: inputs.confirmDeletions, force: false, snapshotCharts: false, approved: undefined },
      identify: (planDigest, commit) => ({
        id: runId(live.clock.now()),
        by: `push of ${situation.head.slice(0, 7)} (run ${env["GITHUB_RUN_ID"] ?? "?"})`,
        planDigest,
        commit: commit ?? situation.head,
      }),
      verification: inputs.verify,
      stop: stopping,
    }),
  );
  const shortfalls = await deployments.finish(done);
  for (const { what, why, remedy } of shortfalls) runner.warning(`${what} could not be written. ${why} ${remedy}`);
  const code = isLeftToOthers(done) ? exitCodes.fine : exitCodeOfApplied(done);
  if (inputs.summary)
    await runner.summary(`${asShortfalls(shortfalls)}${told(done)}${summary(report(done.study), { files: links.files })}`);
  runner.output({
    ...verdictOf(done, code),
    result: await writeResult(env, appliedJson(done)),
    "plan-digest": done.study.plan.digest.plan,
  });
  return code;
}

function told(done: Applied): string {
  const chapters = [...appliedChapters(done), ...(done.health === undefined ? [] : healthChapters(done.health))];
  return `${chaptersMarkdown(chapters)}\n`;
}

/** The mesh itself says that a merge does not apply: that is no failure of the job. */
function isLeftToOthers({ refusals }: Applied): boolean {
  return refusals.length > 0 && refusals.every(({ code }) => code === "apply_never" || code === "apply_on_command");
}

function verdictOf(done: Applied, code: number): Outputs {
  if (done.refusals.length > 0) return { decision: code === exitCodes.fine ? "pass" : "fail", "reason-code": "refused" };
  const ran: Outputs = done.run === undefined || done.run.outcomes.length === 0 ? {} : { "run-id": done.identity.id };
  if (code === exitCodes.world) return { ...ran, decision: "unknown", "reason-code": "incomplete" };
  if (code !== exitCodes.fine) return { ...ran, decision: "fail", "reason-code": "unhealthy" };
  return { ...ran, decision: "pass", "reason-code": ran["run-id"] === undefined ? "no_changes" : "applied" };
}

/** A job that is cancelled gets SIGINT, then SIGTERM, then its end: the first of them ends the run after the current object. */
function interruptible(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => controller.abort());
  return controller.signal;
}
