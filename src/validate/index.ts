import type { Changes } from "../model/change.ts";
import type { Desired } from "../model/desired.ts";
import { bySeverityAndPlace, type Finding } from "../model/finding.ts";
import type { Plan } from "../model/plan.ts";
import type { Repository } from "../model/repository.ts";
import { accept } from "./accept.ts";
import { meshView } from "./context.ts";
import { mergeOverClusters } from "./merge.ts";
import { runRules } from "./run.ts";
import type { Seen } from "./sink.ts";

export { changedRoutesOf, routesOf } from "./routes/index.ts";

/** Everything the earlier stages know. `at` is milliseconds since 1970: time is given, never read. */
export interface ValidateInput {
  readonly head: Repository;
  readonly base: Repository | undefined;
  readonly desired: Desired;
  readonly baseline: Desired | undefined;
  readonly changes: Changes;
  readonly plan: Plan;
  readonly at: number;
}

/**
 * Every finding of a request: those of the documents, of rendering and of the rules; equal ones of several clusters as one, accepted ones marked,
 * errors first. Without a mesh only the documents can be judged.
 */
export function validate(input: ValidateInput): readonly Finding[] {
  const { head, desired } = input;
  const earlier: readonly Seen[] = [...head.findings, ...desired.findings].map((finding) => ({ finding, isWritten: true }));
  const merged = mergeOverClusters([...earlier, ...judge(input)]);
  return [...accept(merged, head.acceptances, input.at)].sort(bySeverityAndPlace);
}

function judge({ head, base, desired, baseline, changes, plan }: ValidateInput): readonly Seen[] {
  if (head.mesh === undefined) return [];
  const after = meshView(head, head.mesh, desired);
  const before = base?.mesh && baseline && meshView(base, base.mesh, baseline);
  return runRules({ before, after, changes, plan }, desired);
}
