import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  progressLine,
  runId
} from "./chunk-EAUKYVYO.js";
import {
  withLiveWorld
} from "./chunk-BVJUEC2D.js";
import "./chunk-4W3725PC.js";
import "./chunk-7IG353FP.js";
import {
  asShortfalls,
  createDeployment,
  setDeploymentState,
  writeResult
} from "./chunk-U2XCZUQC.js";
import {
  appliedChapters,
  appliedJson,
  apply,
  chaptersMarkdown,
  healthChapters,
  report,
  summary
} from "./chunk-BD5AHRA7.js";
import "./chunk-LG5KSQPE.js";
import "./chunk-RAW6ESXC.js";
import "./chunk-Q7MQDKBA.js";
import {
  exitCodeOfApplied,
  exitCodes
} from "./chunk-XDVMQMTQ.js";
import "./chunk-XBX2WT2E.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-26BKAFKN.js";
import "./chunk-LMQGA3FU.js";
import "./chunk-HEGAZMKU.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/action/deployments.ts
function createDeployments({ connection, commit, run, logUrl }) {
  const begun = /* @__PURE__ */ new Map();
  const begin = /* @__PURE__ */ __name(async (cluster) => {
    try {
      const id = await createDeployment(connection, { commit, environment: environmentOf(cluster), run: `${run}/${cluster}` });
      await setDeploymentState(connection, { id, state: "in_progress", description: "Isthmus is at work", logUrl });
      return id;
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }, "begin");
  return {
    watch: /* @__PURE__ */ __name((event) => {
      if (event.kind !== "step-started") return;
      for (const cluster of event.clusters) if (!begun.has(cluster)) begun.set(cluster, begin(cluster));
    }, "watch"),
    finish: /* @__PURE__ */ __name(async (applied2) => {
      const refused = await Promise.all([...begun].map(([cluster, id]) => end(connection, { cluster, id, applied: applied2, logUrl })));
      const [first] = refused.flat();
      return first === void 0 ? [] : [{ what: "The deployments", why: first.message, remedy: first.remedy }];
    }, "finish")
  };
}
__name(createDeployments, "createDeployments");
async function end(connection, { cluster, id, applied: applied2, logUrl }) {
  const known = await id;
  if (known instanceof Problem) return [known];
  try {
    await setDeploymentState(connection, { id: known, ...endOf(applied2, cluster), logUrl });
    return [];
  } catch (error) {
    if (error instanceof Problem) return [error];
    throw error;
  }
}
__name(end, "end");
function endOf({ run }, cluster) {
  const own = run?.outcomes.filter(({ clusters }) => clusters.includes(cluster)) ?? [];
  const open = own.filter(({ verdict }) => verdict.kind !== "done" && verdict.kind !== "unchanged");
  if (open.length === 0) return { state: "success", description: `${own.length} steps passed` };
  return { state: "failure", description: `${own.length - open.length} of ${own.length} steps passed; open: ${open[0]?.step ?? ""}` };
}
__name(endOf, "endOf");
function environmentOf(cluster) {
  return `mesh-${cluster}`;
}
__name(environmentOf, "environmentOf");

// src/shells/action/apply.ts
async function applied(stage) {
  const { env, inputs, runner, situation, connection, world, request, links, folder } = stage;
  const stopping = interruptible();
  const deployments = createDeployments({ connection, commit: situation.head, run: env["GITHUB_RUN_ID"] ?? "", logUrl: links.run });
  const watch = /* @__PURE__ */ __name((event) => {
    deployments.watch(event);
    const line = progressLine(event);
    if (line !== void 0) runner.say(line);
  }, "watch");
  const done = await withLiveWorld(
    { folder, watch, world },
    (live) => apply(live, request, {
      permit: { trigger: "merge", confirmedDeletions: inputs.confirmDeletions, force: false, snapshotCharts: false, approved: void 0 },
      identify: /* @__PURE__ */ __name((planDigest, commit) => ({
        id: runId(live.clock.now()),
        by: `push of ${situation.head.slice(0, 7)} (run ${env["GITHUB_RUN_ID"] ?? "?"})`,
        planDigest,
        commit: commit ?? situation.head
      }), "identify"),
      verification: inputs.verify,
      stop: stopping
    })
  );
  const shortfalls = await deployments.finish(done);
  for (const { what, why, remedy } of shortfalls) runner.warning(`${what} could not be written. ${why} ${remedy}`);
  const code = isLeftToOthers(done) ? exitCodes.fine : exitCodeOfApplied(done);
  if (inputs.summary)
    await runner.summary(`${asShortfalls(shortfalls)}${told(done)}${summary(report(done.study), { files: links.files })}`);
  runner.output({
    ...verdictOf(done, code),
    result: await writeResult(env, appliedJson(done)),
    "plan-digest": done.study.plan.digest.plan
  });
  return code;
}
__name(applied, "applied");
function told(done) {
  const chapters = [...appliedChapters(done), ...done.health === void 0 ? [] : healthChapters(done.health)];
  return `${chaptersMarkdown(chapters)}
`;
}
__name(told, "told");
function isLeftToOthers({ refusals }) {
  return refusals.length > 0 && refusals.every(({ code }) => code === "apply_never" || code === "apply_on_command");
}
__name(isLeftToOthers, "isLeftToOthers");
function verdictOf(done, code) {
  if (done.refusals.length > 0) return { decision: code === exitCodes.fine ? "pass" : "fail", "reason-code": "refused" };
  const ran = done.run === void 0 || done.run.outcomes.length === 0 ? {} : { "run-id": done.identity.id };
  if (code === exitCodes.world) return { ...ran, decision: "unknown", "reason-code": "incomplete" };
  if (code !== exitCodes.fine) return { ...ran, decision: "fail", "reason-code": "unhealthy" };
  return { ...ran, decision: "pass", "reason-code": ran["run-id"] === void 0 ? "no_changes" : "applied" };
}
__name(verdictOf, "verdictOf");
function interruptible() {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => controller.abort());
  return controller.signal;
}
__name(interruptible, "interruptible");
export {
  applied
};
