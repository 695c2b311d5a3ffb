import { createHash } from "node:crypto";
import { ask, once, type Purpose } from "./ask.ts";
import type { Connection } from "./connect.ts";

/** A note on lines of a file, shown in "Files changed". */
export interface CheckAnnotation {
  /** Relative to the top of the Git repository. */
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** A finished check. `summary` and `text` are Markdown, at most 65,535 characters each: whoever wrote them counted. */
export interface CheckRun {
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  readonly summary: string;
  readonly text: string | undefined;
  readonly annotations: readonly CheckAnnotation[];
}

const perRequest = 50;
const reading: Purpose = { request: "the list of check runs", permission: "checks: read" };
const writing: Purpose = { request: "the check run", permission: "checks: write" };

/**
 * Publishes a check run on a commit. One that says the same is left alone; otherwise a new one is made, and GitHub shows the newest of a name: updating an old
 * one would keep its annotations for ever, because GitHub only adds to them.
 * @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`, `github-rejected`
 */
export async function publishCheckRun(connection: Connection, run: CheckRun): Promise<"created" | "unchanged"> {
  const externalId = fingerprint(run);
  if (await findCheckRun(connection, run, externalId, "completed")) return "unchanged";

  const [first = [], ...rest] = batches(run.annotations);
  const id = await create(connection, run, { externalId, first, complete: rest.length === 0 });
  let total = first.length;
  for (const batch of rest) {
    total += batch.length;
    await append(connection, run, { id, externalId, batch, total });
  }
  return "created";
}

/** Equal for equal content: how a later run recognises that there is nothing new to say. */
function fingerprint(run: CheckRun): string {
  return `isthmus:${createHash("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 32)}`;
}

function batches(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const count = Math.ceil(annotations.length / perRequest);
  return Array.from({ length: count }, (_, index) => annotations.slice(index * perRequest, (index + 1) * perRequest));
}

interface FoundRun {
  readonly id: number;
  readonly annotations: number;
}

async function findCheckRun(
  { octokit, owner, repo }: Connection,
  { name, headSha }: CheckRun,
  externalId: string,
  status: "completed" | "any",
): Promise<FoundRun | undefined> {
  const { data } = await ask(reading, () =>
    octokit.rest.checks.listForRef({ owner, repo, ref: headSha, check_name: name, filter: "latest" }),
  );
  const found = data.check_runs.find((run) => run.external_id === externalId && (status === "any" || run.status === status));
  return found && { id: found.id, annotations: found.output.annotations_count };
}

interface Creation {
  readonly externalId: string;
  readonly first: readonly CheckAnnotation[];
  readonly complete: boolean;
}

/** Gives the id. As with comments: a creation whose answer got lost may have happened, so we look before we try again. */
async function create(connection: Connection, run: CheckRun, { externalId, first, complete }: Creation): Promise<number> {
  const { octokit, owner, repo } = connection;
  const send = async () => {
    const { data } = await octokit.rest.checks.create({
      owner,
      repo,
      name: run.name,
      head_sha: run.headSha,
      external_id: externalId,
      // Until the last batch has arrived the run is not finished: a reader never sees a verdict with half its annotations.
      ...(complete ? { status: "completed" as const, conclusion: run.conclusion } : { status: "in_progress" as const }),
      output: { ...outputOf(run), annotations: first.map(annotationOf) },
      request: { retries: 0 },
    });
    return data.id;
  };
  return once(writing, send, async () => (await findCheckRun(connection, run, externalId, "any"))?.id);
}

interface Batch {
  readonly id: number;
  readonly externalId: string;
  readonly batch: readonly CheckAnnotation[];
  /** How many annotations the run holds once this batch is in. */
  readonly total: number;
}

async function append(connection: Connection, run: CheckRun, { id, externalId, batch, total }: Batch): Promise<void> {
  const { octokit, owner, repo } = connection;
  const last = total === run.annotations.length;
  const send = async () => {
    await octokit.rest.checks.update({
      owner,
      repo,
      check_run_id: id,
      ...(last ? { status: "completed" as const, conclusion: run.conclusion } : {}),
      output: { ...outputOf(run), annotations: batch.map(annotationOf) },
      request: { retries: 0 },
    });
    return true;
  };
  await once(writing, send, async () => ((await findCheckRun(connection, run, externalId, "any"))?.annotations ?? 0) >= total || undefined);
}

function outputOf({ title, summary, text }: CheckRun) {
  return { title, summary, ...(text === undefined ? {} : { text }) };
}

function annotationOf({ path, startLine, endLine, level, title, message }: CheckAnnotation) {
  return { path, start_line: startLine, end_line: endLine, annotation_level: level, title, message };
}
