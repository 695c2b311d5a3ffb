import { mergedAs } from "../../adapters/github/index.ts";
import { Problem } from "../../model/problem.ts";
import type { Task } from "./commands/errand.ts";
import type { Shown } from "./run-board.ts";
import { keyOf } from "./spoken.ts";
import type { Stage } from "./stage.ts";

/** The check run of what a comment or a button carries out, on the head of its pull request: one for each of them, however often it is begun. */
export function boardOfCommand({ command, comment, pull, wishes, place }: Task): Shown {
  // A plain command can be given again by a button; one that says more cannot, for a button holds too little.
  const isPlain = command.verb === "apply" && command.targets.length === 0 && Object.keys(command.flags).every((flag) => flag === "plan");
  return {
    check: {
      name: named(command.verb === "rollback" ? "isthmus / rollback" : "isthmus / apply", wishes.folder),
      headSha: pull.head,
      externalId: `isthmus:run pull=${pull.number} ${keyOf(comment)}`,
    },
    command: command.text,
    buttons: place.hearsButtons === true ? { retry: isPlain } : undefined,
    ...(pull.mergeCommit === undefined ? {} : { before: pull.mergeCommit }),
  };
}

/** The check run of what a push applies, on the commit that was pushed. Its buttons are about the pull request whose merge it was; without one nobody could be answered. */
export async function boardOfPush({ place, wishes }: Pick<Stage, "place" | "wishes">, commit: string): Promise<Shown> {
  const pull = place.hearsButtons === true ? await mergedOne(place, commit) : undefined;
  return {
    check: {
      name: named("isthmus / apply", wishes.folder),
      headSha: commit,
      externalId: `isthmus:run ${pull === undefined ? "" : `pull=${pull} `}push=${place.attempt}`,
    },
    command: `push of ${commit.slice(0, 7)}`,
    buttons: pull === undefined ? undefined : { retry: false },
  };
}

/** Of several that a queue merged in one push the last. Who does not learn of it has no buttons, and comments still do. */
async function mergedOne({ connection }: Stage["place"], commit: string): Promise<number | undefined> {
  try {
    return (await mergedAs(connection, commit)).at(-1);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return undefined;
  }
}

function named(name: string, folder: string): string {
  return folder === "" ? name : `${name} [${folder}]`;
}
