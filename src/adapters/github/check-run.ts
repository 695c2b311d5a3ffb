import { createHash } from "node:crypto";
import { ask, once, type Purpose } from "./ask.ts";
import { type CheckButton, fitting } from "./check-button.ts";
import type { Connection } from "./connect.ts";

/** A note on a line of a file, shown in "Files changed", in the API's own words. */
export interface CheckAnnotation {
  /** Relative to the top of the Git repository. */
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  /** Columns only when the note is on one line: the API refuses them otherwise. */
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** A finished check. `summary` and `text` are Markdown, at most 65,535 characters each: whoever wrote them counted. */
export interface CheckRun {
  readonly name: string;
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  readonly summary: string;
  readonly text: string | undefined;
  readonly annotations: readonly CheckAnnotation[];
  /** Set when something is to stand at the end of the text that names the check run itself. */
  readonly seal?: Seal;
  /** Buttons, three at most, and the pull request that they are about. Absent: none. */
  readonly asks?: { readonly buttons: readonly CheckButton[]; readonly pull: number };
}

/** What can only be written once GitHub has made the check run: there are two writes then, and the run is completed by the second. */
export interface Seal {
  /** What it says, whatever the run: equal for equal content. */
  readonly content: string;
  /** The text itself; `at` is when GitHub made the run, in milliseconds since 1970. */
  write(made: { readonly checkRun: number; readonly at: number }): string;
}

const perRequest = 50;
const reading: Purpose = { request: "the list of check runs", permission: "checks: write" };
const writing: Purpose = { request: "the check run", permission: "checks: write" };

/**
 * Publishes check runs on a commit. One that says the same already is left alone; otherwise a new one is made, and GitHub shows the newest of a name: updating
 * an old one would keep its annotations for ever, because GitHub only adds to them. Gives how many were made.
 * @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`, `github-rejected`
 */
export async function publishCheckRuns(connection: Connection, headSha: string, runs: readonly CheckRun[]): Promise<number> {
  const there = await listCheckRuns(connection, headSha);
  const isDone = (fingerprint: string): boolean => there.some((run) => run.externalId === fingerprint && run.isCompleted);
  const wanted = runs.map((run) => ({ ...run, headSha, externalId: fingerprint(run) })).filter((run) => !isDone(run.externalId));
  for (const run of wanted) await publish(connection, run);
  return wanted.length;
}

interface NewRun extends CheckRun {
  readonly headSha: string;
  readonly externalId: string;
}

async function publish(connection: Connection, run: NewRun): Promise<void> {
  const [first = [], ...rest] = batches(run.annotations);
  const { id, at } = await create(connection, run, first);
  let total = first.length;
  for (const batch of rest) {
    total += batch.length;
    await append(connection, run, { id, batch, total });
  }
  if (run.seal !== undefined) await complete(connection, run, { id, sealed: run.seal.write({ checkRun: id, at }) });
}

/** Equal for equal content: how a later run recognises that there is nothing new to say. */
function fingerprint(run: CheckRun): string {
  const hash = createHash("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 32);
  return `isthmus:${hash}${run.asks === undefined ? "" : ` pull=${run.asks.pull}`}`;
}

function batches(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const count = Math.ceil(annotations.length / perRequest);
  return Array.from({ length: count }, (_, index) => annotations.slice(index * perRequest, (index + 1) * perRequest));
}

interface FoundRun extends Made {
  readonly externalId: string | null;
  readonly isCompleted: boolean;
  readonly annotations: number;
}

interface Made {
  readonly id: number;
  /** When, by GitHub's clock, in milliseconds since 1970. */
  readonly at: number;
}

/** The newest check run of each name and app on a commit. */
async function listCheckRuns({ octokit, owner, repo }: Connection, headSha: string): Promise<readonly FoundRun[]> {
  const all = await ask(reading, () =>
    octokit.paginate(octokit.rest.checks.listForRef, { owner, repo, ref: headSha, filter: "latest", per_page: 100 }),
  );
  return all.map((run) => ({
    ...madeOf(run),
    externalId: run.external_id,
    isCompleted: run.status === "completed",
    annotations: run.output.annotations_count,
  }));
}

async function findCheckRun(connection: Connection, { headSha, externalId }: NewRun): Promise<FoundRun | undefined> {
  return (await listCheckRuns(connection, headSha)).find((run) => run.externalId === externalId);
}

function madeOf({ id, started_at: started }: { readonly id: number; readonly started_at: string | null }): Made {
  return { id, at: started === null ? Number.NaN : Date.parse(started) };
}

/** As with comments: a creation whose answer got lost may have happened, so we look before we try again. */
async function create(connection: Connection, run: NewRun, first: readonly CheckAnnotation[]): Promise<Made> {
  const { octokit, owner, repo } = connection;
  const send = async () => {
    const { data } = await octokit.rest.checks.create({
      owner,
      repo,
      name: run.name,
      head_sha: run.headSha,
      external_id: run.externalId,
      // Until the last batch has arrived the run is not finished: a reader never sees a verdict with half its annotations.
      ...stateOf(run, first.length),
      output: { ...outputOf(run), annotations: [...first] },
      ...(run.asks === undefined ? {} : { actions: run.asks.buttons.map(fitting) }),
      request: { retries: 0 },
    });
    return madeOf(data);
  };
  return once(writing, send, () => findCheckRun(connection, run));
}

interface Batch {
  readonly id: number;
  readonly batch: readonly CheckAnnotation[];
  /** How many annotations the run holds once this batch is in. */
  readonly total: number;
}

async function append(connection: Connection, run: NewRun, { id, batch, total }: Batch): Promise<void> {
  const { octokit, owner, repo } = connection;
  const send = async () => {
    const output = { ...outputOf(run), annotations: [...batch] };
    await octokit.rest.checks.update({ owner, repo, check_run_id: id, ...stateOf(run, total), output, request: { retries: 0 } });
    return true;
  };
  await once(writing, send, async () => ((await findCheckRun(connection, run))?.annotations ?? 0) >= total || undefined);
}

/** The last write of a run with a seal. */
async function complete(
  connection: Connection,
  run: NewRun,
  { id, sealed }: { readonly id: number; readonly sealed: string },
): Promise<void> {
  const { octokit, owner, repo } = connection;
  const { conclusion, text = "" } = run;
  const send = async () => {
    const output = outputOf({ ...run, text: `${text}\n\n${sealed}`.trimStart() });
    await octokit.rest.checks.update({ owner, repo, check_run_id: id, status: "completed", conclusion, output, request: { retries: 0 } });
    return true;
  };
  await once(writing, send, async () => (await findCheckRun(connection, run))?.isCompleted || undefined);
}

function stateOf(run: CheckRun, total: number) {
  if (total < run.annotations.length || run.seal !== undefined) return { status: "in_progress" as const };
  return { status: "completed" as const, conclusion: run.conclusion };
}

function outputOf({ title, summary, text }: CheckRun) {
  return { title, summary, ...(text === undefined ? {} : { text }) };
}
