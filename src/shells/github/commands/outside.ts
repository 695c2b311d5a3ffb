import { reason } from "../../../catalog/reason.ts";
import type { Heard } from "../../../model/apply.ts";
import type { Request } from "../../../model/study.ts";
import { keepFromChange, letChange, tellToStop } from "../../../pipeline.ts";
import { heardChapters, type Said } from "../../../report/index.ts";
import type { LiveWorld } from "../../../world.ts";
import { exitCodes } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { notDone, told } from "./answer.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { requestOfDefault } from "./requests.ts";

/** `/pause` and `/cancel`: the runs at work in the clusters of this plan stop after the object they are writing. */
export async function carryOutStop(task: Task<CommandOf<"pause" | "cancel">>): Promise<Answer> {
  const { command, comment } = task;
  const why = command.flags.reason;
  const sign = { kind: command.verb, by: comment.login, ...(why === undefined ? {} : { reason: why }) } as const;
  return said(task, "stop", (world, request) => tellToStop(world, request, sign));
}

/** `/lock`: nobody else changes these clusters until it ends. */
export async function carryOutLock(task: Task<CommandOf<"lock">>): Promise<Answer> {
  const { command, comment, asked, pull } = task;
  const { ttl, reason: why } = command.flags;
  const lock = { holder: comment.login, since: asked.at, expiresAt: asked.at + ttl * 1000, reason: why, pull: pull.number };
  return said(task, "hold", (world, request) => keepFromChange(world, request, lock));
}

/** `/unlock`: ends locks before their time. Whose they may be was decided. */
export async function carryOutUnlock(task: Task<CommandOf<"unlock">>): Promise<Answer> {
  return said(task, "release", letChange);
}

/** Says it to the clusters that the command is for. None means nothing: a request without names would mean all of them. */
async function said(
  task: Task,
  deed: Said["deed"],
  say: (world: LiveWorld, request: Request) => Promise<readonly Heard[]>,
): Promise<Answer> {
  const { command, clusters, place, repository } = task;
  if (clusters.length === 0) return notDone(command.text, [reason("nothing_targeted", { known: "nothing" })]);
  const request = { ...requestOfDefault(task, []), clusters };
  const heard = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => say(world, request));
  const text = told(heardChapters({ deed, heard }));
  if (heard.every(({ result }) => typeof result === "string")) return { text, code: exitCodes.fine };
  return { text, code: exitCodes.world, facts: { decision: "unknown", "reason-code": "incomplete" } };
}
