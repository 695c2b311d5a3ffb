import { reason } from "../../catalog/reason.ts";
import type { Reason } from "../../model/command.ts";
import type { Asked, Check } from "../asked.ts";

/** What other checks say against it. Our own are never among them: then nothing could ever be applied. What is not known does not pass. */
export function badChecks({ checks }: Asked): readonly Reason[] {
  if (checks === undefined) return [reason("checks_unknown", {})];
  const failing = named(checks, "failed");
  const pending = named(checks, "pending");
  return [
    ...(failing === undefined ? [] : [reason("checks_failing", { names: failing })]),
    ...(pending === undefined ? [] : [reason("checks_pending", { names: pending })]),
  ];
}

const mostNames = 8;

function named(checks: readonly Check[], state: Check["state"]): string | undefined {
  const names = [...new Set(checks.filter((check) => check.state === state).map(({ name }) => name))].sort();
  if (names.length === 0) return undefined;
  return names.length <= mostNames ? names.join(", ") : `${names.slice(0, mostNames).join(", ")} and ${names.length - mostNames} more`;
}
