import type { Finding } from "../../model/finding.ts";
import { json, type Report, summary } from "../../report/index.ts";
import { exitCodeOf, exitCodes } from "../exit.ts";
import type { Inputs } from "./inputs.ts";
import type { Outputs } from "./outputs.ts";
import type { Environment } from "./program.ts";
import type { Links, Published } from "./publish.ts";
import type { Runner } from "./runner.ts";
import { asShortfalls, writeResult } from "./said.ts";

interface Told {
  readonly env: Environment;
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly report: Report;
  readonly links: Links;
  readonly published: Published;
}

/** Says what was found with the job's own means: log, annotations where there is no check run, summary, outputs. */
export async function tell({ env, inputs, runner, report, links, published }: Told): Promise<void> {
  const open = report.findings.filter((finding) => finding.accepted === undefined);
  for (const finding of open) runner.say(asLine(finding));
  for (const { code, summary: text, remedy } of report.problems) runner.error(`${text}\n${remedy} [${code}]`);
  for (const { what, why, remedy } of published.shortfalls) runner.warning(`${what} could not be written. ${why} ${remedy}`);
  if (!published.hasCheckRun) noteOnLines(runner, open, inputs.folder);
  if (inputs.summary) await runner.summary(`${asShortfalls(published.shortfalls)}${summary(report, { files: links.files })}`);

  const { error, warning } = count(open);
  runner.output({ ...verdict(report, inputs), result: await writeResult(env, json(report)), "plan-digest": report.plan.digest.plan });
  runner.output({ "comment-url": published.commentUrl ?? "", errors: String(error), warnings: String(warning) });
  runner.say(`Errors: ${error}, warnings: ${warning}; plan ${report.plan.digest.plan.slice(0, 12)}.`);
}

function asLine({ severity, source, message, remedy, rule }: Finding): string {
  const place = source === undefined ? "" : `${source.file}:${source.line}:${source.column} `;
  return `${severity}: ${place}${message} ${remedy} [${rule}]`;
}

/** A job shows ten of each kind per step; more would be dropped without a word. */
const mostNotes = 10;

function noteOnLines(runner: Runner, findings: readonly Finding[], folder: string): void {
  for (const level of ["error", "warning"] as const) {
    for (const { source, rule, message, remedy } of findings.filter(({ severity }) => severity === level).slice(0, mostNotes)) {
      const file = source === undefined ? "" : folder === "" ? source.file : `${folder}/${source.file}`;
      runner.note({ level, title: rule, message: `${message}\n${remedy}`, file, line: source?.line ?? 0 });
    }
  }
}

function count(findings: readonly Finding[]): { readonly error: number; readonly warning: number } {
  const of = (severity: Finding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of("error"), warning: of("warning") };
}

function verdict(report: Report, { failOn }: Inputs): Outputs {
  const code = exitCodeOf(report, failOn);
  if (code === exitCodes.world) return { decision: "unknown", "reason-code": "world_failed" };
  if (code !== exitCodes.fine) return { decision: "fail", "reason-code": "findings" };
  return { decision: "pass", "reason-code": report.verdict === "nothing" ? "no_changes" : "changes" };
}
