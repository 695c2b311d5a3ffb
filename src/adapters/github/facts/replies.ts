import { ask, once, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";
import { whoAmI } from "../who.ts";

/** What a person sees at once that they were heard, and how it went. */
export type Reaction = "eyes" | "rocket" | "confused";

/** A comment of ours that answers one of somebody's. */
export interface Reply {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

export interface WantedReply {
  readonly pull: number;
  /** How the reply begins, with what makes it this one: the id of the comment it answers. */
  readonly marker: string;
  /** Begins with `marker`. */
  readonly body: string;
  /** When the comment it answers was written, in milliseconds since 1970: no reply is older. */
  readonly since: number;
}

const reading: Purpose = { request: "the list of comments", permission: "pull-requests: write" };
const writing: Purpose = { request: "the reply", permission: "pull-requests: write" };
const reacting: Purpose = { request: "the reaction", permission: "pull-requests: write" };

/** Reacts to a comment; once, however often it is asked for. @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused` */
export async function react({ octokit, owner, repo }: Connection, comment: number, content: Reaction): Promise<void> {
  await ask(reacting, () => octokit.rest.reactions.createForIssueComment({ owner, repo, comment_id: comment, content }));
}

/** Our reply with this marker, over all pages; `undefined` when there is none yet. @throws Problem as `react` */
export async function findReply(
  connection: Connection,
  { pull, marker, since }: Pick<WantedReply, "pull" | "marker" | "since">,
): Promise<Reply | undefined> {
  const { octokit, owner, repo } = connection;
  const me = await whoAmI(connection);
  const all = await ask(reading, () =>
    octokit.paginate(octokit.rest.issues.listComments, {
      owner,
      repo,
      issue_number: pull,
      since: new Date(since).toISOString().replace(/\.\d+/u, ""),
      per_page: 100,
    }),
  );
  const found = all.find(({ user, body }) => user?.login === me && body?.startsWith(marker));
  return found && { id: found.id, url: found.html_url, body: found.body ?? "" };
}

/** Writes a reply, unless there is one with its marker: that one is given as it is. @throws Problem as `react`, and `github-rejected` */
export async function replyTo(connection: Connection, reply: WantedReply): Promise<Reply & { readonly isNew: boolean }> {
  const there = await findReply(connection, reply);
  if (there !== undefined) return { ...there, isNew: false };
  const { octokit, owner, repo } = connection;
  const { pull, body } = reply;
  const send = async (): Promise<Reply> => {
    const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pull, body, request: { retries: 0 } });
    return { id: data.id, url: data.html_url, body };
  };
  // A request whose answer got lost may have been carried out: look before it is sent again.
  return { ...(await once(writing, send, () => findReply(connection, reply))), isNew: true };
}

/** Writes a reply anew. @throws Problem as `replyTo` */
export async function editReply({ octokit, owner, repo }: Connection, id: number, body: string): Promise<void> {
  await ask(writing, () => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
}
