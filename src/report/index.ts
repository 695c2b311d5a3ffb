import type { Study } from "../model/study.ts";
import { blocksOf } from "./blocks.ts";
import { clusterRows } from "./clusters.ts";
import { governsOf } from "./governs.ts";
import { apart } from "./kept.ts";
import { certificatesOf, deletionsOf } from "./losses.ts";
import { maskedText } from "./mask.ts";
import type { Report, Side, Verdict } from "./model.ts";
import { hiddenOf, narrowed } from "./narrow.ts";
import { topologyOf } from "./topology.ts";
import { placesOf, totalsOf } from "./totals.ts";
import { unknownsOf } from "./unknowns.ts";
import { loosensOf, wordsOf } from "./words/index.ts";
import { networkMovesOf } from "./words/moves.ts";

export type { Annotation, CheckOptions, CheckRun } from "./checks.ts";
export { checkRuns } from "./checks.ts";
export type { CommentOptions } from "./comment.ts";
export { comment, markerStart } from "./comment.ts";
export {
  adoptionText,
  type DriftChoice,
  driftFacts,
  leftChapters,
  restorationRecord,
  restorationText,
} from "./drift-pull.ts";
export {
  calendarChapters,
  dueAmong,
  type Ending,
  type EndingFacts,
  type EndingIssue,
  endedIssue,
  endingIssue,
  endings,
} from "./expiries.ts";
export { json } from "./json.ts";
export { appliedChapters } from "./live/applied.ts";
export { appliedBrief } from "./live/brief.ts";
export { byHandTable } from "./live/by-hand.ts";
export { type Chapter, chaptersMarkdown, chaptersText, chaptersWithin } from "./live/chapters.ts";
export { healthChapters, healthJson } from "./live/health.ts";
export { heardChapters, heardJson, type Said } from "./live/heard.ts";
export { appliedJson, driftJson, liveJson, statusJson } from "./live/json.ts";
export { type ReceiptLinks, receipt } from "./live/receipt.ts";
export { runCheck } from "./live/run-check.ts";
export { statusChapters } from "./live/status.ts";
export { driftChapters, liveChapters, unreadChapters } from "./live/three-truths.ts";
export { markdown } from "./markdown-report.ts";
export type { Report } from "./model.ts";
export { changedObject } from "./object.ts";
export type { Rival } from "./others.ts";
export { page } from "./page.ts";
export { planTree } from "./plan-tree.ts";
export { rawChanges } from "./raw.ts";
export { type Answered, answers, failure, held, help, objections, planned, refusals, standing, underWay, verbatim } from "./reply.ts";
export { effectChapters, routesChapters } from "./routes.ts";
export { sarif } from "./sarif.ts";
export { summary } from "./summary.ts";
export type { TextOptions, View } from "./text.ts";
export { text } from "./text.ts";
export { waivedText } from "./waived.ts";

/** Everything any audience may be told about a study. Pure; secret values are taken out here, before any renderer runs. */
export function report(whole: Study): Report {
  const { study, kept } = apart(narrowed(whole));
  const told = [...study.changes.changes, ...kept];
  const clusters = clusterRows(study, told);
  const unknowns = unknownsOf(study);
  const problems = study.problems.map(({ code, message, remedy }) => ({ code, summary: maskedText(message), remedy: maskedText(remedy) }));
  const all = whole.head.mesh?.clusters.length ?? 0;
  return {
    mesh: study.head.mesh && { name: study.head.mesh.name, topology: study.head.mesh.topology, dataPlane: study.head.mesh.dataPlane },
    head: sideOf(study.request.head, study.head.tree.commit),
    base: baseOf(study),
    verdict: verdictOf(study, told.length > 0, unknowns.length > 0),
    clusters,
    restrictedFrom: study.request.clusters.length === 0 ? undefined : all,
    words: wordsOf(study, kept, hiddenOf(whole)),
    loosens: loosensOf(study),
    networkMoves: networkMovesOf(study),
    blocks: blocksOf(told),
    deletions: deletionsOf(study.changes),
    confirming: [...whole.plan.deletions.values()].reduce((sum, count) => sum + count, 0),
    certificates: certificatesOf(study.changes),
    unknowns,
    findings: study.findings.map((finding) => ({ ...finding, message: maskedText(finding.message), remedy: maskedText(finding.remedy) })),
    problems,
    topology: topologyOf(study),
    plan: study.plan,
    hiddenSteps: whole.plan.steps.length - study.plan.steps.length,
    rendered: {
      engine: study.desired.engine,
      charts: study.desired.charts.map(({ name, version, origin }) => ({ name, version, origin })),
    },
    governs: governsOf(study),
    totals: totalsOf(told),
    places: placesOf(told),
    normalised: study.changes.normalised,
  };
}

/** Errors first: they block whatever else is known. Then what is not known, because "no change" would be a claim. */
function verdictOf(study: Study, hasChanges: boolean, hasUnknowns: boolean): Verdict {
  if (study.findings.some((finding) => finding.severity === "error" && finding.accepted === undefined)) return "errors";
  if (hasUnknowns || study.problems.length > 0) return "unknown";
  return hasChanges ? "changes" : "nothing";
}

function baseOf(study: Study): Side | undefined {
  if (study.live !== undefined) return { name: "what the clusters hold now", commit: undefined };
  return study.request.base && sideOf(study.request.base, study.base?.tree.commit);
}

function sideOf(ref: Study["request"]["head"], commit: string | undefined): Side {
  switch (ref.kind) {
    case "commit":
      return { name: commit === undefined ? ref.revision : commit.slice(0, 7), commit: commit ?? ref.revision };
    case "folder":
      return { name: ref.folder, commit };
    case "files":
      return { name: ref.files.length === 1 ? (ref.files[0] ?? "") : `${ref.files.length} files`, commit };
  }
}
