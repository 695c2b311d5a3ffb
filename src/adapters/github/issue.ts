import { ask, once, type Purpose } from "./ask.ts";
import type { Connection } from "./connect.ts";
import { whoAmI } from "./who.ts";

/** An issue of ours. */
export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
}

const reading: Purpose = { request: "the list of issues", permission: "issues: write" };
const writing: Purpose = { request: "an issue", permission: "issues: write" };

/** Our newest issue whose body begins with `marker`, open or closed: ours by that and by its author. @throws Problem as every request */
export async function findIssue(connection: Connection, marker: string): Promise<Issue | undefined> {
  const { octokit, owner, repo } = connection;
  const me = await whoAmI(connection);
  const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, { owner, repo, creator: me, state: "all", per_page: 100 });
  return ask(reading, async () => {
    for await (const { data } of pages) {
      const found = data.find((one) => one.user?.login === me && one.pull_request === undefined && one.body?.startsWith(marker) === true);
      if (found !== undefined) return issueOf(found);
    }
    return undefined;
  });
}

/** Opens one; after a failure that leaves it open whether it was made, it is looked for by `marker`, with which the body begins. @throws Problem */
export async function openIssue(
  connection: Connection,
  { marker, title, body }: { readonly marker: string; readonly title: string; readonly body: string },
): Promise<Issue> {
  const { octokit, owner, repo } = connection;
  const send = async () => issueOf((await octokit.rest.issues.create({ owner, repo, title, body, request: { retries: 0 } })).data);
  return once(writing, send, async () => {
    const found = await findIssue(connection, marker);
    return found?.body === body ? found : undefined;
  });
}

/** Brings one up to date: one write at the most, none when it says the same already. @throws Problem */
export async function editIssue(
  { octokit, owner, repo }: Connection,
  issue: Issue,
  wanted: { readonly title?: string; readonly body: string; readonly isOpen: boolean },
): Promise<void> {
  const { title = issue.title, body, isOpen } = wanted;
  if (title === issue.title && normal(body) === normal(issue.body) && isOpen === issue.isOpen) return;
  const state = isOpen ? { state: "open" as const } : { state: "closed" as const, state_reason: "completed" as const };
  await ask(writing, () => octokit.rest.issues.update({ owner, repo, issue_number: issue.number, title, body, ...state }));
}

/** GitHub may hand text back with other line ends and without white space at its end. */
function normal(text: string): string {
  return text.replaceAll("\r\n", "\n").trimEnd();
}

function issueOf({
  number,
  html_url,
  title,
  body,
  state,
}: {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
}): Issue {
  return { number, url: html_url, title, body: body ?? "", isOpen: state === "open" };
}
