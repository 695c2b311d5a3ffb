import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addComment } from "../support/github/answers/comments.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { type Finished, runJob } from "../support/github/job.ts";
import { scenario, shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import type { Author, Comment } from "../support/github/state.ts";

/** Comments as commands: the Action as a process, as a workflow on `issue_comment` would run it, against the loopback GitHub. */

vi.setConfig({ testTimeout: 300_000 });

const ana: Author = { login: "ana", type: "User", id: 7 };
const number = 412;

let github: LoopbackGitHub;
let base: string;
let head: string;

beforeEach(async () => {
  github = await startGitHub();
  const { objects, refs, people, pulls } = github.state;
  base = addCommit(objects, shop);
  head = addCommit(objects, scenario("traffic-split"), [base]);
  refs.set("refs/heads/main", base);
  refs.set(`refs/pull/${number}/head`, head);
  people.set("ana", { id: 7, role: "write" });
  const author: Author = { login: "cleo", type: "User", id: 8 };
  pulls.set(number, { number, author, isFork: false, isDraft: false, state: "open", head, base, mergeCommit: undefined, reviews: [] });
});
afterEach(() => github.stop());

/** Somebody writes a comment, and the workflow runs. */
function write(body: string, { author = ana, event = {} }: { readonly author?: Author; readonly event?: object } = {}): Promise<Finished> {
  return hear(addComment(github.state, { issue: number, author, body }), event);
}

function hear(comment: Comment, event: object = {}): Promise<Finished> {
  return runJob({ github, eventName: "issue_comment", event: { ...issueCommentEvent(comment), ...event } });
}

const replies = (): readonly string[] => github.state.comments.filter(({ author }) => author.type === "Bot").map(({ body }) => body);
const reactions = (comment = github.state.comments[0]): readonly string[] => comment?.reactions.map(({ content }) => content) ?? [];

describe("a command in a comment", () => {
  it("is answered once, with a reaction at once and one at the end; heard again it is found answered", async () => {
    const first = await write("Please:\n\n/isthmus help\n");
    expect([first.code, first.outputs["decision"], first.outputs["reason-code"]]).toEqual([0, "pass", "answered"]);
    expect(replies()).toEqual([expect.stringContaining("What you may ask for here")]);
    expect(replies()[0]).toMatch(/^<!-- isthmus:reply comment=\d+ answered -->\n/u);
    expect(first.outputs["comment-url"]).toContain(`#issuecomment-${github.state.comments[1]?.id}`);
    expect(reactions()).toEqual(["eyes", "rocket"]);

    const writes = github.writes().length;
    const comment = github.state.comments[0];
    if (comment === undefined) throw new Error("the comment is gone");
    const second = await hear(comment);
    expect([second.code, second.outputs["reason-code"]]).toEqual([0, "nothing_to_do"]);
    expect(replies()).toHaveLength(1);
    // The reaction that is there already is asked for again, and GitHub makes no second one.
    expect(github.writes().length - writes).toBeLessThanOrEqual(1);
  });
});
