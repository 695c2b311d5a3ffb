import { examine, examineDrift } from "../../../pipeline.ts";
import { type Chapter, type DriftChoice, driftChapters, leftChapters, unreadChapters } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { type Settled, settle } from "../drift/settle.ts";
import { settledMarkdown } from "../drift/told.ts";
import { told } from "./answer.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { requestOfDefault, restriction } from "./requests.ts";

type Drift = Task<CommandOf<"drift">>;
type Studied = Awaited<ReturnType<typeof examine>>;

/** `/drift`: what somebody changed behind Git's back; with `--adopt` or `--restore` also the pull request by which that is decided. */
export async function answerDrift(task: Drift): Promise<Answer> {
  const choices = choicesOf(task);
  return choices.length === 0 ? report(task) : propose(task, choices);
}

function choicesOf({ command: { flags } }: Drift): readonly DriftChoice[] {
  return [...(flags.adopt === true ? (["adopt"] as const) : []), ...(flags.restore === true ? (["restore"] as const) : [])];
}

async function report(task: Drift): Promise<Answer> {
  const { place, repository } = task;
  const study = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) =>
    examine(world, requestOfDefault(task, task.clusters)),
  );
  return answerOf(task, study, []);
}

/** The files that are edited are those of the default branch, whatever pull request it was asked in. */
async function propose(task: Drift, choices: readonly DriftChoice[]): Promise<Answer> {
  const { place, repository, rules, situation, wishes, asked } = task;
  const clusters = restriction(task.clusters, asked.mesh.clusters);
  const { study, adoption } = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) =>
    examineDrift(world, requestOfDefault(task, []), clusters),
  );
  const settled: Settled[] = [];
  const matter = { study, adoption, clusters, defaultBranch: situation.defaultBranch, base: rules.commit, isAsked: true };
  for (const choice of choices) settled.push(await settle({ place, wishes }, choice, matter));
  const answer = answerOf(task, study, choices.includes("adopt") ? leftChapters(adoption.left) : []);
  return { ...answer, text: `${settledMarkdown(settled)}\n${answer.text}` };
}

function answerOf(task: Drift, study: Studied, more: readonly Chapter[]): Answer {
  const isRead = [...study.live.survey.clusters.values()].every(({ kind }) => kind === "surveyed") && study.problems.length === 0;
  const found = study.live.drift.filter(({ cluster }) => task.clusters.includes(cluster));
  const none: Chapter = { heading: [{ kind: "plain", text: "No drift: nobody changed what Isthmus wrote." }], tone: "good", lines: [] };
  const chapters = [...more, ...driftChapters(found), ...(found.length === 0 && isRead ? [none] : []), ...unreadChapters(study)];
  if (!isRead) return { text: told(chapters), code: exitCodes.world, facts: { decision: "unknown", "reason-code": "incomplete" } };
  return {
    text: told(chapters),
    code: exitCodes.fine,
    facts: { decision: "pass", "reason-code": found.length > 0 ? "drift" : "answered" },
  };
}
