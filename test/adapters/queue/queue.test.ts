import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openQueue } from "../../../src/adapters/queue/index.ts";
import type { Arrival } from "../../../src/model/work.ts";
import type { Queue } from "../../../src/world.ts";
import { type Postgres, postgresFolder, startPostgres } from "../../support/postgres.ts";

/** One contract for both databases; PostgreSQL is a real server. */

const folder = mkdtempSync(join(tmpdir(), "isthmus-queue-"));
const postgres = postgresFolder();
let server: Postgres | undefined;

beforeAll(async () => {
  if (postgres !== undefined) server = await startPostgres(postgres);
}, 60_000);

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const arrival = (id: string, more: Partial<Arrival> = {}): Arrival => ({
  id,
  deed: undefined,
  line: "shop/mesh#1",
  kind: "issue_comment.created",
  body: `{"id":"${id}"}`,
  at: 1_000,
  ...more,
});

const databases = [
  { name: "SQLite", isHere: true, isServer: false, at: (number: number) => ({ url: undefined, file: join(folder, `${number}.db`) }) },
  {
    name: postgres === undefined ? "PostgreSQL (skipped: no initdb on this machine)" : "PostgreSQL",
    isHere: postgres !== undefined,
    isServer: true,
    at: () => ({ url: server?.url, file: "" }),
  },
];

describe.each(databases)("a queue in $name", ({ isHere, at }) => {
  let number = 0;

  /** A queue with nothing in it. */
  const fresh = async (): Promise<Queue> => {
    number += 1;
    const { url, file } = at(number);
    if (url !== undefined) await dropped(url);
    return openQueue({ url, file });
  };

  const test = it.skipIf(!isHere);

  test("tells each of a burst that comes at once whether it was new, also those that are the same", async () => {
    const queue = await fresh();
    const burst = ["a", "b", "a", "c", "d"].map((id) => arrival(id, id === "d" ? { deed: "one" } : id === "c" ? { deed: "one" } : {}));
    const answers = await Promise.all(burst.map((one) => queue.accept(one)));
    expect(answers.filter((answer) => answer === "new")).toHaveLength(3);
    expect(await queue.known(["a", "b", "c", "d"])).toHaveProperty("size", 3);
    expect((await queue.figures()).waiting).toBe(3);
    await queue.close();
  });

  test("keeps an arrival once, by its id and by its deed", async () => {
    const queue = await fresh();
    expect(await queue.accept(arrival("a", { deed: "comment 7" }))).toBe("new");
    expect(await queue.accept(arrival("a"))).toBe("known");
    expect(await queue.accept(arrival("b", { deed: "comment 7" }))).toBe("known");
    expect(await queue.accept(arrival("c"))).toBe("new");
    expect(await queue.known(["a", "b", "c", "d"])).toEqual(new Set(["a", "c"]));
    expect(await queue.figures()).toMatchObject({ waiting: 2, running: 0, done: 0, dead: 0, oldest: 1_000 });
    await queue.close();
  });

  test("hands out what came, byte for byte, and once", async () => {
    const queue = await fresh();
    const body = JSON.stringify({ text: "\u0001 \u2028 'quoted' \\ \u{1f6a2}".repeat(2_000) });
    await queue.accept(arrival("a", { body, deed: "comment 1" }));
    const work = await queue.claim({ now: 2_000, until: 3_000 });
    expect(work).toEqual({ ...arrival("a", { body, deed: "comment 1" }), attempt: 1, hold: expect.any(String) });
    expect(await queue.claim({ now: 2_000, until: 3_000 })).toBeUndefined();
    expect(work && (await queue.finish(work, 2_500))).toBe(true);
    expect(work && (await queue.finish(work, 2_500))).toBe(false);
    expect(await queue.claim({ now: 9_000, until: 9_999 })).toBeUndefined();
    expect(await queue.accept(arrival("a"))).toBe("known");
    await queue.close();
  });

  test("works a line in order and one at a time, and lines beside each other", async () => {
    const queue = await fresh();
    for (const [id, line] of [
      ["a1", "a"],
      ["a2", "a"],
      ["b1", "b"],
    ] as const)
      await queue.accept(arrival(id, { line }));
    const [first, second, none] = [await claim(queue), await claim(queue), await claim(queue)];
    expect([first?.id, second?.id, none]).toEqual(["a1", "b1", undefined]);
    if (first) await queue.finish(first, 2_000);
    expect((await claim(queue))?.id).toBe("a2");
    await queue.close();
  });

  test("gives work whose holder is silent to another, who alone may finish it", async () => {
    const queue = await fresh();
    await queue.accept(arrival("a"));
    const lost = await queue.claim({ now: 2_000, until: 3_000 });
    expect(await queue.claim({ now: 2_999, until: 9_000 })).toBeUndefined();
    const taken = await queue.claim({ now: 3_000, until: 9_000 });
    expect([lost?.attempt, taken?.attempt]).toEqual([1, 2]);
    if (lost === undefined || taken === undefined) throw expect.fail();
    expect(await queue.keep(lost, 99_000)).toBe(false);
    expect(await queue.finish(lost, 4_000)).toBe(false);
    expect(await queue.giveBack(lost, { from: 0, why: "late" })).toBe(false);
    expect(await queue.keep(taken, 10_000)).toBe(true);
    expect(await queue.claim({ now: 9_500, until: 20_000 })).toBeUndefined();
    expect(await queue.finish(taken, 9_600)).toBe(true);
    await queue.close();
  });

  test("tries again when asked, lets nothing of that line pass, and gives up when told", async () => {
    const queue = await fresh();
    await queue.accept(arrival("a"));
    await queue.accept(arrival("b"));
    const work = (await claim(queue)) ?? expect.fail();
    expect(await queue.giveBack(work, { from: 5_000, why: "GitHub did not answer" })).toBe(true);
    expect(await claim(queue, 4_999)).toBeUndefined();
    const again = (await claim(queue, 5_000)) ?? expect.fail();
    expect([again.id, again.attempt]).toEqual(["a", 2]);
    await queue.giveBack(again, { from: undefined, why: "GitHub said 404" });
    expect(await queue.dead()).toEqual([
      { id: "a", line: "shop/mesh#1", kind: "issue_comment.created", at: 1_000, attempts: 2, why: "GitHub said 404" },
    ]);
    expect((await claim(queue, 5_001))?.id).toBe("b");
    expect(await queue.revive(["a", "b", "x"], 6_000)).toBe(1);
    expect(await queue.figures()).toMatchObject({ waiting: 1, running: 1, dead: 0 });
    await queue.close();
  });

  test("keeps one note for each key, the newest, and tells the works that came last", async () => {
    const queue = await fresh();
    await queue.note({ key: "b", at: 2, body: "{}" });
    await queue.note({ key: "a", at: 5, body: '{"x":"ü"}' });
    await queue.note({ key: "a", at: 4, body: "older" });
    await queue.note({ key: "b", at: 3, body: "newer" });
    expect(await queue.notes()).toEqual([
      { key: "a", at: 5, body: '{"x":"ü"}' },
      { key: "b", at: 3, body: "newer" },
    ]);
    for (const id of ["one", "two", "three"]) await queue.accept(arrival(id, { line: id }));
    const work = (await claim(queue)) ?? expect.fail();
    await queue.finish(work, 4_000);
    expect(await queue.recent(2)).toMatchObject([
      { id: "three", state: "waiting", ended: undefined, attempts: 0 },
      { id: "two", state: "waiting" },
    ]);
    expect((await queue.recent(9)).at(-1)).toEqual({
      id: "one",
      line: "one",
      kind: "issue_comment.created",
      at: 1_000,
      state: "done",
      attempts: 1,
      ended: 4_000,
    });
    await queue.close();
  });

  test("forgets what is done and nothing else", async () => {
    const queue = await fresh();
    for (const id of ["a", "b", "c"]) await queue.accept(arrival(id, { line: id }));
    const [a, b] = [(await claim(queue)) ?? expect.fail(), (await claim(queue)) ?? expect.fail()];
    await queue.finish(a, 2_000);
    await queue.giveBack(b, { from: undefined, why: "no" });
    expect(await queue.forget(2_000)).toBe(0);
    expect(await queue.forget(2_001)).toBe(1);
    expect(await queue.figures()).toMatchObject({ waiting: 1, dead: 1, done: 0 });
    await queue.close();
  });

  test("gives each work to one of many that ask at once", async () => {
    const queue = await fresh();
    const others = await Promise.all([1, 2, 3].map(() => openQueue(at(number))));
    for (let index = 0; index < 60; index++) await queue.accept(arrival(`w${index}`, { line: `line ${index % 20}` }));
    const seen: string[] = [];
    const open = new Map<string, string>();
    const worker = async (own: Queue) => {
      for (let misses = 0; misses < 20; ) {
        const work = await own.claim({ now: 2_000, until: 1e9 });
        if (work === undefined) {
          misses += 1;
          await new Promise((resolve) => setTimeout(resolve, 5));
          continue;
        }
        expect(open.has(work.line), `${work.line} was open with ${open.get(work.line)}`).toBe(false);
        open.set(work.line, work.id);
        seen.push(work.id);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open.delete(work.line);
        expect(await own.finish(work, 3_000)).toBe(true);
      }
    };
    await Promise.all([queue, ...others].map(worker));
    expect(seen.length).toBe(60);
    expect(new Set(seen).size).toBe(60);
    for (let line = 0; line < 20; line++) {
      const own = seen.filter((id) => Number(id.slice(1)) % 20 === line);
      expect(own, "in the order they came").toEqual([`w${line}`, `w${line + 20}`, `w${line + 40}`]);
    }
    await Promise.all([queue, ...others].map((each) => each.close()));
  });
});

// A server may refuse it by then; the file must not keep it without an answer.
it("a queue in SQLite answers what came before it was closed", async () => {
  const queue = await openQueue({ url: undefined, file: join(folder, "closed.db") });
  const last = queue.accept(arrival("last"));
  const [answer] = await Promise.all([last, queue.close()]);
  expect(answer).toBe("new");
});

describe.each(databases)("a crash with a queue in $name", ({ isHere, at }) => {
  it.skipIf(!isHere)("of the bot loses nothing that was acknowledged", async () => {
    const options = at(1_000);
    const acknowledged = await acceptUntilKilled(options, 40);
    const queue = await openQueue(options);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(await queue.known(acknowledged)).toEqual(new Set(acknowledged));
    await queue.close();
  });
});

describe.each(databases.filter(({ isServer }) => isServer))("a crash of $name", ({ isHere, at }) => {
  it.skipIf(!isHere)("is a problem until it is back, and then nothing is lost", async () => {
    await dropped(server?.url ?? "");
    const queue = await openQueue(at(0));
    for (let index = 0; index < 20; index++) await queue.accept(arrival(`w${index}`));
    await server?.kill();
    await expect(queue.accept(arrival("late"))).rejects.toMatchObject({ code: "queue-unavailable" });
    await server?.start();
    expect(await queue.figures()).toMatchObject({ waiting: 20 });
    expect((await claim(queue))?.id).toBe("w0");
    await queue.close();
  });
});

/** Has a process accept work and say each id once it was acknowledged; kills it with SIGKILL after `count`. Gives all ids it said. */
function acceptUntilKilled(options: object, count: number): Promise<readonly string[]> {
  const program = `
    const { openQueue } = await import(${JSON.stringify(new URL("../../../src/adapters/queue/index.ts", import.meta.url).href)});
    const queue = await openQueue(${JSON.stringify(options)});
    for (let index = 0; ; index++) {
      await queue.accept({ id: "k" + index, deed: undefined, line: "l", kind: "push", body: "x".repeat(5000), at: 1 });
      console.log("k" + index);
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split("\n").length > count) child.kill("SIGKILL");
    });
    // What follows the last end of line was cut in the middle.
    child.on("close", () => resolve(said.split("\n").slice(0, -1)));
  });
}

/** Ends the database's memory of everything before. */
async function dropped(url: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("DROP SCHEMA IF EXISTS isthmus CASCADE");
  await client.end();
}

function claim(queue: Queue, now = 2_000) {
  return queue.claim({ now, until: now + 60_000 });
}

describe("what cannot be opened", () => {
  it.each([
    ["a folder that is not there", { url: undefined, file: "/nowhere/queue.db" }],
    ["a server that does not answer", { url: "postgres://isthmus:hunter2@127.0.0.1:9/mesh", file: "" }],
    ["an address that is none", { url: "hunter2 not an address", file: "" }],
  ])("%s is one problem, without the password", async (_, options) => {
    const error: unknown = await openQueue(options).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: "queue-unavailable" });
    expect(String(error)).not.toContain("hunter2");
  });
});
