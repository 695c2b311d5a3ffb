import { type Connection, type Seal, unwritten } from "../../adapters/github/index.ts";
import { planFacts } from "../../chatops/index.ts";
import type { Study } from "../../model/study.ts";
import type { Change } from "./event.ts";
import type { Wishes } from "./wishes.ts";

/** How the plan of a pull request is written down where it is shown. */
export interface Sealing {
  /** `undefined`: it is not. */
  readonly seal: Seal | undefined;
  /** Characters that takes of the text it stands in. */
  readonly room: number;
  /** What a person should know about it; `undefined` when there is nothing to tell. */
  readonly note: string | undefined;
}

interface Shown {
  readonly connection: Connection;
  readonly situation: Change;
  readonly wishes: Pick<Wishes, "planKeys" | "folder" | "base" | "head">;
  readonly study: Pick<Study, "plan" | "findings">;
}

const none: Sealing = { seal: undefined, room: 0, note: undefined };

/**
 * Signed, for this pull request, commit and folder. Nothing is written where nothing signs, and where somebody asked for other commits than the pull request's: that
 * is not what a reviewer approves.
 */
export function sealingOf({ connection, situation, wishes, study }: Shown): Sealing {
  const [key] = wishes.planKeys;
  if (key === undefined || situation.kind !== "pull-request" || wishes.base !== undefined || wishes.head !== undefined) return none;
  const plan = planFacts(study, { head: situation.head, base: situation.base });
  const repository = `${connection.owner}/${connection.repo}`.toLowerCase();
  const found = unwritten({ repository, pull: situation.number, folder: wishes.folder, plan }, key);
  const size = `The plan touches ${plan.clusters.size} clusters`;
  if (found === undefined) return { ...none, note: `${size}, too many to write down in a check run: only its commit can be approved.` };
  const { room, isWhole } = found;
  const note = isWhole
    ? undefined
    : `${size} and is written down as a whole: an approval of it holds until anything changes in any of them.`;
  return { seal: found, room, note };
}
