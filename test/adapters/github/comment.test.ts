import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, upsertComment } from "../../../src/adapters/github/index.ts";
import { Problem } from "../../../src/model/problem.ts";
import { Secret } from "../../../src/model/secret.ts";
import { addComment } from "../../support/github/answers/comments.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";
import { bot } from "../../support/github/state.ts";

const marker = "<!-- isthmus:v1 preview -->";
const ana = { login: "ana", type: "User", id: 7 } as const;
let github: LoopbackGitHub;

beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.stop());

function post(text: string, create = true) {
  const { state, apiUrl } = github;
  const connection = connect({ token: new Secret(state.token.value), apiUrl, owner: state.owner, repo: state.repo });
  return upsertComment(connection, { pull: 412, marker, body: `${marker}\n${text}`, create });
}

describe("the one comment", () => {
  it("is written once, edited when it says something else, and left alone when it does not", async () => {
    expect((await post("one")).kind).toBe("created");
    expect((await post("two")).kind).toBe("updated");
    expect((await post("two")).kind).toBe("unchanged");
    expect(github.state.comments.map(({ body }) => body)).toEqual([`${marker}\ntwo`]);
    expect(github.writes()).toHaveLength(2);
  });

  it("is found on the third page", async () => {
    for (let number = 0; number < 250; number += 1) addComment(github.state, { issue: 412, author: ana, body: `talk ${number}` });
    const ours = addComment(github.state, { issue: 412, author: bot, body: `${marker}\nold` });
    addComment(github.state, { issue: 412, author: ana, body: "more talk" });
    expect((await post("new")).kind).toBe("updated");
    expect(ours.body).toBe(`${marker}\nnew`);
    expect(github.log.filter(({ method }) => method === "GET")).toHaveLength(3);
  });

  it("never touches somebody else's comment that carries our marker", async () => {
    const theirs = addComment(github.state, { issue: 412, author: ana, body: `${marker}\nfake` });
    const otherBot = addComment(github.state, { issue: 412, author: { login: "evil[bot]", type: "Bot", id: 9 }, body: `${marker}\nfake` });
    expect((await post("real")).kind).toBe("created");
    expect([theirs.body, otherBot.body]).toEqual([`${marker}\nfake`, `${marker}\nfake`]);
    expect(github.state.comments).toHaveLength(3);
  });

  it("starts anew when ours was folded away, and puts back what a human edited", async () => {
    addComment(github.state, { issue: 412, author: bot, body: `${marker}\nfolded`, minimized: true });
    expect((await post("new")).kind).toBe("created");
    const ours = github.state.comments[1];
    if (ours) ours.body = `${marker}\nedited by hand`;
    expect((await post("new")).kind).toBe("updated");
    expect(ours?.body).toBe(`${marker}\nnew`);
  });

  it("ignores the comments of other pull requests and text that only quotes the marker", async () => {
    addComment(github.state, { issue: 411, author: bot, body: `${marker}\nother` });
    addComment(github.state, { issue: 412, author: bot, body: `> ${marker}` });
    expect((await post("new")).kind).toBe("created");
  });

  it("is not begun when it is not wanted, but brought up to date when it is there", async () => {
    expect((await post("nothing changes", false)).kind).toBe("not-needed");
    await post("something changes");
    expect((await post("nothing changes", false)).kind).toBe("updated");
  });
});

describe("when GitHub is in trouble", () => {
  const anyComment = /comments/u;

  it.each(["status-500", "reset", "reset-after"] as const)("writes exactly one comment over a %s", async (kind) => {
    github.state.faults.push({ method: "POST", path: anyComment, kind, times: 1 });
    expect((await post("one")).kind).toBe("created");
    expect(github.state.comments).toHaveLength(1);
  });

  it("repeats a list that failed", async () => {
    github.state.faults.push({ method: "GET", path: anyComment, kind: "status-500", times: 1 });
    expect((await post("one")).kind).toBe("created");
  });

  it("waits out a short secondary limit", async () => {
    github.state.writesBeforeLimit = 0;
    expect((await post("one")).kind).toBe("created");
    expect(github.state.comments).toHaveLength(1);
  });

  it("does not wait an hour for the primary limit", async () => {
    github.state.faults.push({ method: "POST", path: anyComment, kind: "primary-limit", times: 9 });
    await expect(post("one")).rejects.toMatchObject({ code: "github-rate-limited" });
  });

  it("gives up after three tries, as a problem", async () => {
    github.state.faults.push({ method: "POST", path: anyComment, kind: "status-500", times: 9 });
    await expect(post("one")).rejects.toMatchObject({ code: "github-unreachable" });
  });

  it("names the permission that is missing", async () => {
    github.state.token = { ...github.state.token, permissions: { contents: "read" } };
    const refused = await post("one").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: "github-forbidden", remedy: "Give the job the permission it lacks: `pull-requests: write`." });
    github.state.token = { ...github.state.token, permissions: { "pull-requests": "read" } };
    await expect(post("one")).rejects.toMatchObject({ remedy: "Give the job the permission it lacks: `pull-requests: write`." });
  });

  it("says that the token was refused, and never says the token", async () => {
    const { token } = github.state;
    github.state.token = { ...token, value: "another" };
    const connection = connect({ token: new Secret("ghs_canary"), apiUrl: github.apiUrl, owner: "shop", repo: "mesh" });
    const refused = await upsertComment(connection, { pull: 1, marker, body: marker, create: true }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "github-token-refused" });
    expect(`${refused}${JSON.stringify(refused)}`).not.toContain("ghs_canary");
  });

  it("reports a body that GitHub finds too long as our mistake", async () => {
    await expect(post("x".repeat(65_536))).rejects.toMatchObject({ code: "github-rejected" });
  });
});

describe("GitHub Enterprise Server", () => {
  it("is reached by its API address, GraphQL included", async () => {
    await github.stop();
    github = await startGitHub({ prefix: "/api/v3" });
    expect((await post("one")).kind).toBe("created");
    expect(github.log.map(({ path }) => path)).toContain("/api/graphql");
  });
});
