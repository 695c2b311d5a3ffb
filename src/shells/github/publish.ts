import { type CheckRun, type Connection, headOf, publishCheckRuns, upsertComment } from "../../adapters/github/index.ts";
import { applyButton } from "../../chatops/index.ts";
import type { Reason } from "../../model/command.ts";
import { Problem } from "../../model/problem.ts";
import type { Study } from "../../model/study.ts";
import { comment, markerStart, type Report, type Rival } from "../../report/index.ts";
import { checksOf } from "./check-runs.ts";
import type { Desk } from "./desk.ts";
import type { Change } from "./event.ts";
import { sealingOf } from "./plan-record.ts";
import { touchesMesh } from "./touched.ts";
import type { Wishes } from "./wishes.ts";

/** Something that was to be said and could not be: it is told in the log and the summary, and never changes the verdict. */
export interface Shortfall {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  /** Whether it is worth trying again: GitHub did not answer, or asked for a pause. */
  readonly isPassing: boolean;
}

/** A refusal to write something, as a shortfall. */
export function shortfallOf(what: string, { message, remedy, code }: Problem): Shortfall {
  return { what, why: message, remedy, isPassing: code === "github-unreachable" || code === "github-rate-limited" };
}

export interface Published {
  readonly commentUrl: string | undefined;
  readonly hasCheckRun: boolean;
  readonly shortfalls: readonly Shortfall[];
}

/** Addresses the report may link to. */
export interface Links {
  /** Where the files of the head are seen. */
  readonly files: string;
  /** The page of this run, with the job summary. */
  readonly run: string;
}

interface Publication {
  readonly connection: Connection;
  readonly situation: Change;
  readonly wishes: Wishes;
  readonly study: Pick<Study, "head" | "base" | "plan" | "findings">;
  readonly report: Report;
  /** Why it must not be merged, beside the findings. */
  readonly objections: readonly Reason[];
  /** Other open pull requests that change the same clusters. */
  readonly rivals: readonly Rival[];
  readonly links: Links;
  readonly hearsButtons: boolean;
  readonly log: Pick<Desk, "say">;
}

/** Publishes check runs first and the comment that points at them second. Whatever GitHub refuses becomes a shortfall. */
export async function publish(publication: Publication): Promise<Published> {
  const { situation, wishes } = publication;
  if (situation.kind === "pull-request" && situation.isReadOnly) return readOnly(wishes);

  const shortfalls: Shortfall[] = [];
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      shortfalls.push(shortfallOf(what, error));
      return undefined;
    }
  };
  const hasCheckRun = (await attempt("The check runs", () => publishChecks(publication))) ?? false;
  const commentUrl = await attempt("The comment", () => publishComment(publication, hasCheckRun));
  return { hasCheckRun, commentUrl, shortfalls };
}

/** GitHub gives workflows of forks under `pull_request` a token that only reads, whatever the workflow asks for. Saying so beats trying and failing. */
function readOnly(wishes: Wishes): Published {
  const wanted = [wishes.comment === "never" ? [] : ["the comment"], wishes.checkRun ? ["the check runs"] : []].flat();
  const shortfall: Shortfall = {
    what: wanted.join(" and ").replace(/^t/u, "T"),
    why: "This pull request comes from a fork, and under `pull_request` GitHub gives its jobs a token that can only read.",
    remedy: "Run Isthmus on `pull_request_target` instead: it reads the pull request as data and runs nothing of it.",
    isPassing: false,
  };
  return { hasCheckRun: false, commentUrl: undefined, shortfalls: wanted.length === 0 ? [] : [shortfall] };
}

async function publishChecks(publication: Publication): Promise<boolean> {
  const { connection, situation, wishes, report, objections, log } = publication;
  const shown = situation.kind === "pull-request" || situation.kind === "merge-group";
  if (!wishes.checkRun || !shown) return false;
  const sealing = sealingOf(publication);
  if (sealing.note !== undefined) log.say(sealing.note);
  await publishCheckRuns(connection, situation.head, checksOf(report, wishes, { ...sealing, objections, ...asksOf(publication) }));
  return true;
}

/** A button that applies this very plan, where comments may do that before the merge, as `/apply` on this pull request would. */
function asksOf({ situation, study, hearsButtons }: Publication): Pick<CheckRun, "asks"> {
  const isAsked =
    situation.kind === "pull-request" && hearsButtons && study.head.mesh?.apply === "onCommand" && study.plan.steps.length > 0;
  return isAsked ? { asks: { buttons: [applyButton(study.plan.digest.plan)], pull: situation.number } } : {};
}

async function publishComment(publication: Publication, hasCheckRun: boolean): Promise<string | undefined> {
  const { connection, situation, wishes, report, links, log } = publication;
  if (situation.kind !== "pull-request" || wishes.comment === "never") return undefined;
  const checks = { name: "check runs", url: `${links.run.replace(/\/actions\/.*/u, "")}/pull/${situation.number}/checks` };
  const elsewhere = [...(hasCheckRun ? [checks] : []), ...(wishes.summary ? [{ name: "job summary", url: links.run }] : [])];
  if (await isSuperseded(connection, situation.number, situation.head)) {
    log.say("The pull request has a newer commit by now; its own run writes the comment.");
    return undefined;
  }
  const own = markerOf(wishes.folder);
  const { url } = await upsertComment(connection, {
    pull: situation.number,
    marker: own === "" ? markerStart : own,
    body: `${own}${comment(report, { files: links.files, elsewhere, others: publication.rivals })}`,
    create:
      wishes.comment === "always" || report.verdict !== "nothing" || (report.findings.some(wantsAnswer) && touchesMesh(publication.study)),
  });
  return url;
}

/** Notes alone are no reason to begin a comment: a mesh has some on every day. Nor is what was there before, to somebody who touched nothing of the mesh. */
function wantsAnswer({ severity, accepted }: Report["findings"][number]): boolean {
  return accepted === undefined && severity !== "info";
}

/** A run that was slow must not write over what a run of a newer commit has said. When GitHub does not tell, it is taken as current. */
async function isSuperseded(connection: Connection, pull: number, head: string): Promise<boolean> {
  const now = await headOf(connection, pull);
  return now !== undefined && now !== head;
}

/** Several mesh repositories in one Git repository have a comment each: the folder goes before everything else. */
function markerOf(folder: string): string {
  return folder === "" ? "" : `<!-- isthmus:folder ${encodeURIComponent(folder).replaceAll("-", "%2D")} -->\n`;
}
