import { approvalsOf, checksOn, personOf, recordsOf, reviewsOf, shownBefore } from "../../adapters/github/index.ts";
import type { CommandName } from "../../catalog/commands.gen.ts";
import { type Asked, type Lock, type PlanFacts, planAt } from "../../chatops/index.ts";
import type { Conversation } from "./heard.ts";
import { locksIn } from "./locks.ts";
import { planNow } from "./plan-now.ts";
import { teamsIn } from "./rules.ts";

/** Verbs that are about what a plan would do, or did. */
const aboutPlan: ReadonlySet<CommandName> = new Set(["apply", "pause", "resume", "cancel", "rollback", "waive", "status"]);
/** Verbs whose clusters nobody else may hold. */
const aboutLocks: ReadonlySet<CommandName> = new Set(["apply", "resume", "rollback", "lock", "unlock", "plan"]);
/** Verbs that wait for reviews and for other checks. */
const aboutReview: ReadonlySet<CommandName> = new Set(["apply", "status"]);

interface Moment {
  readonly at: number;
  /** The clusters are held already: by whoever asks, so nobody else's hold is looked for. */
  readonly isHeld?: boolean;
}

/** What a decision is made of, read at this moment: only what these verbs ask about. @throws Problem for what GitHub refuses */
export async function factsFor(verbs: readonly CommandName[], conversation: Conversation, { at, isHeld = false }: Moment): Promise<Asked> {
  const { rules, pull, situation, place } = conversation;
  const { connection } = place;
  const { chatops, mesh } = rules;
  const { login, isBot } = situation.comment;
  const wants = (about: ReadonlySet<CommandName>): boolean => verbs.some((verb) => about.has(verb));
  const [person, plan, approvals, checks, locks] = await Promise.all([
    personOf(connection, login, { isBot, teams: teamsIn(chatops) }),
    wants(aboutPlan) ? planFor(conversation) : undefined,
    wants(aboutReview) ? reviewsOf(connection, pull.number).then((reviews) => approvalsOf(connection, reviews, plansOf(conversation))) : [],
    wants(aboutReview) ? checksOn(connection, pull.head, { except: [] }) : [],
    // No cluster is looked at for what a fork proposes.
    wants(aboutLocks) && !isHeld && (!pull.isFork || pull.state === "merged") ? locksIn(conversation, at) : noLocks,
  ]);
  for (const team of person.unreadTeams)
    conversation.desk.warning(`Team ${team}: this token may not see its members, or there is no such team. ${login} counts as not in it.`);
  return { chatops, mesh, person, pull, plan, approvals, checks, locks, at };
}

const noLocks: readonly Lock[] = [];

function plansOf({ pull, wishes }: Conversation) {
  return { pull: pull.number, folder: wishes.folder, keys: wishes.planKeys };
}

/**
 * The plan that was current when the comment was written: by its signed record. Where no key signs plans nobody can tell what was seen, so it is made now, if one
 * of the same commit had been shown by then; approvals hold for the very commit then.
 */
async function planFor(conversation: Conversation): Promise<PlanFacts | undefined> {
  const { pull, wishes, place, situation } = conversation;
  const written = situation.comment.at;
  if (wishes.planKeys.length > 0) return planAt(await recordsOf(place.connection, pull.head, plansOf(conversation)), written)?.plan;
  if (!(await shownBefore(place.connection, pull.head, { folder: wishes.folder, before: written }))) return undefined;
  return planNow(conversation, pull.head);
}
