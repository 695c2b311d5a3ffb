import { type PullFacts, pullOf, tipOf } from "../../adapters/github/index.ts";
import { type Heard, parse } from "../../chatops/index.ts";
import { Problem } from "../../model/problem.ts";
import { answers, failure } from "../../report/index.ts";
import { exitCodes } from "../exit.ts";
import type { Situation } from "./event.ts";
import { type Answering, createAnswering, replyStart } from "./reply.ts";
import { respond } from "./respond.ts";
import { type Rules, rulesAt } from "./rules.ts";
import { keyOf, urlOf } from "./spoken.ts";
import { openRepository, type Stage } from "./stage.ts";

/** A comment on a pull request, and where it was heard. */
export interface Hearing extends Pick<Stage, "place" | "wishes" | "desk"> {
  readonly situation: Extract<Situation, { kind: "comment" }>;
  /** Ends a run that writes; asked for when one begins. */
  readonly stop: () => AbortSignal;
}

/**
 * Hears a comment on a pull request: finds the commands in it, decides about each by the rules of the default branch and what is known at this moment, carries out
 * what is allowed, and answers with one comment. Heard again (a second delivery, a job that is run again) it is found answered, and nothing is done. Gives the exit code.
 * @throws Problem when GitHub cannot be asked or answered
 */
export async function heard(hearing: Hearing): Promise<number> {
  const { desk, place, situation, wishes } = hearing;
  const { number, comment } = situation;
  // Chatter costs no request: the short form is read as if it were allowed, until the rules say otherwise.
  if (isEmpty(parse(comment.body, { shortForm: true }))) return nothing(hearing, "The comment asks Isthmus for nothing.");
  if (comment.isBot && comment.body.startsWith(replyStart)) return nothing(hearing, "The comment is one of our own.");
  const answering = createAnswering(hearing, situation);
  const isOurs = !comment.isBot && !isEmpty(parse(comment.body, { shortForm: false }));
  if (isOurs) await answering.react("eyes");

  const repository = openRepository(hearing);
  const pull = await pullOf(place.connection, number);
  const rules = await rulesAt(repository.world, await tipOfDefault(hearing, pull), { isSigned: wishes.planKeys.length > 0 }).catch(
    problemOnly,
  );
  if (rules instanceof Problem) return withoutRules(hearing, answering, rules);
  if (comment.isBot && !rules.chatops.bots.includes(comment.login))
    return nothing(hearing, "The comment is a bot's, and the mesh does not name it.");
  const said = parse(comment.body, rules.chatops);
  if (isEmpty(said)) return nothing(hearing, "The comment asks Isthmus for nothing: this mesh wants `/isthmus` before a command.");
  if (!isOurs) await answering.react("eyes");

  const before = await answering.before();
  if (before === "answered") return nothing(hearing, "The comment was answered already.");
  desk.say(`Heard ${said.commands.length + said.misread.length} lines of ${keyOf(comment)} that speak to Isthmus.`);
  return respond({ ...hearing, repository, pull, rules, said, answering, isAgain: before === "begun" });
}

/** Everything that is known once it is clear that somebody speaks to us. */
export interface Conversation extends Hearing {
  readonly repository: ReturnType<typeof openRepository>;
  readonly pull: PullFacts;
  readonly rules: Rules;
  readonly said: Heard;
  readonly answering: Answering;
  /** An earlier run began to carry it out and did not say how that ended. */
  readonly isAgain: boolean;
}

async function tipOfDefault({ place, situation }: Hearing, { base, baseRef }: PullFacts): Promise<string> {
  return baseRef === situation.defaultBranch ? base : tipOf(place.connection, situation.defaultBranch);
}

/** Without rules nothing is done. A bot is not told why: two of them could talk for ever. */
async function withoutRules(hearing: Hearing, answering: Answering, why: Problem): Promise<number> {
  const { desk, place, situation } = hearing;
  const { comment, number } = situation;
  if (comment.isBot) return nothing(hearing, "The comment is a bot's, and the mesh that could name it cannot be read.");
  desk.error(`${why.message}\n${why.remedy} [${why.code}]`);
  if ((await answering.before()) !== "answered") {
    const url = urlOf(comment, { web: place.web, pull: number });
    const [line] = parse(comment.body, { shortForm: true }).commands;
    await answering.end(answers([{ text: line?.text ?? "/isthmus", body: failure(why) }], { login: comment.login, url, page: place.run }));
    await answering.react("confused");
  }
  desk.output({ decision: "unknown", "reason-code": "world_failed" });
  return exitCodes.world;
}

function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

function isEmpty({ commands, misread }: Heard): boolean {
  return commands.length + misread.length === 0;
}

function nothing({ desk }: Hearing, why: string): number {
  desk.say(`${why} There is nothing to do.`);
  desk.output({ decision: "pass", "reason-code": "nothing_to_do" });
  return exitCodes.fine;
}
