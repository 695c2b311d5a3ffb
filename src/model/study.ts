import type { LivePart } from "./apply.ts";
import type { Changes } from "./change.ts";
import type { Desired } from "./desired.ts";
import type { Finding } from "./finding.ts";
import type { Part, Plan } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { Repository } from "./repository.ts";
import type { Waiver } from "./waiver.ts";

/** What a request asks about. */
export interface Request {
  readonly head: Ref;
  /** `undefined`: there is nothing to compare with, everything is new. */
  readonly base: Ref | undefined;
  /** Where that is read which a change may not decide for itself: the tip of the base branch. Absent: `base` itself. */
  readonly trusted?: Ref;
  /**
   * Whose mesh document names the addresses that logins for charts may be sent to: the default branch, where another one governs. Absent: what governs (`trusted`, else
   * `base`, else the head).
   */
  readonly vouching?: Ref;
  /** Milliseconds since 1970: time is given, never read. */
  readonly at: number;
  /** Restrict what is shown to these clusters; empty means all. */
  readonly clusters: readonly string[];
  /** What somebody accepted for this plan only. Absent: nothing. */
  readonly waivers?: readonly Waiver[];
  /** What of the plan is carried out, or would be. Absent: all of it. */
  readonly part?: Part;
  /** It goes back to what was applied before: the last wave goes first. Absent: it goes forth. */
  readonly isBack?: true;
}

/** A point to read files from. */
export type Ref =
  | { readonly kind: "commit"; readonly revision: string }
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "files"; readonly files: readonly string[] };

/** Everything that is known about a request before anything is done about it. */
export interface Study {
  readonly request: Request;
  readonly head: Repository;
  readonly base: Repository | undefined;
  readonly desired: Desired;
  readonly baseline: Desired | undefined;
  readonly changes: Changes;
  readonly plan: Plan;
  /** Of all stages, sorted for a reader, accepted ones marked. */
  readonly findings: readonly Finding[];
  /** What the world refused on the way (a chart that could not be fetched): the rest of the study is as complete as it can be. */
  readonly problems: readonly Problem[];
  /** Set when the baseline is what the clusters hold, not a commit. */
  readonly live?: LivePart;
}
