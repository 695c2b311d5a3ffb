import type { Applied } from "../../model/apply.ts";
import type { Health } from "../../model/health.ts";
import { isPassed, isWhole, type Outcome, type Run } from "../../model/outcome.ts";
import { clusterNames, counted } from "../count.ts";
import { inline } from "../markdown.ts";
import { maskedText } from "../mask.ts";
import { quoted, type Rich, richOf, say, strong, words } from "../rich.ts";

/** Where the whole story is told, as addresses. */
export interface ReceiptLinks {
  readonly page: string;
  /** The comment that asked for it; absent where a merge did. */
  readonly asked?: string;
}

/**
 * How a run ended, in a few sentences, for the comment that tells people it is over: what was done where, whether the mesh works, what is open and how it goes on.
 * Markdown; `undefined` for a run that wrote nothing and met nobody who refused.
 */
export function receipt(applied: Applied, { page, asked }: ReceiptLinks): string | undefined {
  const { run, health, study } = applied;
  if (run === undefined || run.outcomes.length + run.refused.size === 0) return undefined;
  if (run.outcomes.some(({ verdict }) => verdict.kind === "rehearsed")) return undefined;
  const all = (study.head.mesh?.clusters ?? []).map(({ name }) => name);
  // Where the change was compared by itself, that is the plan people saw.
  const digest = quoted((study.live.change?.digest ?? study.plan.digest).plan.slice(0, 8));
  const sentences = isWhole(run)
    ? [say`${strong("Applied")} ${digest} to ${clusterNames(touched(run), all)}: ${words(tally(run))}.`, ...healthSentences(health)]
    : [
        say`${strong(ending(run))} ${digest}: ${words(`${passed(run)}; ${tally(run)}`)}.`,
        ...openSentences(run),
        ...healthSentences(health),
      ];
  const links = [...(asked === undefined ? [] : [`[answer](${asked})`]), `[run](${page})`].join(" · ");
  return `${[...sentences, next(applied, run)].map((sentence) => inline(sentence)).join(" ")} <sub>${links}</sub>\n`;
}

/** Clusters of which something was written, or looked at. */
function touched({ outcomes }: Run): readonly string[] {
  return [...new Set(outcomes.flatMap(({ clusters }) => clusters))].sort();
}

/** How a run that did not get through ended, in a word or two. */
export function ending({ stopSign, outcomes }: Run): string {
  if (stopSign?.kind === "cancel") return "Cancelled";
  if (stopSign?.kind === "pause") return "Paused";
  return outcomes.some(({ verdict }) => verdict.kind === "stopped") ? "Stopped" : "Did not get through:";
}

/** How many of its steps passed. */
export function passed({ outcomes }: Run): string {
  return `${outcomes.filter(({ verdict }) => isPassed(verdict)).length} of ${counted(outcomes.length, "step")} passed`;
}

/** What it wrote, and in which time. */
export function tally({ outcomes, startedAt, endedAt }: Run): string {
  const results = outcomes.flatMap(({ writes }) => writes).filter(({ result }) => result !== "unchanged");
  const deleted = results.filter(({ result }) => result === "deleted").length;
  const written = counted(results.length - deleted, "object");
  return [`${written} written`, ...(deleted === 0 ? [] : [`${deleted} deleted`])].join(", ").concat(` in ${duration(endedAt - startedAt)}`);
}

/** `41s`, `14m 03s`, `2h 05m`. */
function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, "0");
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}m ${two(seconds % 60)}s` : `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
}

/** More would be the answer once more. */
const mostOpen = 3;

/** Who stopped it, and the first things that stand in the way. What only waits for others is counted in the steps. */
function openSentences({ stopSign, outcomes, refused }: Run): readonly Rich[] {
  const reason = stopSign?.reason === undefined ? [] : say`: ${stopSign.reason}`;
  const stopped: readonly Rich[] = stopSign === undefined ? [] : [say`${stopSign.by} asked for it${reason}.`];
  const failed = outcomes.map(problemOf).filter((sentence) => sentence !== undefined);
  const clusters = [...refused].map(([cluster, why]) => say`In ${quoted(cluster)} nothing was written: ${said(why.message)}`);
  const open = [...failed, ...clusters];
  const more = open.length - mostOpen;
  return [...stopped, ...open.slice(0, mostOpen), ...(more > 0 ? [words(`${counted(more, "more thing")} failed.`)] : [])];
}

function problemOf({ step, verdict }: Outcome): Rich | undefined {
  if (verdict.kind === "failed") return say`${quoted(step)} failed: ${said(verdict.why.message)}`;
  return verdict.kind === "not-ready" ? say`${quoted(step)} is not ready: ${said(verdict.why.message)}` : undefined;
}

function said(message: string): Rich {
  return richOf(maskedText(message));
}

function healthSentences(health: Health | undefined): readonly Rich[] {
  if (health === undefined) return [];
  const count = (verdict: string): number => health.checks.filter((check) => check.verdict === verdict).length;
  const [failed, unknown] = [count("failed"), count("unknown")];
  if (failed > 0) return [say`${strong("The mesh does not work as it should:")} ${words(`${counted(failed, "check")} failed.`)}`];
  if (unknown > 0) return [words(`What was seen of the mesh works; ${counted(unknown, "thing")} could not be seen.`)];
  return [words(`The mesh works: ${counted(health.checks.length, "check")} passed.`)];
}

function next({ study }: Applied, run: Run): Rich {
  const back = study.live.wayBack?.kind === "known" ? say` ${quoted("/rollback")} leads back.` : [];
  if (isWhole(run)) return back.slice(back.length === 0 ? 0 : 1);
  return [...say`${quoted("/resume")} goes on from there.`, ...back];
}
