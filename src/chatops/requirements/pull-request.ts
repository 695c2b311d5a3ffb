import { type CommandName, commands } from "../../catalog/commands.gen.ts";
import { reason } from "../../catalog/reason.ts";
import type { Reason } from "../../model/command.ts";
import type { Asked } from "../asked.ts";

/** Why this pull request is not one for this command: where it comes from, and how far it is. */
export function wrongPullRequest(verb: CommandName, asked: Asked): readonly Reason[] {
  const { mesh, pull } = asked;
  const fork = forkReasons(verb, asked);
  if (verb !== "apply") return fork;
  if (mesh.apply === "never") return [...fork, reason("apply_never", {})];
  if (pull.state === "closed") return [...fork, reason("pull_request_closed", {})];
  if (pull.state === "open" && mesh.apply === "onMerge") return [...fork, reason("not_merged", {})];
  return fork;
}

/** What is merged is this repository's own, wherever it came from. */
function forkReasons(verb: CommandName, { chatops, pull }: Asked): readonly Reason[] {
  if (!pull.isFork || pull.state === "merged" || verb === "help" || verb === "status") return [];
  const isQuestion = commands[verb].does === "asks";
  if (chatops.forks === "planOnly" && isQuestion) return [];
  const next = isQuestion
    ? "spec.chatops.forks: planOnly on the default branch would allow it."
    : "Merge it first, or push its branch to this repository.";
  return [reason("fork_untrusted", { verb, until: isQuestion ? "" : " before they are merged", next })];
}
