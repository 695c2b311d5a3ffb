import { ask, once, type Purpose } from "./ask.ts";
import { type CheckButton, fitting } from "./check-button.ts";
import type { Connection } from "./connect.ts";
import { whoAmI } from "./who.ts";

/** A check run that tells how something goes on, and is written anew as it does. */
export interface LiveCheck {
  readonly name: string;
  readonly headSha: string;
  /** What makes it this one and no other: it is found again by it. */
  readonly externalId: string;
}

/** What it says at a moment. `summary` is Markdown, at most 65,535 characters: whoever wrote it counted. */
export interface CheckFace {
  readonly state: "in_progress" | "success" | "failure" | "neutral" | "cancelled" | "action_required";
  readonly title: string;
  readonly summary: string;
  /** Three at most; those of the face before are gone. */
  readonly buttons: readonly CheckButton[];
}

/** One that is there. `hasEnded`: it said once how it ended; GitHub is not asked to begin it again then, only its words change. */
export interface OpenCheck {
  readonly id: number;
  readonly hasEnded: boolean;
}

const reading: Purpose = { request: "the list of check runs", permission: "checks: write" };
const writing: Purpose = { request: "the check run", permission: "checks: write" };

/**
 * Our check run with this id, made when there is none; never two of them, however often it is asked for. @throws Problem `github-forbidden`, `github-unreachable`,
 * `github-rate-limited`, `github-token-refused`, `github-rejected`
 */
export async function openCheck(connection: Connection, check: LiveCheck, face: CheckFace): Promise<OpenCheck> {
  const there = await findCheck(connection, check);
  if (there !== undefined) {
    await writeCheck(connection, there, face);
    return there;
  }
  const { octokit, owner, repo } = connection;
  const { name, headSha, externalId } = check;
  const send = async (): Promise<OpenCheck> => {
    const { data } = await octokit.rest.checks.create({
      owner,
      repo,
      name,
      head_sha: headSha,
      external_id: externalId,
      ...written(face),
      request: { retries: 0 },
    });
    return { id: data.id, hasEnded: false };
  };
  return once(writing, send, () => findCheck(connection, check));
}

/** Writes it anew; the same words twice do no harm. @throws Problem as `openCheck` */
export async function writeCheck({ octokit, owner, repo }: Connection, { id, hasEnded }: OpenCheck, face: CheckFace): Promise<void> {
  const { status, ...rest } = written(face);
  const state = hasEnded && status === "in_progress" ? {} : { status };
  await ask(writing, () => octokit.rest.checks.update({ owner, repo, check_run_id: id, ...state, ...rest }));
}

/** Our check runs of this name on the commit that never said how they ended, but for this one: their runs were killed. @throws Problem as `openCheck` */
export async function unendedBeside(connection: Connection, { name, headSha, externalId }: LiveCheck): Promise<readonly OpenCheck[]> {
  const all = await ours(connection, { name, headSha });
  return all.filter((run) => run.external_id !== externalId && run.status !== "completed").map(({ id }) => ({ id, hasEnded: false }));
}

async function findCheck(connection: Connection, check: LiveCheck): Promise<OpenCheck | undefined> {
  const found = (await ours(connection, check)).find((run) => run.external_id === check.externalId);
  return found && { id: found.id, hasEnded: found.status === "completed" };
}

/** Another app may use the same name and id; its check runs are not ours to write. */
async function ours(connection: Connection, { name, headSha }: Pick<LiveCheck, "name" | "headSha">) {
  const { octokit, owner, repo } = connection;
  const me = await whoAmI(connection);
  const all = await ask(reading, () =>
    octokit.paginate(octokit.rest.checks.listForRef, { owner, repo, ref: headSha, check_name: name, filter: "all", per_page: 100 }),
  );
  return all.filter(({ app }) => `${app?.slug}[bot]` === me);
}

function written({ state, title, summary, buttons }: CheckFace) {
  const actions = buttons.map(fitting);
  const output = { title, summary };
  if (state === "in_progress") return { status: "in_progress" as const, output, actions };
  return { status: "completed" as const, conclusion: state, output, actions };
}
