import type { ChartLogin } from "../../model/chart-login.ts";
import type { Secret } from "../../model/secret.ts";
import type { DriftChoice } from "../../report/index.ts";
import type { FailOn } from "../exit.ts";

/** How a run on GitHub is to go, whoever starts it: the Action's inputs, or the bot's settings for a repository. */
export interface Wishes {
  /** Of the mesh repository inside the Git repository, without `.` and slashes at its ends; empty for the top. */
  readonly folder: string;
  /** Instead of what the event says. */
  readonly base: string | undefined;
  readonly head: string | undefined;
  /** To be shown; empty: all. */
  readonly clusters: readonly string[];
  /** Whether clusters may be written to. */
  readonly apply: boolean;
  readonly verify: "none" | "look" | "probe";
  readonly confirmDeletions: number | undefined;
  /** What is opened as a pull request when a look by plan finds drift. */
  readonly driftPulls: readonly DriftChoice[];
  readonly comment: "always" | "on-change" | "never";
  readonly checkRun: boolean;
  readonly summary: boolean;
  readonly failOn: FailOn;
  /** For hosts that charts come from. */
  readonly chartLogins: readonly ChartLogin[];
  /** What plans are signed with, the first of them, and known by, any of them; none: no plan is written down. */
  readonly planKeys: readonly Secret[];
}
