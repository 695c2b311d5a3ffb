import type { Reason } from "../../model/command.ts";
import type { Finding } from "../../model/finding.ts";
import { json, objections as objectionsMarkdown, type Report, summary } from "../../report/index.ts";
import { exitCodeOf, exitCodes } from "../exit.ts";
import type { Desk, Facts } from "./desk.ts";
import type { Links, Published } from "./publish.ts";
import { asShortfalls } from "./said.ts";
import type { Wishes } from "./wishes.ts";

interface Told {
  readonly wishes: Wishes;
  readonly desk: Desk;
  readonly report: Report;
  readonly links: Links;
  readonly published: Published;
  /** Why a merge queue must not merge it. */
  readonly objections: readonly Reason[];
}

/** Says what was found with the run's own means: log, annotations where there is no check run, summary, outputs. */
export async function tell({ wishes, desk, report, links, published, objections }: Told): Promise<void> {
  const open = report.findings.filter((finding) => finding.accepted === undefined);
  for (const finding of open) desk.say(asLine(finding));
  for (const { code, summary: text, remedy } of report.problems) desk.error(`${text}\n${remedy} [${code}]`);
  for (const shortfall of published.shortfalls) desk.missed(shortfall);
  if (!published.hasCheckRun) noteOnLines(desk, open, wishes.folder);
  for (const { said, next } of objections.slice(0, mostNotes)) desk.error(`${said}\n${next}`);
  const before = `${asShortfalls(published.shortfalls)}${objectionsMarkdown(objections) ?? ""}`;
  if (wishes.summary) await desk.summary(`${before}${summary(report, { files: links.files, taken: Buffer.byteLength(before) })}`);

  const { error, warning } = count(open);
  await desk.result(json(report));
  desk.output({ ...verdict(report, wishes, objections), "plan-digest": report.plan.digest.plan });
  desk.output({ "comment-url": published.commentUrl ?? "", errors: String(error), warnings: String(warning) });
  desk.say(`Errors: ${error}, warnings: ${warning}; plan ${report.plan.digest.plan.slice(0, 12)}.`);
}

function asLine({ severity, source, message, remedy, rule }: Finding): string {
  const place = source === undefined ? "" : `${source.file}:${source.line}:${source.column} `;
  return `${severity}: ${place}${message} ${remedy} [${rule}]`;
}

/** A job shows ten of each kind per step; more would be dropped without a word. */
const mostNotes = 10;

function noteOnLines(desk: Desk, findings: readonly Finding[], folder: string): void {
  for (const level of ["error", "warning"] as const) {
    for (const { source, rule, message, remedy } of findings.filter(({ severity }) => severity === level).slice(0, mostNotes)) {
      const file = source === undefined ? "" : folder === "" ? source.file : `${folder}/${source.file}`;
      desk.note({ level, title: rule, message: `${message}\n${remedy}`, file, line: source?.line ?? 0 });
    }
  }
}

function count(findings: readonly Finding[]): { readonly error: number; readonly warning: number } {
  const of = (severity: Finding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of("error"), warning: of("warning") };
}

function verdict(report: Report, { failOn }: Wishes, objections: readonly Reason[]): Facts {
  const code = exitCodeOf(report, failOn);
  if (code === exitCodes.world) return { decision: "unknown", "reason-code": "world_failed" };
  if (code !== exitCodes.fine) return { decision: "fail", "reason-code": "findings" };
  if (objections.length > 0) return { decision: "fail", "reason-code": "not_approved" };
  return { decision: "pass", "reason-code": report.verdict === "nothing" ? "no_changes" : "changes" };
}
