import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addComment } from "../../support/github/answers/comments.ts";
import { issueCommentEvent, requestedActionEvent, reviewEvent } from "../../support/github/events.ts";
import { deliver } from "../../support/github/hook.ts";
import { addCommit } from "../../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";
import type { Author, Pull } from "../../support/github/state.ts";

/**
 * The loopback GitHub itself: what commands and approvals ask of it. Every request and answer is held to GitHub's description when it stops; what the description does not
 * say (who counts as a member, what a second reaction answers) is said by GitHub's reference and held here.
 */

let github: LoopbackGitHub;
const repo = "/repos/shop/mesh";
const ana: Author = { login: "ana", type: "User", id: 11 };

beforeEach(async () => {
  github = await startGitHub();
  github.state.token = {
    ...github.state.token,
    permissions: { contents: "read", "pull-requests": "write", checks: "write", members: "read", statuses: "read" },
  };
});
afterEach(() => github.stop());

async function ask(method: string, path: string, body?: object, token = github.state.token.value) {
  const answer = await fetch(`${github.apiUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
}

describe("reactions", () => {
  it("stand once for each person and word, count in the comment, and go away", async () => {
    const { id } = addComment(github.state, { issue: 7, author: ana, body: "/plan" });
    const path = `${repo}/issues/comments/${id}/reactions`;
    const first = await ask("POST", path, { content: "eyes" });
    expect([first.status, (await ask("POST", path, { content: "eyes" })).status]).toEqual([201, 200]);
    expect((await ask("GET", `${repo}/issues/comments/${id}`)).body.reactions).toMatchObject({ total_count: 1, eyes: 1, rocket: 0 });
    expect((await ask("GET", `${path}?content=eyes`)).body).toMatchObject([{ content: "eyes", user: { login: "github-actions[bot]" } }]);
    expect((await ask("DELETE", `${path}/${first.body.id}`)).status).toBe(204);
    expect((await ask("GET", path)).body).toEqual([]);
    expect((await ask("GET", `${repo}/issues/comments?per_page=1`)).body).toMatchObject([{ id }]);
  });
});

describe("who somebody is", () => {
  beforeEach(() => {
    const people = { ana: "admin", ben: "maintain", cem: "write", dee: "triage", eve: "read", mallory: "none" } as const;
    Object.entries(people).forEach(([login, role], index) => github.state.people.set(login, { id: 20 + index, role }));
  });

  it.each([
    ["ana", "admin", "admin"],
    ["ben", "write", "maintain"],
    ["cem", "write", "write"],
    ["dee", "read", "triage"],
    ["eve", "read", "read"],
    ["mallory", "none", "none"],
  ])("%s has permission %s and role %s", async (login, permission, role) => {
    expect((await ask("GET", `${repo}/collaborators/${login}/permission`)).body).toMatchObject({ permission, role_name: role });
  });

  it("reads everywhere in a public repository, and is nobody without an account", async () => {
    github.state.isPublic = true;
    expect((await ask("GET", `${repo}/collaborators/mallory/permission`)).body.permission).toBe("read");
    expect((await ask("GET", `${repo}/collaborators/ghost/permission`)).status).toBe(404);
  });

  it("is a member of a team by being in a team below it, and not by an invitation", async () => {
    const team = (slug: string, parent: string | undefined, members: readonly string[], invited: readonly string[] = []) =>
      github.state.teams.set(slug, {
        id: github.state.nextId++,
        slug,
        parent,
        members: new Map(members.map((login) => [login, "member"])),
        invited: new Set(invited),
      });
    team("mesh", undefined, ["ana"], ["eve"]);
    team("mesh-eu", "mesh", ["ben"]);
    team("mesh-eu-night", "mesh-eu", ["cem"]);
    const state = async (login: string) => {
      const { status, body } = await ask("GET", `/orgs/shop/teams/mesh/memberships/${login}`);
      return status === 200 ? body.state : status;
    };
    expect(await Promise.all(["ana", "ben", "cem", "eve", "dee"].map(state))).toEqual(["active", "active", "active", "pending", 404]);
    expect((await ask("GET", "/orgs/shop/teams/mesh/members")).body.map(({ login }: Author) => login)).toEqual(["ana", "ben", "cem"]);
    expect((await ask("GET", "/orgs/shop/teams/mesh/teams")).body).toMatchObject([{ slug: "mesh-eu", parent: { slug: "mesh" } }]);
    expect((await ask("GET", "/orgs/shop/teams/mesh")).body).toMatchObject({ members_count: 3, parent: null });
    expect((await ask("GET", "/orgs/other/teams/mesh")).status).toBe(404);
  });
});

describe("a pull request", () => {
  let pull: Pull;
  beforeEach(() => {
    const base = addCommit(github.state.objects, { "mesh.yaml": "a" });
    const head = addCommit(github.state.objects, { "mesh.yaml": "b" }, [base]);
    pull = { number: 7, author: ana, isFork: false, isDraft: false, state: "open", head, base, mergeCommit: undefined, reviews: [] };
    github.state.pulls.set(7, pull);
  });

  it("tells its commits, who made it and how it stands, and is found by what it brought", async () => {
    expect((await ask("GET", `${repo}/pulls/7`)).body).toMatchObject({
      number: 7,
      merged: false,
      head: { sha: pull.head },
      user: { login: "ana" },
    });
    pull.mergeCommit = addCommit(github.state.objects, { "mesh.yaml": "b" }, [pull.base, pull.head]);
    pull.state = "closed";
    for (const sha of [pull.mergeCommit, pull.head])
      expect((await ask("GET", `${repo}/commits/${sha}/pulls`)).body).toMatchObject([{ number: 7 }]);
    expect((await ask("GET", `${repo}/commits/${pull.base}/pulls`)).body).toEqual([]);
    expect([(await ask("GET", `${repo}/pulls`)).body.length, (await ask("GET", `${repo}/pulls?state=all`)).body.length]).toEqual([0, 1]);
  });

  it("lists every review with the commit it was of, thirty at a time", async () => {
    for (let index = 0; index < 31; index += 1)
      pull.reviews.push({ id: 100 + index, author: ana, verdict: index === 30 ? "APPROVED" : "COMMENTED", commit: pull.head });
    const first = await ask("GET", `${repo}/pulls/7/reviews`);
    expect([first.body.length, first.headers.get("link")]).toEqual([30, expect.stringContaining('rel="next"')]);
    expect((await ask("GET", `${repo}/pulls/7/reviews?page=2`)).body).toMatchObject([{ state: "APPROVED", commit_id: pull.head }]);
  });

  it("is judged by the newest word of each other tool", async () => {
    const status = (context: string, state: "pending" | "success" | "failure") =>
      github.state.statuses.push({ sha: pull.head, context, state });
    const combined = async () => (await ask("GET", `${repo}/commits/${pull.head}/status`)).body;
    expect((await combined()).state).toBe("pending");
    status("build", "failure");
    status("build", "success");
    expect(await combined()).toMatchObject({ state: "success", total_count: 1 });
    status("scan", "pending");
    expect((await combined()).state).toBe("pending");
  });

  it("has check runs with at most three buttons, and words that fit on them", async () => {
    const run = { name: "isthmus / apply", head_sha: pull.head, status: "in_progress" };
    const actions = [{ label: "Pause", description: "Stop after this object", identifier: "pause" }];
    const made = await ask("POST", `${repo}/check-runs`, { ...run, actions });
    expect(github.state.checkRuns[0]?.actions).toEqual(actions);
    expect((await ask("GET", `${repo}/check-runs/${made.body.id}`)).body.name).toBe("isthmus / apply");
  });
});

describe("the App", () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const seen: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[] = [];
  let bot: Server;
  let status = 200;
  beforeEach(async () => {
    seen.length = 0;
    status = 200;
    bot = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((ready) => bot.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/`;
    github.state.hook = { url, secret: "s3cret", appId: 15368, publicKey: publicKey.export({ type: "spki", format: "pem" }).toString() };
  });
  afterEach(() => new Promise<void>((closed) => bot.close(() => closed())));

  function jwt(claims: object = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iat: now - 30, exp: now + 300, iss: 15368, ...claims })}`;
    return `${text}.${createSign("sha256").update(text).sign(privateKey, "base64url")}`;
  }

  it("signs in with a token of its own making, for a short time and for nobody else, and gets one for an hour", async () => {
    expect((await ask("GET", "/app", undefined, jwt())).body).toMatchObject({ slug: "github-actions" });
    const now = Math.floor(Date.now() / 1000);
    for (const bad of [{ iss: 1 }, { exp: now - 120 }, { exp: now + 3600 }, { iat: now + 600 }])
      expect((await ask("GET", "/app", undefined, jwt(bad))).status).toBe(401);
    const { body } = await ask("POST", "/app/installations/7/access_tokens", undefined, jwt());
    expect((await ask("GET", `${repo}/pulls`, undefined, body.token)).status).toBe(200);
    expect((await ask("GET", `${repo}/pulls`, undefined, jwt())).status).toBe(403);
    expect((await ask("GET", "/app")).status).toBe(401);
    expect((await ask("GET", `${repo}/installation`, undefined, jwt())).body).toMatchObject({ id: 7 });
    expect((await ask("GET", "/app/installations", undefined, jwt())).body).toMatchObject([{ id: 7 }]);
  });

  it("is sent signed events once, whatever it answers; what was lost stands in the list, and is sent again when asked for", async () => {
    const comment = addComment(github.state, { issue: 7, author: ana, body: "/plan" });
    const payload = issueCommentEvent(comment);
    await deliver(github.state, { event: "issue_comment", payload });
    const signature = createHmac("sha256", "s3cret")
      .update(seen[0]?.body ?? "")
      .digest("hex");
    expect(seen[0]?.headers).toMatchObject({ "x-github-event": "issue_comment", "x-hub-signature-256": `sha256=${signature}` });
    status = 500;
    await deliver(github.state, { event: "issue_comment", payload });
    const lost = await deliver(github.state, { event: "issue_comment", payload, isLost: true });
    expect(seen).toHaveLength(2);

    const list = await ask("GET", "/app/hook/deliveries?per_page=2", undefined, jwt());
    expect(list.body).toMatchObject([{ guid: lost.guid, status_code: 502, redelivery: false, action: "created" }, { status_code: 500 }]);
    const next = /<[^>]*(?<path>\/app\/[^>]*)>/u.exec(list.headers.get("link") ?? "")?.groups?.["path"] ?? "";
    expect((await ask("GET", next, undefined, jwt())).body).toMatchObject([{ status_code: 200, status: "OK" }]);

    status = 200;
    expect((await ask("POST", `/app/hook/deliveries/${lost.id}/attempts`, undefined, jwt())).status).toBe(202);
    await vi.waitFor(() => expect(github.state.deliveries).toHaveLength(4));
    expect(seen[2]?.headers["x-github-delivery"]).toBe(lost.guid);
    const [newest] = (await ask("GET", "/app/hook/deliveries", undefined, jwt())).body;
    expect(newest).toMatchObject({ guid: lost.guid, redelivery: true });
    expect((await ask("GET", `/app/hook/deliveries/${newest.id}`, undefined, jwt())).body.request.payload.comment.body).toBe("/plan");
  });

  it("hears of comments without a commit, of reviews and of buttons", () => {
    const comment = addComment(github.state, { issue: 7, author: ana, body: "/apply" });
    expect(issueCommentEvent(comment)).toMatchObject({
      action: "created",
      issue: { number: 7 },
      comment: { id: comment.id, user: { login: "ana" } },
    });
    expect(JSON.stringify(issueCommentEvent(comment))).not.toMatch(/"head":|"sha":/u);
    const pull: Pull = {
      number: 7,
      author: ana,
      isFork: false,
      isDraft: false,
      state: "open",
      head: "a".repeat(40),
      base: "b".repeat(40),
      mergeCommit: undefined,
      reviews: [],
    };
    expect(reviewEvent(pull, ana, "dismissed")).toMatchObject({ action: "dismissed", pull_request: { head: { sha: pull.head } } });
    const run = {
      id: 5,
      headSha: pull.head,
      externalId: "plan:1",
      app: "isthmus",
      name: "n",
      status: "completed",
      conclusion: "success",
      title: "",
      summary: "",
      text: "",
      annotations: [],
      actions: [],
    };
    expect(requestedActionEvent(run, "pause", ana)).toMatchObject({ requested_action: { identifier: "pause" }, check_run: { id: 5 } });
  });
});

describe("the limits of an hour", () => {
  it("are told with every answer, and end it; asking for them is free", async () => {
    github.state.rate.limit = 2;
    expect((await ask("GET", `${repo}/pulls`)).headers.get("x-ratelimit-remaining")).toBe("1");
    await ask("GET", `${repo}/pulls`);
    const refused = await ask("GET", `${repo}/pulls`);
    expect([refused.status, refused.headers.get("x-ratelimit-remaining")]).toEqual([403, "0"]);
    expect((await ask("GET", "/rate_limit")).body.rate).toMatchObject({ limit: 2, remaining: 0, used: 2 });
  });
});
