import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, headOf, tipOf } from "../../adapters/github/index.ts";
import { problem } from "../../catalog/problem.ts";
import { textAt } from "../../model/json.ts";
import type { Note } from "../../model/work.ts";
import { type Change, situationOf } from "../github/event.ts";
import { heard } from "../github/heard.ts";
import { previewed } from "../github/preview.ts";
import { openStage, type Place } from "../github/stage.ts";
import { upkeep } from "../github/upkeep.ts";
import type { Wishes } from "../github/wishes.ts";
import type { Bench, Job } from "./app.ts";
import { lookKind } from "./looks.ts";
import type { Settings } from "./settings.ts";
import { noteOf } from "./sight.ts";
import { webOf } from "./web.ts";

/** Does for an event what the Action does for it, and says so where the Action does. Gives what is worth keeping. @throws Problem when it has to be tried again */
export async function carryOut(bench: Bench, job: Job): Promise<Note | undefined> {
  const { desk, event } = job;
  const place = placeFor(bench, job);
  const wishes = wishesFor(bench.settings);
  // A job for a fork's pull request has a token that only reads; an App's is the same for all.
  const situation = situationOf(event.name === "pull_request" ? "pull_request_target" : event.name, event.payload, {
    ...(await commitFor(place, event)),
    delivery: { id: event.id, at: Date.now() },
  });
  if (situation.kind === "nothing") return void desk.tell(situation.why);
  if (situation.kind === "schedule") return looked(bench, { place, wishes, desk, situation }, job.installation);
  if (situation.kind === "comment") await heard({ place, wishes, desk, situation, stop: bench.stop });
  else if (situation.kind !== "pull-request" || !(await isOld(place.connection, situation, job)))
    await changed(bench, { place, wishes, desk, situation });
  const [missed] = desk.passing();
  if (missed !== undefined) throw problem("github-unreachable", { request: missed.what.toLowerCase(), why: missed.why });
  return undefined;
}

/** What a look by plan is about: the tip of the default branch as it is now. */
async function commitFor({ connection }: Place, { name, payload }: Job["event"]): Promise<{ readonly commit?: string }> {
  const branch = textAt(payload, "repository", "default_branch");
  return name === lookKind && branch !== undefined ? { commit: await tipOf(connection, branch) } : {};
}

/** A look is not tried again at once when GitHub could not be told something: the next one does that. */
async function looked({ stop }: Bench, scene: Scene, installation: number): Promise<Note | undefined> {
  const stage = await openStage(scene);
  const { seen } = await upkeep(stage, { how: "look", stop: stop() });
  return seen && noteOf(stage, installation, seen);
}

type Scene = { readonly place: Place; readonly wishes: Wishes; readonly desk: Job["desk"]; readonly situation: Change };

async function changed({ stop }: Bench, scene: Scene): Promise<void> {
  const { situation, wishes, desk } = scene;
  if (situation.kind === "push") {
    if (!situation.isDefault || !wishes.apply) return desk.tell("Pushes are not applied here, or not to this branch.");
    const stage = await openStage(scene);
    const { applied } = await import("../github/apply.ts");
    await applied(stage, stop());
    return;
  }
  await previewed(await openStage(scene));
}

/** An event that waited while the next one came: that one's work judges what is there now. */
async function isOld(
  connection: Connection,
  { number, head }: { readonly number: number; readonly head: string },
  { desk }: Job,
): Promise<boolean> {
  const now = await headOf(connection, number);
  if (now === undefined || now === head) return false;
  desk.tell(`${head.slice(0, 7)} is not the head any more; the event of ${now.slice(0, 7)} is judged instead.`);
  return true;
}

/** The bot has no clone and no page of a run: files come from GitHub, and pages are those of the repository. */
function placeFor({ app, settings }: Bench, { owner, repo, installation, event }: Job): Place {
  const web = `${webOf(settings.app.apiUrl)}/${owner}/${repo}`;
  const folder = settings.apply ? settings.filesFolder : nowhere;
  return {
    connection: app.connectionTo({ installation, owner, repo }),
    web,
    run: web,
    attempt: `bot/${event.id}`,
    folder,
    hearsButtons: true,
  };
}

/** A folder that is not there: without it the current one would be searched for commits. */
const nowhere = join(tmpdir(), "isthmus-has-no-clone");

function wishesFor({ folder, apply, verify, driftPulls, comment, failOn, chartLogins, planKeys }: Settings): Wishes {
  return {
    folder,
    base: undefined,
    head: undefined,
    clusters: [],
    apply,
    verify,
    driftPulls,
    confirmDeletions: undefined,
    comment,
    checkRun: true,
    summary: false,
    failOn,
    chartLogins,
    planKeys,
  };
}
