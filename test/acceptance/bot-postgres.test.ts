import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Bot, canaries, lodging, startBot, until, webhookSecret } from "../support/bot.ts";
import { addComment } from "../support/github/answers/comments.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { deliver } from "../support/github/hook.ts";
import { shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import { type Postgres, postgresFolder, startPostgres } from "../support/postgres.ts";

/** Several bots on one PostgreSQL, which is a real server; one of them is killed. */

// Processes that start the chart engine: seconds each, on a busy machine many.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const folder = postgresFolder();
const name = folder === undefined ? "bots on one PostgreSQL (skipped: no initdb on this machine)" : "bots on one PostgreSQL";
const count = 12;

let server: Postgres | undefined;
let github: LoopbackGitHub;
let bots: Bot[] = [];
const home = lodging();

beforeAll(async () => {
  if (folder !== undefined) server = await startPostgres(folder);
});
beforeEach(async () => {
  github = await startGitHub();
  const { refs, people, pulls, objects } = github.state;
  const base = addCommit(objects, shop);
  refs.set("refs/heads/main", base);
  people.set("ana", { id: 7, role: "write" });
  for (let number = 1; number <= count; number++) {
    const head = addCommit(objects, { ...shop, [`notes/${number}.md`]: "x" }, [base]);
    refs.set(`refs/pull/${number}/head`, head);
    const author = { login: "cleo", type: "User", id: 8 } as const;
    pulls.set(number, { number, author, isFork: false, isDraft: false, state: "open", head, base, mergeCommit: undefined, reviews: [] });
  }
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.end("SIGKILL")));
  bots = [];
  await github.stop();
});
afterAll(async () => {
  await server?.stop();
  home.away();
});

const linesOf = (bot: Bot, said: string) =>
  bot
    .lines()
    .filter((line) => line["said"] === said)
    .map(({ id, outcome }) => ({ id: String(id), outcome }));

describe(name, () => {
  it.skipIf(folder === undefined)(
    "answer every comment once, though each webhook reaches two of them and one is killed at work",
    async () => {
      const env = { DATABASE_URL: server?.url ?? "", WORKERS: "1" };
      for (let index = 0; index < 3; index++) bots.push(await startBot({ github, file: home.file, env }));
      const [first, second, third] = bots;
      if (first === undefined || second === undefined || third === undefined) throw new Error("a bot did not start");
      const guids: string[] = [];
      for (let number = 1; number <= count; number++) {
        const comment = addComment(github.state, { issue: number, author: { login: "ana", type: "User", id: 7 }, body: "/help" });
        const payload = { ...issueCommentEvent(comment), installation: { id: 7 } };
        const codes = [];
        for (const bot of [bots[number % 3], bots[(number + 1) % 3]]) {
          if (github.state.hook)
            github.state.hook = { ...github.state.hook, url: `${bot?.url}/api/github/webhooks`, secret: webhookSecret };
          const { statusCode, guid } = await deliver(github.state, { event: "issue_comment", payload });
          codes.push(statusCode);
          if (statusCode === 202) guids.push(guid);
        }
        expect(codes).toEqual([202, 200]);
      }
      // It is killed while it answers: its hand has reacted to the comment and not said everything yet.
      const busy = await until(() => bots.find((bot) => linesOf(bot, "Work begins").length > linesOf(bot, "Work ended").length));
      await busy.end("SIGKILL");
      const ended = new Set(linesOf(busy, "Work ended").map(({ id }) => id));
      const held = linesOf(busy, "Work begins").flatMap(({ id }) => (ended.has(id) ? [] : [id]));
      expect(held.length).toBeGreaterThan(0);
      await query("UPDATE isthmus.work SET due = 0 WHERE state = 'running' AND id = ANY($1)", [held]);
      await until(
        async () => Number((await query("SELECT count(*) AS n FROM isthmus.work WHERE state = 'done'", []))[0]?.["n"]) === count,
        () =>
          bots.some((bot) => linesOf(bot, "Work ended").some(({ outcome }) => outcome === "dead")) &&
          new Error(bots.map((bot) => bot.log()).join("\n")),
      );
      const works = await query("SELECT id, attempt FROM isthmus.work ORDER BY seq", []);
      expect(works.map(({ id }) => id)).toEqual(guids);
      expect(works.filter(({ attempt }) => Number(attempt) > 1).map(({ id }) => id)).toEqual(held);
      const replies = github.state.comments.filter(({ author }) => author.type === "Bot").map(({ issue }) => issue);
      expect(replies.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      const living = bots.filter((bot) => bot !== busy);
      expect(living.every((bot) => linesOf(bot, "Work ended").length > 0)).toBe(true);
      for (const bot of bots) for (const canary of canaries) expect(bot.log()).not.toContain(canary);
    },
  );
});

async function query(sql: string, values: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: server?.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
