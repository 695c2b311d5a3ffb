import { reason } from "../../catalog/reason.ts";
import { atLeast } from "../../model/chatops.ts";
import type { Command, Reason } from "../../model/command.ts";
import type { Asked, Lock } from "../asked.ts";
import { utc } from "../utc.ts";

/** Which of the clusters somebody else holds at this moment. */
export function heldByOthers(command: Pick<Command, "verb">, reach: readonly string[], asked: Asked): readonly Reason[] {
  return heldIn(reach, asked)
    .filter((lock) => !isOwn(lock, command, asked))
    .map((lock) =>
      lock.kind === "unmerged"
        ? reason("applied_unmerged", { cluster: lock.cluster, pull: lock.holder })
        : locked(
            lock,
            lock.kind === "run"
              ? "Wait for its end; /status tells how far it is."
              : `/unlock ${lock.cluster} by its holder or by somebody with maintain.`,
          ),
    );
}

/** Who holds these clusters now, told when a plan is made: what an apply by this person would wait for. */
export function heldNow(clusters: readonly string[], asked: Asked): readonly Reason[] {
  return heldByOthers({ verb: "apply" }, clusters, asked);
}

/** Locks that this person may not end: a run's lease ends with the run, another person's lock needs the permission maintain. */
export function notTheirs(reach: readonly string[], asked: Asked): readonly Reason[] {
  const isMaintainer = atLeast(asked.person.permission, "maintain");
  return heldIn(reach, asked).flatMap((lock) => {
    if (lock.kind === "unmerged") return [];
    if (lock.kind === "run") return [locked(lock, "A run's lease ends with it: /cancel stops the run.")];
    return isMaintainer || lock.holder === asked.person.login ? [] : [locked(lock, "Ask its holder, or somebody with maintain.")];
  });
}

function heldIn(reach: readonly string[], { locks, at }: Asked): readonly Lock[] {
  return locks.filter(({ cluster, until }) => until > at && reach.includes(cluster));
}

/** One's own lock keeps others out, and a run of the same pull request is resumed. */
function isOwn({ kind, holder, pull }: Lock, { verb }: Pick<Command, "verb">, asked: Asked): boolean {
  // Only an apply writes something else there; a rehearsal may look.
  if (kind === "unmerged") return verb !== "apply";
  if (kind === "person") return holder === asked.person.login;
  return verb === "resume" && pull === asked.pull.number;
}

function locked({ cluster, kind, holder, pull, until }: Lock, next: string): Reason {
  const who = kind === "person" ? shown(holder) : pull === undefined ? `run ${shown(holder)}` : `the apply of #${pull}`;
  return reason("locked", { cluster, holder: who, until: utc(until), next });
}

/** Who holds a cluster is written in it, by whoever may write there: logins, machines and runs are told, and nothing that would mention, link or mark anything up. */
function shown(holder: string): string {
  return /^(?!.*www\.)[\w .()#/-]{1,120}$/iu.test(holder) ? holder : "somebody whose name cannot be shown here";
}
