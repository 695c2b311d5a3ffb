import type { Offer, Reason, Refused } from "../model/command.ts";
import { cell, code, fence, folded, inline, table } from "./markdown.ts";
import { maskedText } from "./mask.ts";
import type { Report } from "./model.ts";
import { richOf, say } from "./rich.ts";

/** Why commands were not carried out, as the answer to the comment that held them. Markdown; what the person wrote stands in it as code. */
export function refusals(refused: readonly Refused[]): string {
  const parts = refused.map(({ text, reasons }) => `**Not done:** ${code(text)}\n\n${reasons.map(told).join("\n")}\n`);
  return parts.join("\n");
}

/** A queue of many clusters would fill the page with one sentence. */
const mostObjections = 20;

/** Why a merge group must not be merged, for the top of a page; `undefined` when nothing stands against it. */
export function objections(reasons: readonly Reason[]): string | undefined {
  if (reasons.length === 0) return undefined;
  const more = reasons.length - mostObjections;
  const rest = more > 0 ? `\n- and ${more} more` : "";
  return `## Not what was approved\n\n${reasons.slice(0, mostObjections).map(told).join("\n")}${rest}\n\n`;
}

/** The texts come from the catalogue, which puts every fact between back-ticks or is handed words of ours. The code is for scripts. */
function told({ code: reasonCode, said, next }: Reason): string {
  return `- ${said} ${next} <sub>[${reasonCode}]</sub>`;
}

/** The answer to `/help`: what this person may ask for here, then the rest with its reasons. */
export function help(offers: readonly Offer[]): string {
  const open = offers.filter(({ against }) => against === undefined);
  const shut = offers.filter(({ against }) => against !== undefined);
  const asked = table(
    ["Command", "What it does"],
    open.map(({ usage, summary }) => [cell(say`${usage}`), summary]),
  );
  const rest = table(
    ["Command", "Why not"],
    shut.map(({ usage, against }) => [
      cell(say`${usage.split(" ", 1)[0] ?? ""}`),
      against === undefined ? "" : `${against.said} <sub>[${against.code}]</sub>`,
    ]),
  );
  const begun =
    "**What you may ask for here.** Write a command on a line of its own; what stands in code, in quotes or in an edited comment is not read.\n\n";
  return `${begun}${asked}${shut.length === 0 ? "" : `\n${folded(say`And what you may not (${shut.length})`, rest).trimEnd()}\n`}`;
}

/** What came of one line of a comment. `text` is the line as it was written, `body` finished Markdown. */
export interface Answered {
  readonly text: string;
  readonly body: string;
  /** The body names the line itself. */
  readonly isNamed?: boolean;
}

/** GitHub's limit is 65,536 characters; the marker and the head need some. */
const longest = 60_000;

/** The answer to a comment: whose and which it is, then each of its commands. `url` is the comment's address, `page` where the whole answer is when it is too long. */
export function answers(
  parts: readonly Answered[],
  { login, url, page }: { readonly login: string; readonly url: string; readonly page: string },
): string {
  const head = `<sub>${code(login)} asked [here](${url}) · [run](${page})</sub>\n\n`;
  let room = longest;
  const told = parts.map(({ text, body, isNamed }) => {
    const whole = `${isNamed === true ? "" : `**${code(text)}**\n\n`}${body.trimEnd()}\n`;
    const short = `**${code(text)}**\n\nThe answer is too long for a comment: it is on the [page of the run](${page}).\n`;
    const shown = whole.length <= room ? whole : short;
    room -= shown.length;
    return shown;
  });
  return `${head}${told.join("\n")}`;
}

/** Why a command that was allowed could not be carried out: what the world refused, and what to do. */
export function failure({
  message,
  remedy,
  code: problemCode,
}: {
  readonly message: string;
  readonly remedy: string;
  readonly code: string;
}): string {
  return `**Could not be done:** ${inline(richOf(maskedText(message)))} ${inline(richOf(maskedText(remedy)))} <sub>[${problemCode}]</sub>\n`;
}

/** Lines of plain text, as they stand. */
export function verbatim(text: string): string {
  return fence("text", maskedText(text).trimEnd().split("\n"));
}

/** Who holds clusters of a plan now; empty for nobody. */
export function held(reasons: readonly Reason[]): string {
  return reasons.length === 0 ? "" : `\nNow \`/apply\` would wait:\n\n${reasons.map(told).join("\n")}\n`;
}

/** That a plan was made, and where it is read. */
export function planned(report: Report, url: string | undefined): string {
  const { clusters, deletions } = report;
  const changed = clusters.filter(({ stages }) => Object.values(stages).some((counts) => Object.values(counts).some((count) => count > 0)));
  const errors = report.findings.filter(({ severity, accepted }) => severity === "error" && accepted === undefined).length;
  const parts = [
    changed.length === 1 ? "1 cluster changes" : `${changed.length} clusters change`,
    ...(deletions.length === 0 ? [] : [deletions.length === 1 ? "1 object is deleted" : `${deletions.length} objects are deleted`]),
    ...(errors === 0 ? [] : [errors === 1 ? "1 error is open" : `${errors} errors are open`]),
  ];
  const where = url === undefined ? "" : ` The [comment of this pull request](${url}) holds it.`;
  return `Plan ${code(report.plan.digest.plan.slice(0, 8))} of ${code(report.head.name)}: ${parts.join(", ")}.${where}\n`;
}

/** What is known of a pull request when its state is asked for. */
interface Standing {
  /** Digest of the plan that was current. */
  readonly plan: string | undefined;
  /** What an apply by the person who asks would wait for. */
  readonly reasons: readonly Reason[];
  /** Logins of those who approved. */
  readonly approvals: readonly string[];
  /** An approval is for what a plan does in a cluster, not for a commit. */
  readonly isBoundToPlan: boolean;
}

/** Where a pull request stands: its plan, its approvals, and what an apply waits for. */
export function standing(
  { state, head }: { readonly state: string; readonly head: string },
  { plan, reasons, approvals, isBoundToPlan }: Standing,
): string {
  const facts = [
    `- This pull request is ${state}, at ${code(head.slice(0, 7))}.`,
    plan === undefined ? "- It has no plan yet." : `- Its plan is ${code(plan.slice(0, 8))}.`,
    `- ${approvals.length === 0 ? "Nobody approved it." : `Approved by ${approvals.map(code).join(", ")}.`} ${
      isBoundToPlan
        ? "An approval stays as long as what would be done in a cluster stays the same."
        : "An approval is for the commit it was given for: it ends with the next push."
    }`,
    reasons.length === 0 ? "- Nothing stands against `/apply` by you." : "- `/apply` by you waits for this:",
  ];
  return `${facts.join("\n")}\n${reasons.map((reason) => `  ${told(reason)}`).join("\n")}${reasons.length === 0 ? "" : "\n"}`;
}

/** How far a run is in one cluster: steps that passed, steps that ended otherwise, and where it is. */
interface Progress {
  readonly cluster: string;
  readonly passed: number;
  readonly open: number;
  readonly at: string;
}

/** More rows nobody reads while they change. */
const mostRows = 100;

/** What is said while a command is carried out. */
export function underWay(rows: readonly Progress[], { command, page }: { readonly command: string; readonly page: string }): string {
  const head = `**${code(command)}** is being carried out: [what happens](${page}).\n`;
  if (rows.length === 0) return head;
  const shown = rows
    .slice(0, mostRows)
    .map(({ cluster, passed, open, at }) => [cell(say`${cluster}`), `${passed}${open === 0 ? "" : `, ${open} not`}`, cell(say`${at}`)]);
  const left = rows.length - shown.length;
  return `${head}\n${table(["Cluster", "Steps passed", "At"], shown)}${left === 0 ? "" : `\n*and ${left} more clusters*\n`}`;
}
