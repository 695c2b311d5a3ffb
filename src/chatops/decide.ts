import { reason } from "../catalog/reason.ts";
import type { Command, Reason } from "../model/command.ts";
import type { Asked } from "./asked.ts";
import { isUnknown, reachOf } from "./reach.ts";
import { notApproved } from "./requirements/approval.ts";
import { badChecks } from "./requirements/checks.ts";
import { heldByOthers, notTheirs } from "./requirements/locks.ts";
import { notPermitted, whoOf } from "./requirements/person.ts";
import { noSuchPlan, unfitPlan } from "./requirements/plan.ts";
import { wrongPullRequest } from "./requirements/pull-request.ts";
import { windowClosed } from "./requirements/window.ts";

/** What becomes of a command: the clusters it is for, sorted, or every reason against it. */
export type Decision =
  | { readonly kind: "allowed"; readonly clusters: readonly string[] }
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

/**
 * Whether a command is carried out. Who may not give it is told that and nothing else; who may is told everything that stands against it at once. It is
 * asked twice: before the leases are taken and, with facts read anew, while they are held.
 */
export function decide(command: Command, asked: Asked): Decision {
  const reach = reachOf(command, asked);
  const person = notPermitted(command.verb, isUnknown(reach) ? [] : reach, asked);
  if (person.length > 0) return { kind: "refused", reasons: person };
  if (isUnknown(reach)) return { kind: "refused", reasons: reach };
  const stage = command.targets.find((target) => target.kind === "stage");
  if (stage !== undefined && command.verb !== "apply")
    return { kind: "refused", reasons: [reason("stage_needless", { verb: command.verb, stage: stage.stage })] };
  const reasons = [...wrongPullRequest(command.verb, asked), ...against(command, reach, asked)];
  return reasons.length === 0 ? { kind: "allowed", clusters: reach } : { kind: "refused", reasons };
}

/** What stands against a deed, beside the person and the pull request. Questions need no more. */
function against(command: Command, reach: readonly string[], asked: Asked): readonly Reason[] {
  switch (command.verb) {
    case "apply": {
      const missing = noSuchPlan(command, asked);
      if (missing.length > 0) return missing;
      const dry = command.flags["dry-run"] === true;
      const fit = unfitPlan(command, reach, asked);
      // A rehearsal writes nothing: it needs a plan, not a permission to carry it out.
      return dry
        ? fit
        : [...fit, ...notApproved(reach, asked), ...badChecks(asked), ...heldByOthers(command, reach, asked), ...windowClosed(asked)];
    }
    case "rollback":
      return [...heldByOthers(command, reach, asked), ...windowClosed(asked)];
    case "resume":
    case "lock":
      return heldByOthers(command, reach, asked);
    case "unlock":
      return notTheirs(reach, asked);
    case "waive":
      return ownPullRequest(asked);
    case "pause":
    case "cancel":
      // Stopping makes nothing worse, whatever else is the matter.
      return [];
    case "help":
    case "plan":
    case "diff":
    case "explain":
    case "status":
    case "verify":
    case "drift":
    case "certs":
      return [];
  }
}

/** Nobody accepts a finding about their own change. */
function ownPullRequest({ chatops, person, pull }: Asked): readonly Reason[] {
  if (!pull.authors.some((author) => author.toLowerCase() === person.login.toLowerCase())) return [];
  const grants = chatops.grants.filter(({ verbs }) => verbs.includes("waive"));
  const who = grants.length === 0 ? "anybody with write" : whoOf(grants);
  return [reason("own_pull_request", { login: person.login, verb: "waive", who })];
}
