import { type Asked, type Operation, page, refusal } from "../answer.ts";
import type { Comment, Reaction } from "../state.ts";
import { speaker, user } from "./people.ts";

export const createReaction: Operation = {
  permission: "issues",
  or: "pull-requests",
  access: "write",
  run(asked) {
    const { state, body } = asked;
    const comment = commentOf(asked);
    if (!comment) return refusal(404, "Not Found");
    const content = String(body["content"]);
    const author = speaker(state);
    const there = comment.reactions.find((one) => one.content === content && one.author.login === author.login);
    // "A response with an HTTP 200 status means that you already added the reaction type."
    if (there) return { status: 200, body: shown(asked, there) };
    const made: Reaction = { id: state.nextId++, content, author };
    comment.reactions.push(made);
    return { status: 201, body: shown(asked, made) };
  },
};

export const listReactions: Operation = {
  permission: "issues",
  or: "pull-requests",
  access: "read",
  run(asked) {
    const { path, query } = asked;
    const comment = commentOf(asked);
    if (!comment) return refusal(404, "Not Found");
    const found = comment.reactions.filter(({ content }) => (query.get("content") ?? content) === content);
    const { items, headers } = page(asked, `/repos/${path["owner"]}/${path["repo"]}/issues/comments/${comment.id}/reactions`, found);
    return { status: 200, headers, body: items.map((reaction) => shown(asked, reaction)) };
  },
};

export const deleteReaction: Operation = {
  permission: "issues",
  or: "pull-requests",
  access: "write",
  run(asked) {
    const comment = commentOf(asked);
    const at = comment?.reactions.findIndex(({ id }) => id === Number(asked.path["reaction_id"])) ?? -1;
    if (!comment || at < 0) return refusal(404, "Not Found");
    if (comment.reactions[at]?.author.login !== asked.state.token.login) return refusal(403, "Resource not accessible by integration");
    comment.reactions.splice(at, 1);
    return { status: 204, body: undefined };
  },
};

function commentOf({ state, path }: Asked): Comment | undefined {
  return state.comments.find(({ id }) => id === Number(path["comment_id"]));
}

function shown({ origin }: Asked, { id, content, author }: Reaction): object {
  return { id, node_id: `REA_${id}`, user: user(origin, author), content, created_at: "2026-11-23T08:00:00Z" };
}
