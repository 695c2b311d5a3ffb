import type { ClusterSurvey, Ledger, Survey, Surveyed } from "../../model/survey.ts";
import { counted } from "../count.ts";
import { type Rich, richOf, say, words } from "../rich.ts";
import { remedyOf } from "./applied.ts";
import { byHand } from "./by-hand.ts";
import type { Chapter, Line } from "./chapters.ts";

/** Per cluster: what it runs, what Isthmus wrote there, how far the last run got, and who holds it now. */
export function statusChapters(survey: Survey): readonly Chapter[] {
  return [...survey.clusters].map(([cluster, seen]) => clusterChapter(cluster, seen, survey.at));
}

function clusterChapter(cluster: string, seen: ClusterSurvey, at: number): Chapter {
  if (seen.kind === "unreachable") {
    const lines: Line[] = [{ tone: "unknown", text: richOf(seen.why.message), below: remedyOf(seen.why.remedy) }];
    return { heading: say`${cluster}: unknown`, tone: "unknown", lines };
  }
  const lines = [serverLine(seen), inventoryLine(seen), ...ledgerLines(seen.ledger), ...leaseLines(seen, at), ...lockLines(seen, at)];
  const isBad = lines.some(({ tone }) => tone === "bad");
  return { heading: say`${cluster}`, tone: isBad ? "bad" : "good", lines };
}

function serverLine({ server }: Surveyed): Line {
  return { tone: "plain", text: say`Kubernetes ${server.version} at ${server.url}`, below: [] };
}

function inventoryLine({ inventory }: Surveyed): Line {
  if (inventory === undefined) return { tone: "open", text: words("Isthmus never wrote anything here"), below: [] };
  return {
    tone: "plain",
    text: say`${words(counted(inventory.entries.length, "object"))} of mesh ${inventory.mesh} ${words("are ours")}`,
    below: [],
  };
}

const stateWords = {
  intent: "begun, and not seen to its end",
  written: "written, and not seen to work",
  failed: "failed",
  passed: "passed",
} as const;

function ledgerLines(ledger: Ledger | undefined): readonly Line[] {
  if (ledger === undefined) return [];
  const { run, state, entries, orphanSerials, left = 0 } = ledger;
  const open = entries.filter((entry) => entry.state !== "passed");
  const openSteps = counted(open.length + left, "open step");
  const when = `${new Date(ledger.endedAt ?? ledger.startedAt).toISOString().slice(0, 19)}Z`;
  const commit: Rich = run.commit === undefined ? [] : say` of ${run.commit.slice(0, 7)}`;
  const first: Line =
    state === "ended" && open.length + left === 0
      ? {
          tone: "good",
          text: say`Last run ${run.id}${commit} by ${run.by} passed ${words(entries.length === 1 ? "its 1 step" : `all ${entries.length} steps`)}, ${when}`,
          below: [],
        }
      : {
          tone: "bad",
          text: say`Run ${run.id}${commit} by ${run.by} ${words(state === "ended" ? "ended" : "has not ended")} with ${words(openSteps)}, ${when}`,
          below: [richOf("The next `isthmus apply` goes on from there.")],
        };
  return [
    first,
    ...open.map(
      (entry): Line => ({
        tone: "bad",
        text: say`${entry.step}: ${words(stateWords[entry.state])}${entry.why === undefined ? [] : say`, ${richOf(entry.why)}`}`,
        below: byHand(entry.step).map((command) => say`by hand: ${command}`),
      }),
    ),
    ...orphanSerials.map(
      (serial): Line => ({ tone: "bad", text: say`Certificate ${serial} was signed and never stored: revoke it where you can`, below: [] }),
    ),
  ];
}

function leaseLines({ lease }: Surveyed, at: number): readonly Line[] {
  if (lease === undefined) return [];
  const until = `${new Date(lease.expiresAt).toISOString().slice(11, 19)}Z`;
  const isOver = lease.expiresAt < at;
  return [
    {
      tone: isOver ? "open" : "plain",
      text: isOver
        ? say`${lease.holder} held it until ${until} and did not let go; the next run takes over`
        : say`Held by ${lease.holder} until ${until}, unless it is renewed`,
      below: [],
    },
  ];
}

function lockLines({ lock, server }: Surveyed, at: number): readonly Line[] {
  if (lock === undefined || lock.expiresAt <= at + server.clockSkewMs) return [];
  const until = new Date(lock.expiresAt).toISOString().slice(0, 16).replace("T", " ");
  const why = lock.reason === undefined ? [] : say` (${lock.reason})`;
  return [{ tone: "plain", text: say`${lock.holder} keeps it from being changed until ${until} UTC${why}`, below: [] }];
}
