import { type Answer, type Asked, invalid, type Operation, page, refusal } from "../answer.ts";
import { type Author, type Comment, type State, stamp, tick } from "../state.ts";
import { speaker, user } from "./people.ts";

const longestBody = 65_536;

export const listComments: Operation = {
  permission: "pull-requests",
  access: "read",
  run(asked) {
    const { state, path, query } = asked;
    const since = Date.parse(query.get("since") ?? "1970-01-01T00:00:00Z");
    const found = state.comments.filter(({ issue, createdAt }) => issue === Number(path["issue_number"]) && createdAt >= since);
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/issues/${path["issue_number"]}/comments`, found);
    return { status: 200, headers, body: items.map((comment) => shown(asked, comment)) };
  },
};

/** Comments of all issues: how lost deliveries are found. */
export const listAllComments: Operation = {
  permission: "issues",
  or: "pull-requests",
  access: "read",
  run(asked) {
    const { state, path } = asked;
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/issues/comments`, state.comments);
    return { status: 200, headers, body: items.map((comment) => shown(asked, comment)) };
  },
};

export const getComment: Operation = {
  permission: "issues",
  or: "pull-requests",
  access: "read",
  run(asked) {
    const comment = asked.state.comments.find(({ id }) => id === Number(asked.path["comment_id"]));
    return comment ? { status: 200, body: shown(asked, comment) } : refusal(404, "Not Found");
  },
};

export const createComment: Operation = {
  permission: "pull-requests",
  access: "write",
  run(asked) {
    const { state, path, body } = asked;
    const text = String(body["body"]);
    const refused = refuseBody(text);
    if (refused) return refused;
    const comment = addComment(state, { issue: Number(path["issue_number"]), author: speaker(state), body: text });
    return { status: 201, body: shown(asked, comment) };
  },
};

export const updateComment: Operation = {
  permission: "pull-requests",
  access: "write",
  run(asked) {
    const { state, path, body } = asked;
    const comment = state.comments.find((candidate) => candidate.id === Number(path["comment_id"]));
    if (!comment) return refusal(404, "Not Found");
    if (comment.author.login !== state.token.login) return refusal(403, "Resource not accessible by integration");
    const text = String(body["body"]);
    const refused = refuseBody(text);
    if (refused) return refused;
    comment.body = text;
    comment.writes += 1;
    return { status: 200, body: shown(asked, comment) };
  },
};

function refuseBody(text: string): Answer | undefined {
  if (text.trim() === "") return invalid("IssueComment", "body", "body can't be blank");
  // GitHub counts characters, not UTF-16 units and not bytes.
  return [...text].length > longestBody
    ? invalid("IssueComment", "body", `body is too long (maximum is ${longestBody} characters)`)
    : undefined;
}

/** Puts a comment there as if it had been written before the test began. */
export function addComment(
  state: State,
  comment: { readonly issue: number; readonly author: Author; readonly body: string; readonly minimized?: boolean },
): Comment {
  const made: Comment = { minimized: false, reactions: [], ...comment, id: state.nextId++, writes: 1, createdAt: tick(state) };
  state.comments.push(made);
  return made;
}

function shown({ origin, path, state }: Asked, comment: Comment): object {
  const repository = `${origin}/repos/${path["owner"]}/${path["repo"]}`;
  const url = `${repository}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url,
    html_url: `https://github.com/${state.owner}/${state.repo}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${repository}/issues/${comment.issue}`,
    body: comment.body,
    user: user(origin, comment.author),
    created_at: stamp(comment.createdAt),
    updated_at: stamp(comment.createdAt),
    // What somebody is to the repository now is not told here: it is never a reason to let anybody do anything.
    author_association: "NONE",
    reactions: rollup(url, comment),
    minimized: comment.minimized ? { reason: "outdated" } : null,
  };
}

const contents = ["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"] as const;

function rollup(url: string, { reactions }: Comment): object {
  const counts = contents.map((content) => [content, reactions.filter((one) => one.content === content).length]);
  return { url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) };
}
