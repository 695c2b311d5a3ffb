import { look, statusOf, trustOf } from "../../../pipeline.ts";
import { type Chapter, healthChapters, statusChapters, verbatim } from "../../../report/index.ts";
import { certsText } from "../../certs.ts";
import { exitCodes } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { runId } from "../../run-id.ts";
import { told } from "./answer.ts";
import type { Answer, CommandOf, Errand, Task } from "./errand.ts";
import { requestOfDefault } from "./requests.ts";

/** `/verify`: does the mesh of the default branch work? Looked at, not probed: a question starts nothing in a cluster. */
export async function answerVerify(task: Task<CommandOf<"verify">>): Promise<Answer> {
  const { clusters, wishes, comment } = task;
  const request = requestOfDefault(task, []);
  const stop = new AbortController().signal;
  const probe = wishes.verify === "probe";
  const by = { id: runId(request.at), by: `@${comment.login}` };
  const health = await live(task, (world) => look(world, request, { probe, by, workload: {}, stop }));
  const seen = { ...health, checks: health.checks.filter(({ cluster }) => clusters.includes(cluster)) };
  const isFailed = seen.checks.some(({ verdict }) => verdict === "failed");
  const isUnknown = seen.checks.some(({ verdict }) => verdict === "unknown");
  const code = isFailed ? exitCodes.findings : isUnknown ? exitCodes.world : exitCodes.fine;
  return { text: told(healthChapters(seen)), code, facts: factsOf(code, "unhealthy") };
}

/** `/certs`: how long certificates last, and which clusters trust which. */
export async function answerCerts(task: Task<CommandOf<"certs">>): Promise<Answer> {
  const request = requestOfDefault(task, task.clusters);
  const clusters = await live(task, (world) => trustOf(world, request, { renew: false }));
  const code = clusters.some(({ verdict }) => verdict.kind === "unknown") ? exitCodes.world : exitCodes.fine;
  return { text: verbatim(certsText(clusters, request.at)), code, facts: factsOf(code, "") };
}

/** How the clusters stand. */
export async function clusterStatus(errand: Errand): Promise<readonly Chapter[]> {
  if (errand.asked.mesh.clusters.length === 0) return [];
  return statusChapters(await live(errand, (world) => statusOf(world, requestOfDefault(errand, []))));
}

function live<T>({ place, repository }: Errand, work: Parameters<typeof withLiveWorld<T>>[1]): Promise<T> {
  return withLiveWorld({ folder: place.folder, world: repository.world }, work);
}

function factsOf(code: number, failed: string): NonNullable<Answer["facts"]> {
  if (code === exitCodes.world) return { decision: "unknown", "reason-code": "incomplete" };
  return code === exitCodes.fine ? { decision: "pass", "reason-code": "answered" } : { decision: "fail", "reason-code": failed };
}
