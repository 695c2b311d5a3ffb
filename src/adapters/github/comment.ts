import { ask, once, type Purpose } from "./ask.ts";
import type { Connection } from "./connect.ts";
import { whoAmI } from "./who.ts";

/** The one comment of a pull request. */
export interface StickyComment {
  readonly pull: number;
  /** How our comment begins: nobody's comment that begins otherwise is touched, and nobody else's that begins so either. */
  readonly marker: string;
  /** Begins with `marker`. */
  readonly body: string;
  /** Whether a comment is written when there is none yet. */
  readonly create: boolean;
}

export interface Posted {
  readonly kind: "created" | "updated" | "unchanged" | "not-needed";
  readonly url: string | undefined;
}

interface Found {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

const reading: Purpose = { request: "the list of comments", permission: "pull-requests: write" };
const writing: Purpose = { request: "the pull request comment", permission: "pull-requests: write" };

/**
 * Writes the comment, or brings the one that is there up to date: one write at the most, none when it says the same already.
 * @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`, `github-rejected`
 */
export async function upsertComment(connection: Connection, comment: StickyComment): Promise<Posted> {
  const me = await whoAmI(connection);
  const found = await findComment(connection, comment, me);
  if (found) return update(connection, comment, found);
  if (!comment.create) return { kind: "not-needed", url: undefined };
  return create(connection, comment, me);
}

/** Our newest comment over all pages: ours by beginning and by author, and not folded away by somebody. */
async function findComment({ octokit, owner, repo }: Connection, { pull, marker }: StickyComment, me: string): Promise<Found | undefined> {
  const all = await ask(reading, () =>
    octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: pull, per_page: 100 }),
  );
  const ours = all.filter((comment) => comment.user?.login === me && comment.body?.startsWith(marker) && !isMinimized(comment));
  const newest = ours.at(-1);
  return newest && { id: newest.id, url: newest.html_url, body: newest.body ?? "" };
}

/** Newer than octokit's types; servers that do not know the field do not fold by API either. */
function isMinimized(comment: object): boolean {
  return "minimized" in comment && comment.minimized !== null && comment.minimized !== undefined;
}

async function update({ octokit, owner, repo }: Connection, { body }: StickyComment, found: Found): Promise<Posted> {
  if (sameText(found.body, body)) return { kind: "unchanged", url: found.url };
  await ask(writing, () => octokit.rest.issues.updateComment({ owner, repo, comment_id: found.id, body }));
  return { kind: "updated", url: found.url };
}

/** GitHub may hand text back with other line ends and without white space at its end. */
function sameText(one: string, other: string): boolean {
  return normal(one) === normal(other);
}

function normal(text: string): string {
  return text.replaceAll("\r\n", "\n").trimEnd();
}

/** A request whose answer got lost may have been carried out, and sending it again would leave two comments: look first. */
async function create(connection: Connection, comment: StickyComment, me: string): Promise<Posted> {
  const { octokit, owner, repo } = connection;
  const { pull, body } = comment;
  const send = async () => {
    const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: pull, body, request: { retries: 0 } });
    return { id: data.id, url: data.html_url, body };
  };
  const made = await once(writing, send, () => findComment(connection, comment, me));
  return { ...(await update(connection, comment, made)), kind: "created" };
}
