import type { Finding } from "../model/finding.ts";
import type { CommentOptions } from "./comment.ts";
import { compare, counted } from "./count.ts";
import { document } from "./document.ts";
import { code } from "./markdown.ts";
import type { ClusterRow, Counts, Report } from "./model.ts";
import { parts } from "./part.ts";
import { openText } from "./sections/findings.ts";
import { countsText, none, plus, sum } from "./totals.ts";
import { shortened, visible } from "./visible.ts";

/** A check run as the Checks API takes it. */
export interface CheckRun {
  /** `isthmus / plan`, `isthmus / plan (east)`: stable, so that it can be required. */
  readonly name: string;
  /** The cluster it is about; `undefined` for the mesh as a whole. */
  readonly cluster: string | undefined;
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  /** Markdown, at most 65,535 characters. */
  readonly text: string;
  /** All annotations, at most 50 per request. */
  readonly annotations: readonly (readonly Annotation[])[];
}

/** An annotation on the lines of a file, in the API's own words. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number;
  readonly end_column: number;
  readonly annotation_level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

const limit = 65_535;
/** The API takes this many annotations per request. */
const batch = 50;

/** GitHub slows down a client that creates more content than about 80 things a minute: beyond this many clusters only the busiest get a run. */
const mostClusters = 50;

/**
 * One check run for the mesh, with every annotation, and one per cluster with that cluster's full diff: for every cluster while there are at
 * most `clusters` of them (50), else for those with errors and the most changes. What a run leaves out is in the job summary.
 */
export function checkRuns(report: Report, options: CheckOptions = {}): readonly CheckRun[] {
  const most = options.clusters ?? mostClusters;
  const shown = report.clusters.length <= most ? report.clusters : [...report.clusters].sort(byBusiness).slice(0, most).sort(byName);
  return [meshRun(report, options), ...shown.map((row) => clusterRun(report, row, options))];
}

/** As for the comment, and how many clusters get a run of their own. */
export interface CheckOptions extends Omit<CommentOptions, "budget"> {
  /** Characters that something else needs at the end of the mesh's text. */
  readonly taken?: number;
  /** Why it must not be merged: Markdown that goes before the mesh's summary. */
  readonly objections?: string | undefined;
  readonly clusters?: number;
}

function byBusiness(a: ClusterRow, b: ClusterRow): number {
  return b.findings.error - a.findings.error || Number(b.isUnknown) - Number(a.isUnknown) || objects(b) - objects(a) || byName(a, b);
}

function byName(a: ClusterRow, b: ClusterRow): number {
  return compare(a.name, b.name);
}

function meshRun(report: Report, options: CheckOptions): CheckRun {
  const shown = { ...report, blocks: [], topology: undefined };
  return {
    name: "isthmus / plan",
    cluster: undefined,
    conclusion: conclusionOf(report.verdict === "errors" || report.problems.length > 0, report.verdict === "unknown"),
    title: `${options.objections === undefined ? "" : "Not what was approved · "}${titleOf(report)}`,
    summary: document({ ...shown, plan: { ...report.plan, steps: [] } }, styleOf(options), {
      start: options.objections ?? "",
      limit,
      elsewhere: elsewhere(options),
    }),
    text: document({ ...report, findings: [], certificates: [], deletions: [], words: [] }, styleOf(options), {
      start: "",
      limit: limit - (options.taken ?? 0),
      elsewhere: elsewhere(options),
    }),
    annotations: batches(report.findings.flatMap(annotation)),
  };
}

function clusterRun(report: Report, row: ClusterRow, options: CheckOptions): CheckRun {
  const own = ofCluster(report, row);
  const title = clusterTitle(row);
  return {
    name: `isthmus / plan (${shortened(visible(row.name), 80)})`,
    cluster: row.name,
    conclusion: conclusionOf(row.findings.error > 0, row.isUnknown),
    title,
    summary: document({ ...own, blocks: [], plan: { ...own.plan, steps: [] } }, styleOf(options), {
      start: "",
      limit,
      elsewhere: elsewhere(options),
    }),
    text: document({ ...own, findings: [], certificates: [], deletions: [] }, styleOf(options), {
      start: "",
      limit,
      elsewhere: elsewhere(options),
    }),
    annotations: [],
  };
}

/** What concerns one cluster. Its values stand as symbols where they did in the report. */
function ofCluster(report: Report, row: ClusterRow): Report {
  const isHere = ({ clusters }: { readonly clusters: readonly string[] }): boolean => clusters.includes(row.name);
  const isHereOrEverywhere = (each: { readonly clusters: readonly string[] }): boolean => each.clusters.length === 0 || isHere(each);
  const only = [row.name];
  const steps = report.plan.steps.filter(isHere);
  return {
    ...report,
    verdict: row.findings.error > 0 ? "errors" : row.isUnknown ? "unknown" : objects(row) === 0 ? "nothing" : "changes",
    clusters: [row],
    totals: { ...report.totals, ...countsIn(row) },
    places: countsIn(row),
    networkMoves: report.networkMoves.filter((cluster) => cluster === row.name),
    words: [],
    topology: undefined,
    governs: [],
    blocks: report.blocks.filter(isHere),
    deletions: report.deletions.filter(isHere).map((deletion) => ({ ...deletion, clusters: only })),
    certificates: report.certificates.filter(isHere).map((certificate) => ({ ...certificate, clusters: only })),
    unknowns: report.unknowns.filter(isHereOrEverywhere),
    findings: report.findings.filter(isHere),
    hiddenSteps: report.hiddenSteps + report.plan.steps.length - steps.length,
    plan: { ...report.plan, steps, guards: report.plan.guards.filter(isHereOrEverywhere) },
  };
}

/** All that happens in a cluster: there each object is one place. */
function countsIn(row: ClusterRow): Counts {
  return parts.map((stage) => row.stages[stage]).reduce(plus, none);
}

function objects(row: ClusterRow): number {
  return parts.reduce((total, stage) => total + sum(row.stages[stage]), 0);
}

/** What could not be told is not a success: the check would say that somebody looked. */
function conclusionOf(fails: boolean, isUnknown: boolean): CheckRun["conclusion"] {
  return fails ? "failure" : isUnknown ? "neutral" : "success";
}

function titleOf(report: Report): string {
  const { totals, places } = report;
  const what =
    countsText(totals) === "" ? "No change" : `${countsText(totals, "object", places)} in ${counted(totals.clusters, "cluster")}`;
  const open = openText(report);
  const unknown = report.verdict === "unknown" || report.problems.length > 0 ? ["partly unknown"] : [];
  return [...(report.verdict === "unknown" && totals.objects === 0 ? [] : [what]), ...unknown, ...(open === "" ? [] : [open])].join(" · ");
}

function clusterTitle(row: ClusterRow): string {
  const count = objects(row);
  const all = countsIn(row);
  const what = count > 0 ? countsText(all, "object") : row.isUnknown ? "Unknown" : "No change";
  const found = [
    row.findings.error > 0 ? counted(row.findings.error, "error") : "",
    row.findings.warning > 0 ? counted(row.findings.warning, "warning") : "",
  ];
  return [what, ...(row.isUnknown && count > 0 ? ["partly unknown"] : []), ...found.filter((part) => part !== "")].join(" · ");
}

function styleOf(options: CheckOptions) {
  return { folds: false, lines: 400, showsChartObjects: true, files: options.files, rules: options.rules };
}

function elsewhere(options: CheckOptions): readonly string[] {
  return (options.elsewhere ?? []).map(({ name, url }) => (url === undefined ? code(name) : `[${code(name)}](${url})`));
}

const levels = { error: "failure", warning: "warning", info: "notice" } as const;

/** A finding without a place cannot be an annotation; an accepted one needs none. */
function annotation(finding: Finding): readonly Annotation[] {
  const { source, severity, rule, message, remedy, clusters, accepted } = finding;
  if (source === undefined || accepted !== undefined) return [];
  const where =
    clusters.length === 0 ? "" : ` (${clusters.slice(0, 5).join(", ")}${clusters.length > 5 ? ` and ${clusters.length - 5} more` : ""})`;
  return [
    {
      path: source.file,
      start_line: source.line,
      end_line: source.line,
      start_column: source.column,
      end_column: source.column,
      annotation_level: levels[severity],
      title: shortened(visible(`${rule}${where}`), 255),
      message: shortened(`${visible(message)}\n${visible(remedy)}`, 4_000),
    },
  ];
}

function batches(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const count = Math.ceil(annotations.length / batch);
  return Array.from({ length: count }, (_, index) => annotations.slice(index * batch, (index + 1) * batch));
}
