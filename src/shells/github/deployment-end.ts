import type { Applied } from "../../model/apply.ts";
import type { Check } from "../../model/health.ts";
import { isPassed, type Outcome } from "../../model/outcome.ts";
import type { Said } from "./deployments.ts";

/**
 * How an apply ended in one cluster. Success is what was seen to work, not that everything was written; a step that failed goes before those that wait for it,
 * because it is the one to look at.
 */
export function endOf({ run, health }: Applied, cluster: string): Said {
  const own = run?.outcomes.filter(({ clusters }) => clusters.includes(cluster)) ?? [];
  const open = own.filter(({ verdict }) => !isPassed(verdict));
  const passed = `${own.length - open.length} of ${own.length} steps passed`;
  const worst = open.find(({ verdict }) => "why" in verdict) ?? open.find(({ verdict }) => verdict.kind === "blocked") ?? open[0];
  if (worst?.verdict.kind === "stopped")
    return {
      state: "error",
      description: short(
        `Stopped ${worst.writes.length === 0 ? "before" : "in"} ${worst.step}: ${passed}; the next run goes on from there`,
      ),
    };
  if (worst !== undefined) return { state: "failure", description: short(`${wordsOf(worst)} (${passed})`) };
  const checks = health?.checks.filter((check) => check.cluster === cluster) ?? [];
  const failed = checks.find(({ verdict }) => verdict === "failed");
  if (failed !== undefined) return { state: "failure", description: short(`All written, but ${failed.name} failed: ${failed.observed}`) };
  return { state: "success", description: `${own.length === 1 ? "1 step" : `${own.length} steps`} passed${unseen(checks)}` };
}

function wordsOf({ step, verdict }: Outcome): string {
  switch (verdict.kind) {
    case "failed":
      return `${step} failed: ${verdict.why.message}`;
    case "not-ready":
      return `${step} is not ready: ${verdict.why.message}`;
    case "blocked":
      return `${step} waits for ${verdict.by.join(", ")}`;
    case "done":
    case "unchanged":
    case "rehearsed":
    case "stopped":
      return step;
  }
}

function unseen(checks: readonly Check[]): string {
  const count = checks.filter(({ verdict }) => verdict === "unknown").length;
  return count === 0 ? "" : `; ${count} of ${checks.length} checks could not be made`;
}

/** GitHub refuses a description of more than 140 characters. */
const longest = 140;

function short(text: string): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  const characters = [...plain];
  return characters.length <= longest ? plain : `${characters.slice(0, longest - 1).join("")}…`;
}
