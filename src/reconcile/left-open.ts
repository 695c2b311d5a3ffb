import type { ClusterSurvey, Surveyed } from "../model/survey.ts";
import type { Campaign } from "./campaign.ts";

/**
 * Clusters in which the run before left something open, sorted: it died, or a gate never opened. This run goes on there even where nothing is left to write: it
 * looks at the gates that nobody saw pass, closes the ledger and clears a lease that has ended. Where a lease still holds, whoever has it is at work.
 */
export function leftOpen(campaign: Campaign): readonly string[] {
  const { clusters, at } = campaign.job.survey;
  const isConcerned = (name: string, seen: ClusterSurvey): boolean =>
    campaign.concerns(name) && seen.kind === "surveyed" && isOpen(seen, at);
  return [...clusters].flatMap(([name, seen]) => (isConcerned(name, seen) ? [name] : [])).sort();
}

function isOpen({ ledger, lease, server, unreadState }: Surveyed, at: number): boolean {
  if (unreadState !== undefined) return false;
  if (lease !== undefined) return lease.expiresAt <= at + server.clockSkewMs;
  return (
    ledger !== undefined &&
    (ledger.state === "running" || ledger.left !== undefined || ledger.entries.some(({ state }) => state !== "passed"))
  );
}
