import { pullOf } from "../../adapters/github/index.ts";
import { commands as catalogue } from "../../catalog/commands.gen.ts";
import { reason } from "../../catalog/reason.ts";
import { type Asked, decide } from "../../chatops/index.ts";
import type { Command, Misread, Reason } from "../../model/command.ts";
import { Problem } from "../../model/problem.ts";
import { type Answered, answers, failure, refusals } from "../../report/index.ts";
import { exitCodes } from "../exit.ts";
import type { Answer, Errand } from "./commands/errand.ts";
import { carryOut } from "./commands/index.ts";
import type { Facts } from "./desk.ts";
import { factsFor } from "./facts.ts";
import type { Conversation } from "./heard.ts";
import { urlOf } from "./spoken.ts";

/** A line of the comment and what came of it. */
interface Line extends Answered {
  readonly line: number;
  readonly code: number;
  readonly facts: Facts;
}

/** Decides about each command, carries out what is allowed, one after the other, and answers. Gives the exit code. */
export async function respond(conversation: Conversation): Promise<number> {
  const { place, desk, wishes, situation, pull, said, answering } = conversation;
  const { comment } = situation;
  const verbs = said.commands.map(({ verb }) => verb);
  const asked = await factsFor(verbs, conversation, { at: Date.now() });
  const lines: Line[] = said.misread.map(misread);
  for (const command of said.commands) lines.push(await lineFor(command, conversation, asked));
  lines.sort((a, b) => a.line - b.line);

  const url = urlOf(comment, { web: place.web, pull: pull.number });
  const text = answers(lines, { login: comment.login, url, page: place.run });
  const commentUrl = await answering.end(text);
  await answering.react(lines.every((line) => line.code === exitCodes.fine && line.facts.decision === "pass") ? "rocket" : "confused");
  if (wishes.summary)
    await desk.summary(
      lines.map(({ text: written, body }) => answers([{ text: written, body }], { login: comment.login, url, page: place.run })).join("\n"),
    );
  const worst = lines.toSorted((a, b) => b.code - a.code || rank(b) - rank(a))[0];
  desk.output({ ...worst?.facts, "comment-url": commentUrl });
  return worst?.code ?? exitCodes.fine;
}

function rank({ facts }: Line): number {
  return facts.decision === "pass" ? 0 : 1;
}

function misread({ line, text, reason }: Misread): Line {
  return refused(line, text, [reason]);
}

function refused(line: number, text: string, reasons: readonly Reason[]): Line {
  const facts: Facts = { decision: "fail", "reason-code": reasons[0]?.code ?? "refused" };
  return { line, text, body: refusals([{ text, reasons }]), isNamed: true, code: exitCodes.fine, facts };
}

async function lineFor(command: Command, conversation: Conversation, asked: Asked): Promise<Line> {
  const { line, text } = command;
  const decision = decide(command, asked);
  if (decision.kind === "refused") return refused(line, text, decision.reasons);
  const branch = conversation.situation.defaultBranch;
  if (catalogue[command.verb].does === "sets" && conversation.pull.baseRef !== branch)
    return refused(line, text, [reason("not_default_branch", { branch })]);
  const askAgain = async (): Promise<Asked> => {
    const pull = await pullOf(conversation.place.connection, conversation.pull.number);
    return factsFor([command.verb], { ...conversation, pull }, { at: Date.now(), isHeld: true });
  };
  const errand: Errand = { ...conversation, comment: conversation.situation.comment, asked, askAgain };
  try {
    const { text: body, isNamed = false, code, facts }: Answer = await carryOut({ ...errand, command, clusters: decision.clusters });
    return { line, text, body, isNamed, code, facts: facts ?? { decision: "pass", "reason-code": "answered" } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { line, text, body: failure(error), code: exitCodes.world, facts: { decision: "unknown", "reason-code": "world_failed" } };
  }
}
