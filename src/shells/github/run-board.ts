import {
  type CheckFace,
  type Connection,
  type LiveCheck,
  type OpenCheck,
  openCheck,
  unendedBeside,
  writeCheck,
} from "../../adapters/github/index.ts";
import { type Button, cancelButton, pauseButton, resumeButton, retryButton, rollbackButton } from "../../chatops/index.ts";
import type { Applied } from "../../model/apply.ts";
import type { RunEvent } from "../../model/outcome.ts";
import { isWhole } from "../../model/outcome.ts";
import { Problem } from "../../model/problem.ts";
import { runCheck, underWay } from "../../report/index.ts";
import { exitCodeOfApplied, exitCodes } from "../exit.ts";
import { type Shortfall, shortfallOf } from "./publish.ts";
import { createRows } from "./rows.ts";

/** The check run that tells how a run goes on, and lets it be stopped, gone on with and taken back. */
export interface RunBoard {
  watch(event: RunEvent): void;
  /** Says how it ended; gives what could not be said. */
  finish(applied: Applied): Promise<readonly Shortfall[]>;
  /** The run ended without an answer. */
  abandon(why: string): Promise<void>;
}

/** Where a run is shown, and as what. */
export interface Shown {
  /** On the head for a comment, on the merge commit for a push. */
  readonly check: LiveCheck;
  /** What is carried out, as it was written; of a push what was pushed. */
  readonly command: string;
  /** Of the pull request that its buttons are about. `undefined`: nobody would hear them, so there are none. */
  readonly buttons: { readonly retry: boolean } | undefined;
  /** Another commit where runs before it may have been shown: the merge, for a run that a comment goes on with. */
  readonly before?: string;
}

interface Place {
  readonly connection: Connection;
  /** Address of the page of the run. */
  readonly page: string;
  /** Resolves when the next write may be sent. */
  readonly pace: () => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Every quarter of a minute at the most: the answer to a comment is edited as well, and deployments come out of the same allowance. */
const pause = 15_000;

/** See `RunBoard`. Nothing is sent before the first step, or the end. */
export function createRunBoard({ connection, page, pace, now }: Place, { check, command, buttons, before }: Shown): RunBoard {
  const rows = createRows();
  let last = Number.NEGATIVE_INFINITY;
  let open: OpenCheck | undefined;
  let refused: Problem | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  const say = async (face: CheckFace): Promise<void> => {
    try {
      await pace();
      if (open === undefined) open = await begun(connection, check, { face, before, pace });
      else await writeCheck(connection, open, face);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused = error;
    }
  };
  const running = (): CheckFace => ({
    state: "in_progress",
    title: titleOf(rows.now()),
    summary: underWay(rows.now(), { command, page }),
    buttons: buttons === undefined ? [] : [pauseButton, cancelButton],
  });
  return {
    watch: (event) => {
      rows.watch(event);
      if (isWriting || refused !== undefined || now() - last < pause) return;
      last = now();
      isWriting = true;
      writing = say(running()).finally(() => {
        isWriting = false;
      });
    },
    finish: async (applied) => {
      await writing;
      await say({
        state: conclusionOf(applied),
        ...runCheck(applied),
        buttons: buttons === undefined ? [] : buttonsAfter(applied, buttons),
      });
      return refused === undefined ? [] : [shortfallOf("The check run of this run", refused)];
    },
    abandon: async (why) => {
      await writing;
      if (open === undefined) return;
      await say({ state: "cancelled", title: why, summary: why, buttons: buttons === undefined ? [] : [resumeButton] });
    },
  };
}

const died = "Its run ended without a word; a later one went on from there";

/** Opens it, and ends those of runs that were killed: nobody else does. */
async function begun(
  connection: Connection,
  check: LiveCheck,
  { face, before, pace }: { readonly face: CheckFace; readonly before: string | undefined; readonly pace: Place["pace"] },
): Promise<OpenCheck> {
  const open = await openCheck(connection, check, face);
  // Whoever was refused knows nothing of runs that are at work.
  if (face.state !== "in_progress") return open;
  const commits = [check.headSha, ...(before === undefined || before === check.headSha ? [] : [before])];
  for (const headSha of commits) {
    for (const dead of await unendedBeside(connection, { ...check, headSha })) {
      await pace();
      await writeCheck(connection, dead, { state: "cancelled", title: died, summary: `${died}.`, buttons: [] });
    }
  }
  return open;
}

function titleOf(rows: ReturnType<ReturnType<typeof createRows>["now"]>): string {
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const names = rows.map(({ cluster }) => cluster);
  const where = names.length <= mostNamed ? names.join(", ") : `${names.length} clusters`;
  return `At work in ${where}: ${passed} ${passed === 1 ? "step" : "steps"} passed`;
}

const mostNamed = 6;

/** A run that somebody paused waits for somebody; one that was stopped otherwise is neither good nor bad. */
function conclusionOf(applied: Applied): CheckFace["state"] {
  const { run } = applied;
  if (exitCodeOfApplied(applied) === exitCodes.fine) return "success";
  if (applied.refusals.length > 0 || run === undefined) return "failure";
  if (run.stopSign?.kind === "pause") return "action_required";
  const isStopped = run.stopSign !== undefined || run.outcomes.some(({ verdict }) => verdict.kind === "stopped");
  const hasFailed = run.outcomes.some(({ verdict }) => verdict.kind === "failed" || verdict.kind === "not-ready");
  return isStopped && !hasFailed ? "cancelled" : "failure";
}

/** What can be done about a run that is over: go on where something is open, go back where that leads somewhere, try again where it was refused. */
function buttonsAfter({ refusals, run, study }: Applied, { retry }: { readonly retry: boolean }): readonly Button[] {
  if (refusals.length > 0) return retry ? [retryButton((study.live.change?.digest ?? study.plan.digest).plan)] : [];
  if (run === undefined || run.outcomes.length + run.refused.size === 0) return [];
  const { wayBack } = study.live;
  const back = wayBack?.kind === "known" && wayBack.plan.steps.length > 0 ? [rollbackButton(wayBack.to.planDigest)] : [];
  return isWhole(run) ? back : [resumeButton, ...back];
}
