import { idText } from "../../src/model/manifest.ts";
import type { Plan } from "../../src/model/plan.ts";

/** A plan as indented text, for cases: every step in order with what it waits for, writes and is judged by. The digest is told elsewhere. */
export function planText(plan: Plan): string {
  const lines = [
    ...plan.steps.flatMap((step) => [
      `${step.id} (${step.kind}, ${step.wave === 0 ? "no wave" : `wave ${step.wave}`}) in ${step.clusters.join(", ")}`,
      ...(step.after.length === 0 ? [] : [`  after ${step.after.join(", ")}`]),
      ...step.writes.map(({ id, kind }) => `  ${kind} ${idText(id)}`),
      ...(step.gate === undefined ? [] : [`  until ${step.gate}`]),
      ...(step.irreversible === undefined ? [] : [`  for good: ${step.irreversible}`]),
    ]),
    ...plan.waves.map(({ number, clusters, soakSeconds }) => `wave ${number}: ${clusters.join(", ")}, then ${soakSeconds} s`),
    ...plan.guards.map(({ reason, clusters, text }) => `guard ${reason} [${clusters.join(", ")}] ${text}`),
    ...[...plan.deletions].map(([cluster, count]) => `deletions in ${cluster}: ${count}`),
    ...plan.kept.map(({ id, clusters }) => `kept ${idText(id)} in ${clusters.join(", ")}`),
  ];
  return lines.length === 0 ? "nothing to do\n" : `${lines.join("\n")}\n`;
}
