import { idText } from "../../model/manifest.ts";
import type { ClusterSight, Sight } from "../../model/sight.ts";
import type { ClusterSurvey, Ledger } from "../../model/survey.ts";
import type { Note } from "../../model/work.ts";
import { wavesOf } from "../../plan/index.ts";
import type { Stage } from "../github/stage.ts";
import { standings, type Watched } from "../github/watch.ts";

/** Of each list so much is kept: a page is for people. */
const most = 300;

/** What was seen of a mesh as a note, in place of what was seen before. */
export function noteOf(stage: Pick<Stage, "connection" | "wishes" | "situation" | "request">, installation: number, seen: Watched): Note {
  const { connection, wishes, situation, request } = stage;
  const repository = `${connection.owner}/${connection.repo}`.toLowerCase();
  const place = { repository, installation, folder: wishes.folder, at: request.at, commit: situation.head };
  return {
    key: `sight ${repository} ${wishes.folder}`,
    at: request.at,
    body: JSON.stringify({ ...place, ...sightOf(seen) } satisfies Sight),
  };
}

function sightOf({ study, standing, health, calendar }: Watched): Omit<Sight, "repository" | "installation" | "folder" | "at" | "commit"> {
  const { mesh } = study.head;
  const waves = mesh === undefined ? new Map<string, number>() : wavesOf(mesh);
  const seen = study.live.survey.clusters;
  return {
    mesh: mesh?.name,
    standing,
    said: standings[standing].said,
    clusters: (mesh?.clusters ?? []).map(({ name, role, network }) => ({
      name,
      wave: waves.get(name) ?? 1,
      role,
      network,
      ...stateOf(seen.get(name)),
    })),
    ends: (calendar?.expiries ?? []).slice(0, most),
    drift: study.live.drift.slice(0, most).map(({ cluster, id, paths, kind }) => ({
      cluster,
      object: idText(id),
      what: kind === "gone" ? "is gone" : paths.slice(0, 5).join(", "),
    })),
    failed: (health?.checks ?? [])
      .filter(({ verdict }) => verdict === "failed")
      .slice(0, most)
      .map(({ cluster, name, observed }) => ({ cluster, name, observed })),
  };
}

function stateOf(seen: ClusterSurvey | undefined): Omit<ClusterSight, "name" | "wave" | "role" | "network"> {
  const nothing = { kubernetes: undefined, istiods: [], lastRun: undefined, holder: undefined };
  if (seen?.kind !== "surveyed") return { ...nothing, unreachable: seen?.why.message ?? "it was not looked at" };
  return {
    unreachable: undefined,
    kubernetes: seen.server.version,
    istiods: (seen.istiods ?? []).map(
      ({ revision, version = "unknown", ready, replicas }) => `${revision} ${version}, ${ready} of ${replicas} ready`,
    ),
    lastRun: runOf(seen.ledger),
    holder: seen.lock?.holder ?? seen.lease?.holder,
  };
}

function runOf(ledger: Ledger | undefined): ClusterSight["lastRun"] {
  if (ledger === undefined) return undefined;
  const open = ledger.entries.filter(({ state }) => state !== "passed").length;
  return { id: ledger.run.id, by: ledger.run.by, state: ledger.state, at: ledger.endedAt ?? ledger.startedAt, open };
}
