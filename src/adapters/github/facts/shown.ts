import { ask, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";
import { planCheck } from "./plans.ts";

const reading: Purpose = { request: "the plans of a commit", permission: "checks: read" };
const readingMerge: Purpose = { request: "the merge of the pull request", permission: "contents: read" };

/** Whether a plan of this commit could be seen before a time (milliseconds since 1970): by a check run that had ended in an earlier second. @throws Problem as `recordsOf` */
export async function shownBefore(
  { octokit, owner, repo }: Connection,
  sha: string,
  { folder, before }: { readonly folder: string; readonly before: number },
): Promise<boolean> {
  const name = folder === "" ? planCheck : `${planCheck} [${folder}]`;
  const runs = await ask(reading, () =>
    octokit.paginate(octokit.rest.checks.listForRef, { owner, repo, ref: sha, check_name: name, filter: "all", per_page: 100 }),
  );
  return runs.some(({ completed_at: completed }) => completed !== null && Date.parse(completed) < before);
}

/** The commit that a merge was made onto: its first parent. Of a rebase it is a commit of the pull request, which began where that began. @throws Problem as `pullOf` */
export async function startOf({ octokit, owner, repo }: Connection, merge: string): Promise<string> {
  const { data } = await ask(readingMerge, () => octokit.rest.repos.getCommit({ owner, repo, ref: merge, per_page: 1 }));
  return data.parents[0]?.sha ?? merge;
}
