import type { Adoptions } from "./adoption.ts";
import type { Health } from "./health.ts";
import type { ObjectId } from "./manifest.ts";
import type { Run } from "./outcome.ts";
import type { DigestTree, Plan } from "./plan.ts";
import type { Unmet } from "./prerequisite.ts";
import type { Problem } from "./problem.ts";
import type { Study } from "./study.ts";
import type { RunIdentity, Survey } from "./survey.ts";

/** What the clusters hold, beside the change itself. */
export interface LivePart {
  readonly survey: Survey;
  /** What must hold before the first write, and does not. */
  readonly unmet: readonly Unmet[];
  readonly drift: readonly Drift[];
  /** What comes under our ownership with the next apply. */
  readonly adoptions: Adoptions;
  /** The change by itself, head against base whatever the clusters hold: what a pull request shows and a review approves. */
  readonly change?: Pick<Plan, "digest" | "deletions">;
  /** Where `isthmus rollback` would lead once this is applied. Absent: nothing is to be applied. */
  readonly wayBack?: WayBack;
}

/** The mesh that was applied before, rendered again and compared with what is wanted now. */
export type WayBack =
  /** Nothing was applied before, or nothing that ended well. */
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly to: RunIdentity; readonly why: string }
  /** `plan` leads from what is wanted now back to it; `errors` counts what the rules have against it. */
  | { readonly kind: "known"; readonly to: RunIdentity; readonly plan: Plan; readonly errors: number };

/** An object that somebody changed since Isthmus wrote it: applying puts it back. */
export interface Drift {
  readonly cluster: string;
  readonly id: ObjectId;
  /** Places that differ from what was applied, as `FieldChange.path`; empty when the object is gone. */
  readonly paths: readonly string[];
  readonly kind: "changed" | "gone";
}

/** A study against what the clusters hold now. */
export interface LiveStudy extends Study {
  readonly live: LivePart;
}

/** What the person or event that asks for an apply permits. */
export interface Permit {
  /** A merge that brought the commit, or a person who gave the command. */
  readonly trigger: "merge" | "command";
  /** Exactly this many deletions in all were looked at and confirmed. */
  readonly confirmedDeletions: number | undefined;
  /** Fields of other managers may be taken. */
  readonly force: boolean;
  /** Charts that are no release may be installed: for labs. */
  readonly snapshotCharts: boolean;
  /** The plan must have this digest, or begin with it. */
  readonly approved: string | undefined;
  /**
   * Digests of what was approved, by cluster (`LivePart.change`): a cluster with another one is not touched, and nothing is deleted that was not to be deleted then
   * unless `confirmedDeletions` says the number. Absent: nobody had to approve anything.
   */
  readonly approvedClusters?: DigestTree["clusters"];
}

/** Why an apply does not begin. `code` is stable; `text` says what was seen, `remedy` what to do. */
export interface Refusal {
  readonly code:
    | "mesh_unreadable"
    | "findings"
    | "charts_missing"
    | "snapshot_charts"
    | "apply_never"
    | "apply_on_command"
    | "prune_unconfirmed"
    | "plan_changed"
    | "waits_for_others"
    | "prerequisites"
    | "withdrawn";
  readonly text: string;
  readonly remedy: string;
}

/** What came of an apply. Without refusals there is a run; it has no outcomes when there was nothing to do. */
export interface Applied {
  readonly study: LiveStudy;
  readonly identity: RunIdentity;
  readonly refusals: readonly Refusal[];
  readonly run: Run | undefined;
  readonly health: Health | undefined;
}

/** What came of a word to one cluster from outside of a run: told to stop, kept from being changed, let go. */
export interface Heard {
  readonly cluster: string;
  readonly result: "done" | "nobody" | Problem;
  /** Whose run or lock it was about. */
  readonly holder: string | undefined;
}
