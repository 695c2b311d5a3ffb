import type { Check } from "../../../chatops/index.ts";
import { Problem } from "../../../model/problem.ts";
import { ask, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";

const readingRuns: Purpose = { request: "the check runs of others", permission: "checks: read" };
const readingStatuses: Purpose = { request: "the statuses of others", permission: "statuses: read" };

const perPage = 100;

/** How all check runs of Isthmus begin. */
const own = /^isthmus \/ /u;

/** As GitHub judges a required check: skipped and neutral ones do not stand in the way. */
const passing: ReadonlySet<string | null> = new Set(["success", "neutral", "skipped"]);

/**
 * What others say of a commit: check runs and statuses, the newest of each name and app. Isthmus' own are never among them, nor those whose names are in
 * `except` (the names of jobs that run Isthmus). `undefined` when it could not be read.
 */
export async function checksOn(
  connection: Connection,
  sha: string,
  { except }: { readonly except: readonly string[] },
): Promise<readonly Check[] | undefined> {
  try {
    const [runs, statuses] = await Promise.all([checkRuns(connection, sha), commitStatuses(connection, sha)]);
    return [...runs, ...statuses].filter(({ name }) => !own.test(name) && !except.includes(name));
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

async function checkRuns({ octokit, owner, repo }: Connection, sha: string): Promise<readonly Check[]> {
  const all = await ask(readingRuns, () =>
    octokit.paginate(octokit.rest.checks.listForRef, { owner, repo, ref: sha, filter: "latest", per_page: 100 }),
  );
  const oldestFirst = all.toSorted((a, b) => a.id - b.id);
  const newest = new Map(oldestFirst.map((run) => [`${run.app?.slug ?? ""} ${run.name}`, run]));
  return [...newest.values()].map(({ name, status, conclusion }) => ({
    name,
    state: status !== "completed" ? "pending" : passing.has(conclusion) ? "passed" : "failed",
  }));
}

/** Page by page: of a list inside an object that has an address too, octokit's paginator makes no list. */
async function commitStatuses({ octokit, owner, repo }: Connection, sha: string): Promise<readonly Check[]> {
  const found: Check[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await ask(readingStatuses, () =>
      octokit.rest.repos.getCombinedStatusForRef({ owner, repo, ref: sha, per_page: perPage, page }),
    );
    found.push(...data.statuses.map(({ context, state }) => ({ name: context, state: stateOf(state) })));
    if (data.statuses.length < perPage) return found;
  }
}

function stateOf(state: string): Check["state"] {
  if (state === "success") return "passed";
  return state === "pending" ? "pending" : "failed";
}
