import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openQueue } from "../../src/adapters/queue/index.ts";
import { type Bot, canaries, type Lodging, lodging, startBot, until } from "../support/bot.ts";
import { addCheckRun } from "../support/github/answers/checks.ts";
import { addComment } from "../support/github/answers/comments.ts";
import { issueCommentEvent, requestedActionEvent } from "../support/github/events.ts";
import { deliver, redeliver } from "../support/github/hook.ts";
import { pullRequestEvent } from "../support/github/job.ts";
import { scenario, shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import type { Author } from "../support/github/state.ts";

/** The bot as a process: webhooks in, what stands on the pull request afterwards out. */

// Processes that start the chart engine: seconds each, on a busy machine many.
vi.setConfig({ testTimeout: 300_000 });

let github: LoopbackGitHub;
let home: Lodging;
let bot: Bot | undefined;
let base: string;
let head: string;

beforeEach(async () => {
  github = await startGitHub();
  home = lodging();
  base = addCommit(github.state.objects, shop);
  head = addCommit(github.state.objects, scenario("pull-request"), [base]);
  const { refs, people, pulls } = github.state;
  refs.set("refs/heads/main", base);
  refs.set("refs/pull/412/head", head);
  people.set("ana", { id: 7, role: "write" });
  const author: Author = { login: "cleo", type: "User", id: 8 };
  pulls.set(412, { number: 412, author, isFork: false, isDraft: false, state: "open", head, base, mergeCommit: undefined, reviews: [] });
});
afterEach(async () => {
  await bot?.end("SIGKILL");
  bot = undefined;
  home.away();
  await github.stop();
});

const start = async (env: Readonly<Record<string, string>> = {}): Promise<Bot> => {
  bot = await startBot({ github, file: home.file, env });
  return bot;
};

/** As GitHub sends it to an App: with the installation. */
function opened(action = "opened"): object {
  return { ...pullRequestEvent({ number: 412, base, head, action }), installation: { id: 7 } };
}

const works = (bot: Bot, outcome: string): number =>
  bot.lines().filter((line) => line["said"] === "Work ended" && line["outcome"] === outcome).length;

const hasFailed = (bot: Bot): Error | false => works(bot, "again") + works(bot, "dead") > 0 && new Error(bot.log());

describe("a pull request", () => {
  it("whose webhook did not arrive is judged all the same", async () => {
    await (await start()).end();
    await deliver(github.state, { event: "pull_request", payload: opened(), isLost: true });
    const bot = await start({ SWEEP_MINUTES: "5" });
    await until(
      () => works(bot, "done") === 1,
      () => hasFailed(bot),
    );
    expect(github.state.comments).toHaveLength(1);
    expect(await bot.metrics()).toContain("isthmus_swept_webhooks_total 1\n");
  });

  it("is judged as the Action judges it: one comment, check runs on its head, nothing the second time; no secret is printed", async () => {
    const bot = await start();
    const delivery = await deliver(github.state, { event: "pull_request", payload: opened() });
    expect(delivery.statusCode).toBe(202);
    await until(
      () => works(bot, "done") === 1,
      () => hasFailed(bot),
    );
    expect(github.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining(`<!-- isthmus:v1 head=${head} plan=`)]);
    expect(github.state.checkRuns.find(({ name }) => name === "isthmus / plan")).toMatchObject({ headSha: head, conclusion: "failure" });
    const writes = github.writes().filter(({ path }) => !path.endsWith("/access_tokens")).length;
    await deliver(github.state, { event: "pull_request", payload: opened("reopened") });
    await until(
      () => works(bot, "done") === 2,
      () => hasFailed(bot),
    );
    expect(github.writes().filter(({ path }) => !path.endsWith("/access_tokens"))).toHaveLength(writes);
    expect(await bot.end()).toBe(0);
    for (const canary of [...canaries, ...github.state.installationTokens]) expect(bot.log()).not.toContain(canary);
  });
});

describe("a command in a comment", () => {
  it("is answered once, however often its webhook comes", async () => {
    const bot = await start();
    const comment = addComment(github.state, { issue: 412, author: { login: "ana", type: "User", id: 7 }, body: "/help" });
    const payload = { ...issueCommentEvent(comment), installation: { id: 7 } };
    const codes = [
      await deliver(github.state, { event: "issue_comment", payload }),
      await deliver(github.state, { event: "issue_comment", payload }),
    ];
    expect(codes.map(({ statusCode }) => statusCode)).toEqual([202, 200]);
    await until(
      () => works(bot, "done") === 1,
      () => hasFailed(bot),
    );
    const replies = github.state.comments.filter(({ author }) => author.type === "Bot");
    expect(replies.map(({ body }) => body)).toEqual([expect.stringContaining("What you may ask for here")]);
    expect(comment.reactions.map(({ content }) => content)).toEqual(["eyes", "rocket"]);
  });
});

describe("a button of a check run", () => {
  it("does what the command would, for whoever pressed it, and is answered once, however often its webhook comes", async () => {
    const bot = await start();
    const run = addCheckRun(github.state, {
      headSha: head,
      app: "isthmus",
      name: "isthmus / apply",
      externalId: "isthmus:run pull=412 comment=5",
    });
    const by = (login: string, id: number): Author => ({ login, type: "User", id });
    github.state.people.set("mallory", { id: 66, role: "read" });
    const payload = { ...requestedActionEvent(run, "resume", by("mallory", 66)), installation: { id: 7 } };
    const first = await deliver(github.state, { event: "check_run", payload });
    await until(
      () => works(bot, "done") === 1,
      () => hasFailed(bot),
    );
    const again = await redeliver(github.state, first);
    const byOther = await deliver(github.state, {
      event: "check_run",
      payload: { ...requestedActionEvent(run, "resume", by("ana", 7)), installation: { id: 7 } },
    });
    expect([first.statusCode, again.statusCode, byOther.statusCode]).toEqual([202, 200, 202]);
    await until(
      () => works(bot, "done") === 2,
      () => hasFailed(bot),
    );
    const replies = github.state.comments.filter(({ author }) => author.type === "Bot").map(({ body }) => body);
    expect(replies).toEqual([expect.stringContaining("`mallory` may not `/resume`"), expect.stringContaining("`/isthmus resume`")]);
    expect(replies[1]).not.toContain("may not");
    expect(replies[0]).toMatch(/^<!-- isthmus:reply button=\S+ answered -->\n<sub>`mallory` asked \[here\]\(\S+\/runs\/\d+\)/u);
  });
});

describe("a bot whose log nobody reads any more", () => {
  it("goes on with its work, and so do its hands", async () => {
    const bot = await start();
    bot.process.stdout?.destroy();
    bot.process.stderr?.destroy();
    const comment = addComment(github.state, { issue: 412, author: { login: "ana", type: "User", id: 7 }, body: "/help" });
    await deliver(github.state, { event: "issue_comment", payload: { ...issueCommentEvent(comment), installation: { id: 7 } } });
    await until(
      () => comment.reactions.length === 2,
      () => bot.process.exitCode !== null && new Error("the bot ended"),
    );
    expect(bot.process.exitCode).toBeNull();
  });
});

describe("a bot that is killed", () => {
  it("between the comment and its last word does the work once more, and says nothing twice", async () => {
    const first = await start();
    // It dies when the comment is there and before the queue knows: the answer to that request never comes.
    github.state.faults.push({ method: "POST", path: /\/issues\/412\/comments$/u, kind: "silent-after", times: 1 });
    await deliver(github.state, { event: "pull_request", payload: opened() });
    await until(
      () => github.state.comments.length === 1,
      () => hasFailed(first),
    );
    await first.end("SIGKILL");
    expect(works(first, "done")).toBe(0);
    await release(home.file);
    const second = await start();
    await until(
      () => works(second, "done") === 1,
      () => hasFailed(second),
    );
    expect(github.state.comments).toHaveLength(1);
    const names = github.state.checkRuns.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it("at any moment has lost nothing that GitHub saw acknowledged", async () => {
    const first = await start();
    const payloads = Array.from({ length: 40 }, (_, index) => ({ ...opened("synchronize"), number: index }));
    const sent = payloads.map((payload) => deliver(github.state, { event: "pull_request", payload }));
    await sent[10];
    await first.end("SIGKILL");
    const deliveries = await Promise.all(sent);
    const acknowledged = deliveries.filter(({ statusCode }) => statusCode === 202).map(({ guid }) => guid);
    expect(acknowledged.length).toBeGreaterThanOrEqual(11);
    const queue = await openQueue({ url: undefined, file: home.file });
    expect(await queue.known(acknowledged)).toEqual(new Set(acknowledged));
    await queue.close();
  });
});

/** Lets the holds of a dead bot end now instead of in a minute. */
async function release(file: string): Promise<void> {
  const base = new DatabaseSync(file);
  base.exec("UPDATE work SET due = 0 WHERE state = 'running'");
  base.close();
}
