import { waiverText } from "../../../adapters/github/index.ts";
import { rules } from "../../../catalog/findings.gen.ts";
import { reason } from "../../../catalog/reason.ts";
import type { Finding, Layer } from "../../../model/finding.ts";
import { waivable } from "../../../model/waiver.ts";
import { study } from "../../../pipeline.ts";
import { waivedText } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { requestOfPull } from "../plan-now.ts";
import { notDone } from "./answer.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";

/** Nobody can accept what an API server or Istio's webhook would refuse, or a document that says nothing. */
const never: ReadonlySet<Layer> = new Set(["document", "api-server", "webhook"]);
/** Where no day is given. */
const daysWithoutDate = 30;

/**
 * `/waive`: accepts what one rule finds in the plan of this pull request, as it is. The waiver stands, signed, in the answer; it ends with its day, with a plan that is another one
 * where the finding is, and with the answer.
 */
export async function carryOutWaive(task: Task<CommandOf<"waive">>): Promise<Answer> {
  const { command, comment, wishes, place, pull, repository, asked } = task;
  const rule = command.rule ?? "";
  const [key] = wishes.planKeys;
  const entry = Object.hasOwn(rules, rule) ? rules[rule as keyof typeof rules] : undefined;
  if (entry === undefined) return notDone(command.text, [reason("rule_unknown", { rule })]);
  if (never.has(entry.layer)) return notDone(command.text, [reason("rule_not_waived", { rule })]);
  if (key === undefined) return notDone(command.text, [reason("waiver_unsigned", {})]);
  const until = command.flags.until ?? dayAfter(asked.at, daysWithoutDate);
  if (until < dayAfter(asked.at, 0)) return notDone(command.text, [reason("waiver_past", { until })]);

  const found = await study(repository.world, await requestOfPull(task, pull.head));
  const covered = found.findings.filter((finding) => finding.rule === rule && isOpen(finding));
  if (covered.length === 0) return notDone(command.text, [reason("nothing_to_waive", { rule })]);
  const findings = [...new Set(covered.map((finding) => waivable(finding, found.plan.digest)))];
  const waiver = { rule, reason: command.flags.reason, by: comment.login, until, findings };
  const hidden = waiverText(place.connection, { pull: pull.number, folder: wishes.folder, comment: comment.id }, waiver, key);
  return { text: `${waivedText(covered, waiver)}${hidden}`, code: exitCodes.fine };
}

function isOpen({ accepted, severity }: Finding): boolean {
  return accepted === undefined && severity !== "info";
}

function dayAfter(at: number, days: number): string {
  return new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}
