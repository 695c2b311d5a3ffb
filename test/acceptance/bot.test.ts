import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Bot, canaries, type Lodging, lodging, startBot, until } from "../support/bot.ts";
import { deliver } from "../support/github/hook.ts";
import { pullRequestEvent } from "../support/github/job.ts";
import { scenario, shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";

/** The bot as a process: webhooks in, what stands on the pull request afterwards out. */

vi.setConfig({ testTimeout: 120_000 });

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
