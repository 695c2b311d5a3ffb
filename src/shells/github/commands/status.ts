import { decide, parse } from "../../../chatops/index.ts";
import { atLeast } from "../../../model/chatops.ts";
import { standing } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { told } from "./answer.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { clusterStatus } from "./look.ts";

/** `/status`: where the pull request stands, and how the clusters do. Strangers are told of the pull request alone. */
export async function answerStatus(task: Task<CommandOf<"status">>): Promise<Answer> {
  const { asked } = task;
  const [apply] = parse("/isthmus apply", { shortForm: false }).commands;
  const decision = apply === undefined ? undefined : decide(apply, asked);
  const about = standing(asked.pull, {
    plan: asked.plan?.digest,
    reasons: decision?.kind === "refused" ? decision.reasons : [],
    approvals: asked.approvals.map(({ login }) => login),
    isBoundToPlan: asked.chatops.approvals.bind === "planDigest",
  });
  const isReader = atLeast(asked.person.permission, "triage") || (asked.pull.isPrivate && atLeast(asked.person.permission, "read"));
  const clusters = isReader ? told(await clusterStatus(task)) : "";
  return { text: `${about}\n${clusters}`, code: exitCodes.fine };
}
