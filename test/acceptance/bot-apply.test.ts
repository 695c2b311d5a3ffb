import { createHash } from "node:crypto";
import { getPriority } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRoot } from "../../src/adapters/signer/index.ts";
import { objectAt, textAt } from "../../src/model/json.ts";
import type { ApiServer } from "../support/api-server/index.ts";
import { startPlayedCluster } from "../support/api-server/played.ts";
import { type Bot, canaries, type Lodging, lodging, startBot, until } from "../support/bot.ts";
import { addComment } from "../support/github/answers/comments.ts";
import { addReview } from "../support/github/answers/pulls.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { deliver, redeliver } from "../support/github/hook.ts";
import { pushEvent } from "../support/github/job.ts";
import type { Files } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { openPull } from "../support/github/pull-requests.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import type { Author, Delivery } from "../support/github/state.ts";
import { postgresFolder, startPostgres } from "../support/postgres.ts";

/** An apply that the bot carries out, on played clusters, and is killed over. */

// Processes that start the chart engine: seconds each, on a busy machine many.
vi.setConfig({ testTimeout: 300_000 });

const names = ["east", "west"];
const [ana, ben, cleo] = ["ana", "ben", "cleo"].map((login, index): Author => ({ login, type: "User", id: index + 7 })) as [
  Author,
  Author,
  Author,
];
const number = 412;

function files(apply: string): Files {
  const sites = names.map((name) => ({ name, network: `net-${name}`, url: `https://api.${name}.invalid:6443` }));
  const given = meshFiles(sites);
  return { ...given, "mesh.yaml": String(given["mesh.yaml"]).replace("onMerge", apply) };
}

let github: LoopbackGitHub;
let servers: readonly ApiServer[];
let home: Lodging;
let env: Record<string, string>;
let bot: Bot | undefined;

beforeEach(async () => {
  github = await startGitHub();
  const { token, people } = github.state;
  github.state.token = { ...token, permissions: { ...token.permissions, statuses: "read", deployments: "write" } };
  for (const { login, id } of [ana, ben, cleo]) people.set(login, { id, role: "write" });
  servers = await Promise.all(names.map((name) => startPlayedCluster({ name, tls: true })));
  const config = "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n";
  const base = files("onCommand");
  openPull(github.state, { number, author: cleo, base, head: { ...base, "config/all/shop.yaml": config } });
  const { certificate, key } = await createRoot({ organization: "shop", name: "root", days: 30, at: Date.now() });
  const kubeconfigs = servers.map((server, index) => [variable(names[index] ?? ""), server.kubeconfig()] as const);
  env = {
    ROOT_CERT: certificate.pem,
    ROOT_KEY: key.open(),
    APPLY: "true",
    WORKERS: "1",
    VERIFY: "none",
    ...Object.fromEntries(kubeconfigs),
  };
  home = lodging();
});
afterEach(async () => {
  await bot?.vanish();
  bot = undefined;
  home.away();
  await Promise.all(servers.map((server) => server.stop()));
  await github.stop();
});

const ended = (one: Bot): readonly unknown[] =>
  one
    .lines()
    .filter((line) => line["said"] === "Work ended")
    .map(({ outcome }) => outcome);
const said = (start: string): readonly string[] =>
  github.state.comments.filter(({ body }) => body.startsWith(start)).map(({ body }) => body);
const replyTo = (id: number): readonly string[] => said(`<!-- isthmus:reply comment=${id} `);
const receipts = (): readonly string[] => said("<!-- isthmus:receipt ");

/** Gives the number of the comment. */
async function say(body: string): Promise<number> {
  const comment = addComment(github.state, { issue: number, author: ana, body });
  await deliver(github.state, { event: "issue_comment", payload: { ...issueCommentEvent(comment), installation: { id: 7 } } });
  return comment.id;
}

async function start(): Promise<Bot> {
  bot = await startBot({ github, file: home.file, env });
  return bot;
}

/** Brings a bot to the point where an apply is wished for: a plan was seen, and somebody else approved. */
async function approved(one: Bot): Promise<void> {
  await say("/plan");
  await until(
    () => ended(one).length === 1,
    () => ended(one)[0] === "again" && new Error(one.log()),
  );
  addReview(github.state, number, { author: ben, verdict: "APPROVED" });
}

/** Resolves when a write is on its way to east, which waits until `free`. */
function heldAt(write: RegExp): { readonly came: Promise<void>; free(): void } {
  const [came, freed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  servers[0]?.hold((method, url) => {
    if (method === "GET" || url.includes("dryRun") || !write.test(url)) return undefined;
    came.resolve();
    return freed.promise;
  });
  const free = (): void => {
    servers[0]?.hold(undefined);
    freed.resolve();
  };
  return { came: came.promise, free };
}

/** The same where the run waits for what it wrote: for minutes, while a write that is not answered fails after half of one. */
function heldAtGate(): ReturnType<typeof heldAt> {
  const [came, freed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isWritten = false;
  servers[0]?.hold((method, url) => {
    if (!/\/deployments\/istiod(?:\?|$)/u.test(url) || url.includes("dryRun")) return undefined;
    if (method !== "GET") isWritten = true;
    if (method !== "GET" || !isWritten) return undefined;
    came.resolve();
    return freed.promise;
  });
  const free = (): void => {
    servers[0]?.hold(undefined);
    freed.resolve();
  };
  return { came: came.promise, free };
}

const leases = (): readonly string[] =>
  servers
    .flatMap((server) => server.objects().filter(({ kind }) => kind === "Lease"))
    .map((lease) => textAt(lease, "spec", "holderIdentity") ?? "");

/** Who made what: objects with their UIDs, and of a Secret also what it holds. */
const made = (kind: string): readonly string[] =>
  servers.flatMap((server) =>
    server
      .objects()
      .filter((object) => object["kind"] === kind)
      .map(
        (object) =>
          `${textAt(object, "metadata", "name")} ${textAt(object, "metadata", "uid")} ${textAt(object, "data", "ca-cert.pem") ?? ""}`,
      ),
  );

/** Addresses of what was created or replaced more than once, books, leases and tokens aside: these are written again and again. */
const writtenTwice = (): readonly string[] =>
  servers.flatMap((server, index) => {
    const writes = server
      .requests()
      .filter(
        ({ method, url, code }) =>
          !["GET", "HEAD"].includes(method) &&
          (code ?? 500) < 300 &&
          !/dryRun|selfsubject|portforward|\/token$|isthmus|\/leases/u.test(url),
      )
      .map(({ method, url }) => `${names[index]} ${method} ${url.split("?")[0]}`);
    return writes.filter((line, at) => writes.indexOf(line) !== at);
  });

/** As after a minute: holds and leases of whoever is gone have ended. */
async function aMinuteLater(): Promise<void> {
  for (const server of servers)
    for (const lease of server.objects().filter(({ kind }) => kind === "Lease")) {
      const renewTime = new Date(Date.now() - 60_000).toISOString().replace("Z", "000Z");
      server.seed({ ...lease, spec: { ...objectAt(lease, "spec"), renewTime } });
    }
  const url = env["DATABASE_URL"];
  if (url !== undefined) return query(url, "UPDATE isthmus.work SET due = 0 WHERE state IN ('running', 'waiting')");
  const base = new DatabaseSync(home.file);
  base.exec("UPDATE work SET due = 0 WHERE state IN ('running', 'waiting')");
  base.close();
}

async function query(url: string, sql: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** What must be true when all is over, however it came to that. */
async function expectAllDone(one: Bot, key: string): Promise<void> {
  expect(receipts()).toEqual([expect.stringMatching(new RegExp(`^<!-- isthmus:receipt ${key} -->\\n\\*\\*Applied\\*\\*`, "u"))]);
  expect(leases()).toEqual([]);
  expect(writtenTwice()).toEqual([]);
  const before = ended(one).length;
  const again = await say("/drift");
  await until(() => ended(one).length > before);
  expect(replyTo(again)).toEqual([expect.stringContaining("No drift")]);
  expect(one.log()).not.toContain("a bug");
  for (const secret of [...canaries, env["ROOT_KEY"] ?? "", "eyJhbGci"]) expect(one.log()).not.toContain(secret);
}

const done = (one: Bot, count = 1): Promise<unknown> =>
  until(
    () => ended(one).filter((outcome) => outcome === "done").length === count,
    () => ended(one).some((outcome) => outcome === "again" || outcome === "dead") && new Error(one.log()),
  );

describe("an apply by comment", () => {
  it("goes on by itself after its hand died, and again after the bot was told to stop: one answer, one receipt, nothing written twice", async () => {
    const first = await start();
    await approved(first);
    // Whoever answers GitHub goes first.
    expect(first.hands().map((pid) => getPriority(pid))).toEqual([getPriority(first.process.pid ?? 0) + 10]);
    const early = heldAt(/\/deployments\/istiod/u);
    const apply = await say("/apply");
    await early.came;
    first.loseHands();
    await until(() => ended(first).length === 2);
    early.free();
    expect([ended(first)[1], leases().length]).toEqual(["again", 2]);
    const authorities = made("Secret");
    const late = heldAt(/\/services\/istio-eastwestgateway/u);
    await aMinuteLater();
    await late.came;
    const stopping = first.end("SIGTERM");
    late.free();
    expect(await stopping).toBe(0);
    expect(ended(first)).toEqual(["done", "again", "stopped"]);
    expect([replyTo(apply), receipts(), leases()]).toEqual([[expect.stringContaining(`comment=${apply} begun -->`)], [], []]);
    const second = await start();
    await done(second);
    expect(made("Secret")).toEqual(expect.arrayContaining([...authorities]));
    expect(replyTo(apply)).toEqual([expect.stringMatching(/^<!-- \S+ comment=\d+ answered -->[\s\S]* is through: /u)]);
    await expectAllDone(second, `comment=${apply}`);
  });
});

describe("deliveries in any order, some of them twice, while an apply runs", () => {
  it("lose no command: each comment has one answer, and the apply one receipt", async () => {
    env = { ...env, WORKERS: "2" };
    const one = await start();
    await approved(one);
    const held = heldAtGate();
    const apply = await say("/apply");
    await held.came;
    const seed = Math.floor(Math.random() * 1e9);
    const spoken = ["/help", "/apply", "/status", "/apply --dry-run", "/help"].map((body) =>
      addComment(github.state, { issue: number, author: ana, body }),
    );
    const first = github.state.comments.find(({ id }) => id === apply);
    if (first === undefined) throw new Error("no comment");
    // The apply that runs comes again by another delivery; of the others each comes by two, and one of these once more under its own number.
    const sent: Delivery[] = [];
    for (const comment of shuffled([first, ...spoken, ...spoken], seed))
      sent.push(
        await deliver(github.state, { event: "issue_comment", payload: { ...issueCommentEvent(comment), installation: { id: 7 } } }),
      );
    for (const delivery of shuffled(sent, seed).slice(0, 5)) await redeliver(github.state, delivery);
    const taken = sent.filter(({ statusCode }) => statusCode === 202).length;
    expect([taken, sent.filter(({ statusCode }) => statusCode === 200).length], `seed ${seed}`).toEqual([5, 6]);
    // A question is answered while the apply stands.
    await until(() => spoken.some(({ id }) => replyTo(id)[0]?.includes(" answered -->")));
    expect([replyTo(apply), receipts()], `seed ${seed}`).toEqual([[expect.stringContaining(`comment=${apply} begun -->`)], []]);
    held.free();
    await done(one, 2 + spoken.length);
    for (const { id } of [first, ...spoken])
      expect(replyTo(id), `seed ${seed}`).toEqual([expect.stringContaining(`comment=${id} answered -->`)]);
    expect(replyTo(spoken[1]?.id ?? 0)).toEqual([expect.stringMatching(/nothing to do|changes nothing/iu)]);
    await expectAllDone(one, `comment=${apply}`);
  });
});

/** In an order that a number decides. */
function shuffled<T>(all: readonly T[], seed: number): readonly T[] {
  const ranked = all.map((one, index) => ({ one, rank: createHash("sha256").update(`${seed} ${index}`).digest("hex") }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ one }) => one);
}

/** Merges the pull request into a mesh that is applied on merge, and gives the event of it. */
function merged(): object {
  const { refs, objects, pulls } = github.state;
  const before = refs.get("refs/heads/main") ?? "";
  const merge = addCommit(objects, files("onMerge"), [before]);
  const pull = pulls.get(number);
  if (pull === undefined) throw new Error("no pull request");
  Object.assign(pull, { state: "closed", mergeCommit: merge, mergedBy: ana });
  refs.set("refs/heads/main", merge);
  return { ...pushEvent(before, merge, "main"), installation: { id: 7 } };
}

describe("an apply on merge", () => {
  it("goes on by itself after the bot was killed, and again after its whole machine went: one receipt, nothing written twice", async () => {
    const push = merged();
    const first = await start();
    const early = heldAt(/\/deployments\/istiod/u);
    const { guid } = await deliver(github.state, { event: "push", payload: push });
    await early.came;
    first.process.kill("SIGKILL");
    early.free();
    await first.end("SIGKILL");
    // Its hand stopped where nothing is half done, and gave the clusters back.
    expect([receipts(), leases()]).toEqual([[], []]);
    const authorities = made("Secret");
    const late = heldAt(/\/services\/istio-eastwestgateway/u);
    await aMinuteLater();
    const second = await start();
    await late.came;
    await second.vanish();
    late.free();
    expect([receipts(), leases().length]).toEqual([[], 2]);
    await aMinuteLater();
    const third = await start();
    await done(third);
    expect(made("Secret")).toEqual(expect.arrayContaining([...authorities]));
    await expectAllDone(third, `run=bot/${guid}`);
  });
});

const folder = postgresFolder();

describe("two bots on one PostgreSQL", () => {
  it.skipIf(folder === undefined)(
    `the one that applies goes with its machine, and the other takes over${folder === undefined ? " (skipped: no initdb on this machine)" : ""}`,
    async () => {
      if (folder === undefined) throw new Error("no PostgreSQL");
      const postgres = await startPostgres(folder);
      const bots: Bot[] = [];
      try {
        env = { ...env, DATABASE_URL: postgres.url };
        for (let count = 0; count < 2; count++) bots.push(await start());
        const held = heldAt(/\/deployments\/istiod/u);
        const push = merged();
        const { guid } = await deliver(github.state, { event: "push", payload: push });
        await held.came;
        const [busy] = bots.filter((one) => one.lines().some((line) => line["said"] === "Work begins"));
        const [other] = bots.filter((one) => one !== busy);
        if (busy === undefined || other === undefined) throw new Error("nobody works");
        await busy.vanish();
        held.free();
        expect([receipts(), leases().length]).toEqual([[], 2]);
        const authorities = made("Secret");
        await aMinuteLater();
        await done(other);
        expect(made("Secret")).toEqual(expect.arrayContaining([...authorities]));
        // The webhooks that follow go to the one that is left.
        if (github.state.hook) github.state.hook = { ...github.state.hook, url: `${other.url}/api/github/webhooks` };
        await expectAllDone(other, `run=bot/${guid}`);
      } finally {
        await Promise.all(bots.map((one) => one.vanish()));
        await postgres.stop();
      }
    },
  );
});
