import type { CheckRun } from "../../adapters/github/index.ts";
import type { Reason } from "../../model/command.ts";
import { checkRuns, objections as objectionsMarkdown, type Report } from "../../report/index.ts";
import { exitCodeOf, exitCodes } from "../exit.ts";
import type { Sealing } from "./plan-record.ts";
import type { Wishes } from "./wishes.ts";

/** A page per cluster beyond this many would be a storm of writes; the job summary has them all. */
const mostClusters = 20;

/**
 * The check runs of a report as they are published: the mesh's, and those of the first clusters that have something to tell. The mesh's fails exactly when the job
 * fails, so that either can be the required one; it holds the plan's record when there is one.
 */
export function checksOf(
  report: Report,
  { failOn, folder }: Pick<Wishes, "failOn" | "folder">,
  { seal, room, objections, asks }: Pick<Sealing, "seal" | "room"> & { readonly objections: readonly Reason[] } & Pick<CheckRun, "asks">,
): readonly CheckRun[] {
  const fails = exitCodeOf(report, failOn) !== exitCodes.fine || objections.length > 0;
  const before = objectionsMarkdown(objections);
  const runs = checkRuns(report, { taken: room, objections: before });
  const clusters = runs.filter((run) => run.cluster !== undefined && tells(report, run.cluster)).slice(0, mostClusters);
  return [...runs.filter((run) => run.cluster === undefined), ...clusters].map(
    ({ name, cluster, conclusion, title, summary, text, annotations }) => ({
      name: folder === "" ? name : `${name} [${folder}]`,
      conclusion: fails && cluster === undefined ? "failure" : conclusion === "failure" && !fails ? "neutral" : conclusion,
      title,
      summary,
      text,
      ...(seal === undefined || cluster !== undefined ? {} : { seal }),
      ...(asks === undefined || cluster !== undefined || fails ? {} : { asks }),
      annotations: annotations.flat().map((note) => ({ ...note, path: folder === "" ? note.path : `${folder}/${note.path}` })),
    }),
  );
}

/** Whether anything changes or is wrong in a cluster: a page that says "nothing" is noise. */
function tells(report: Report, cluster: string): boolean {
  const row = report.clusters.find(({ name }) => name === cluster);
  if (row === undefined) return false;
  const { error, warning, info } = row.findings;
  const changes = Object.values(row.stages).flatMap((counts) => Object.values(counts));
  return row.isUnknown || error + warning + info > 0 || changes.some((count) => count > 0);
}
