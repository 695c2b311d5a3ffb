import { exampleOf } from "./examples.ts";
import { type Author, type CheckRun, type Comment, type Pull, stamp } from "./state.ts";

/** Payloads of webhooks: GitHub's examples, with what a test says. Those that start jobs are in `job.ts`. */

const repository = (seed: Readonly<Record<string, unknown>>): object => ({
  ...(seed["repository"] as object),
  full_name: "shop/mesh",
  default_branch: "main",
});

const person = ({ login, id, type }: Author, seed: unknown): object => ({ ...(seed as object), login, id, type });

/** A comment on a pull request. Like GitHub's it tells no commit: whoever acts on it has to ask, and to bind what it was told. */
export function issueCommentEvent(comment: Comment, action: "created" | "edited" | "deleted" = "created"): object {
  const seed = exampleOf("issue_comment", action);
  const { issue, author, body, id, createdAt } = comment;
  const times = { created_at: stamp(createdAt), updated_at: stamp(action === "edited" ? createdAt + 60_000 : createdAt) };
  return {
    ...seed,
    repository: repository(seed),
    sender: person(author, seed["sender"]),
    issue: { ...(seed["issue"] as object), number: issue, pull_request: { url: `https://api.github.com/repos/shop/mesh/pulls/${issue}` } },
    comment: { ...(seed["comment"] as object), id, body, user: person(author, seed["sender"]), ...times },
  };
}

/** Somebody reviewed, or a review lost its verdict. */
export function reviewEvent({ number, head }: Pull, author: Author, action: "submitted" | "dismissed" = "submitted"): object {
  const seed = exampleOf("pull_request_review", action);
  const pull = seed["pull_request"] as Readonly<Record<string, object>>;
  return {
    ...seed,
    repository: repository(seed),
    sender: person(author, seed["sender"]),
    pull_request: { ...pull, number, head: { ...pull["head"], sha: head } },
  };
}

/** Somebody pressed a button of a check run. */
export function requestedActionEvent({ id, headSha, externalId }: CheckRun, identifier: string, author: Author): object {
  const seed = exampleOf("check_run", "requested_action");
  return {
    ...seed,
    repository: repository(seed),
    sender: person(author, seed["sender"]),
    requested_action: { identifier },
    check_run: { ...(seed["check_run"] as object), id, head_sha: headSha, external_id: externalId },
  };
}
