import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  approvalsOf,
  type CheckRun,
  connect,
  publishCheckRuns,
  recordsOf,
  reviewsOf,
  unwritten,
} from "../../../src/adapters/github/index.ts";
import type { PlanRecord } from "../../../src/chatops/index.ts";
import { Secret } from "../../../src/model/secret.ts";
import { addCheckRun } from "../../support/github/answers/checks.ts";
import { addReview } from "../../support/github/answers/pulls.ts";
import { openPull, pushTo } from "../../support/github/pull-requests.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";
import type { Author, Pull, CheckRun as ThereRun } from "../../support/github/state.ts";

const person = (login: string, id: number): Author => ({ login, type: "User", id });
const [ana, ben] = [person("ana", 11), person("ben", 12)];
const key = new Secret("first key: 0123456789abcdef0123456789");
const other = new Secret("second key: 0123456789abcdef012345678");
let github: LoopbackGitHub;
let pull: Pull;

beforeEach(async () => {
  github = await startGitHub();
  pull = openPull(github.state, { author: ana });
});
afterEach(() => github.stop());

function connection() {
  const { state, apiUrl } = github;
  return connect({ token: new Secret(state.token.value), apiUrl, owner: state.owner, repo: state.repo });
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function recordOf(of: Readonly<Record<string, string>>, head = pull.head): PlanRecord {
  const clusters = new Map(Object.entries(of).map(([name, text], index) => [name, { digest: digestOf(text), deletions: index }]));
  return {
    repository: "shop/mesh",
    pull: 7,
    folder: "",
    plan: { digest: digestOf(JSON.stringify(of)), head, base: pull.base, clusters, errors: 2 },
  };
}

const run: CheckRun = { name: "isthmus / plan", conclusion: "success", title: "t", summary: "s", text: "# Plan", annotations: [] };

function publish(record: PlanRecord, by = key, more: Partial<CheckRun> = {}): Promise<number> {
  const seal = unwritten(record, by);
  return publishCheckRuns(connection(), record.plan.head, [{ ...run, ...more, ...(seal && { seal }) }]);
}

function read(keys: readonly Secret[] = [key], sha = pull.head, where: { readonly pull?: number; readonly folder?: string } = {}) {
  return recordsOf(connection(), sha, { pull: 7, folder: "", keys, ...where });
}

/** The check run that was made last. */
function last(): ThereRun {
  const found = github.state.checkRuns.at(-1);
  if (found === undefined) throw new Error("no check run was made");
  return found;
}

describe("the record of a plan", () => {
  it("is read back as it was, with the time at which everybody could see it", async () => {
    const record = recordOf({ east: "a", west: "b" });
    await publish(record);
    expect(await read()).toMatchObject([{ ...record, at: last().completedAt }]);
    expect(last()).toMatchObject({ status: "completed", conclusion: "success" });
    // What a person reads is what stood there before; the rest is an HTML comment.
    expect(last().text?.replace(/\n\n<!--[^<>]*-->$/u, "")).toBe("# Plan");
  });

  it("is completed by the last write only, however many annotations there are", async () => {
    const note = (line: number) => ({
      path: "mesh.yaml",
      start_line: line,
      end_line: line,
      annotation_level: "notice" as const,
      title: "t",
      message: "m",
    });
    await publish(recordOf({ east: "a" }), key, { annotations: Array.from({ length: 70 }, (_, index) => note(index + 1)) });
    const bodies = github.writes().map(({ body }) => JSON.parse(body));
    expect(bodies.map(({ status }) => status)).toEqual(["in_progress", "in_progress", "completed"]);
    expect(last().annotations).toHaveLength(70);
    expect(await read()).toHaveLength(1);
  });

  it("is written once, and again when it says something else or another key signs", async () => {
    expect(await publish(recordOf({ east: "a" }))).toBe(1);
    expect(await publish(recordOf({ east: "a" }))).toBe(0);
    expect(await publish(recordOf({ east: "b" }))).toBe(1);
    expect(await publish(recordOf({ east: "b" }), other)).toBe(1);
    expect((await read([key, other])).map(({ plan }) => plan.clusters.get("east")?.digest)).toEqual(["a", "b", "b"].map(digestOf));
  });

  it.each(["status-500", "reset-after"] as const)("is there once over a %s on both writes", async (kind) => {
    github.state.faults.push(
      { method: "POST", path: /check-runs/u, kind, times: 1 },
      { method: "PATCH", path: /check-runs/u, kind, times: 1 },
    );
    await publish(recordOf({ east: "a" }));
    expect(github.state.checkRuns).toHaveLength(1);
    expect(await read()).toHaveLength(1);
  });

  it("is found for its folder and pull request only", async () => {
    await publish({ ...recordOf({ east: "a" }), folder: "infra/mesh" }, key, { name: "isthmus / plan [infra/mesh]" });
    expect(await read()).toEqual([]);
    expect(await read([key], pull.head, { folder: "infra/mesh" })).toHaveLength(1);
    expect(await read([key], pull.head, { folder: "infra/mesh", pull: 8 })).toEqual([]);
  });

  it("is known by every key that is still held, and by no other", async () => {
    await publish(recordOf({ east: "a" }));
    expect(await read([other, key])).toHaveLength(1);
    expect(await read([other])).toEqual([]);
    expect(await read([])).toEqual([]);
  });

  it("is found among the runs of a hundred re-plans", async () => {
    for (let index = 0; index < 110; index += 1)
      addCheckRun(github.state, { headSha: pull.head, app: "ci", name: run.name, externalId: null });
    await publish(recordOf({ east: "a" }));
    for (let index = 0; index < 110; index += 1)
      addCheckRun(github.state, { headSha: pull.head, app: "ci", name: run.name, externalId: null });
    expect(await read()).toHaveLength(1);
  });
});

describe("what is no record", () => {
  it("is one that was copied: to another check run, to another commit, to another repository", async () => {
    await publish(recordOf({ east: "a" }));
    const { text } = last();
    addCheckRun(github.state, { headSha: pull.head, app: "github-actions", name: run.name, externalId: null, text });
    const next = pushTo(github.state, pull, { by: ana, files: {} });
    addCheckRun(github.state, { headSha: next, app: "github-actions", name: run.name, externalId: null, text });
    expect([(await read([key], recordOf({}).plan.base)).length, (await read([key], next)).length]).toEqual([0, 0]);
    const [first] = github.state.checkRuns;
    expect((await read([key], first?.headSha)).length).toBe(1);
    expect(await recordsOf({ ...connection(), repo: "mesh" }, first?.headSha ?? "", { pull: 7, folder: "", keys: [key] })).toHaveLength(1);
  });

  it("is one that was touched, wherever", async () => {
    await publish(recordOf({ east: "a" }));
    const found = last();
    const whole = found.text ?? "";
    const start = whole.indexOf("<!--");
    for (let at = start; at < whole.length; at += 7) {
      found.text = `${whole.slice(0, at)}${whole[at] === "0" ? "1" : "0"}${whole.slice(at + 1)}`;
      expect(await read(), `character ${at - start}`).toEqual([]);
    }
    found.text = `${whole}\n`;
    expect(await read()).toHaveLength(1);
    found.text = `${whole} more`;
    expect(await read()).toEqual([]);
  });

  it("is one for another repository, or another commit than the one it stands on", async () => {
    await publish({ ...recordOf({ east: "a" }), repository: "shop/other" });
    const first = pull.head;
    pushTo(github.state, pull, { by: ana, files: {} });
    await publishCheckRuns(connection(), pull.head, [{ ...run, seal: unwritten(recordOf({ east: "a" }, first), key) ?? never() }]);
    expect([await read([key], first), await read()]).toEqual([[], []]);
  });

  it("is one that nobody can see yet", async () => {
    await publish(recordOf({ east: "a" }));
    last().status = "in_progress";
    expect(await read()).toEqual([]);
  });
});

function never(): never {
  throw new Error("the record does not fit");
}

describe("when a plan was current", () => {
  it("cannot be moved back by whoever may edit check runs", async () => {
    await publish(recordOf({ east: "a" }));
    const made = last().startedAt ?? 0;
    last().completedAt = made - 3_600_000;
    expect((await read())[0]?.at).toBe(made);
  });
});

describe("approvals", () => {
  const by = async (keys: readonly Secret[] = [key]) =>
    (await approvalsOf(connection(), await reviewsOf(connection(), 7), { pull: 7, folder: "", keys })).map(({ clusters, ...rest }) => ({
      ...rest,
      clusters: Object.fromEntries(clusters),
    }));

  it("are for the plan that was there when they were given, of each commit", async () => {
    github.state.people.set("ben", { id: 12, role: "write" });
    const first = pull.head;
    await publish(recordOf({ east: "a", west: "b" }));
    addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    addReview(github.state, 7, { author: ana, verdict: "CHANGES_REQUESTED" });
    pushTo(github.state, pull, { by: ana, files: {} });
    await publish(recordOf({ east: "a", west: "c" }));
    const clusters = { east: digestOf("a"), west: digestOf("b") };
    expect(await by()).toEqual([{ login: "ben", permission: "write", head: first, clusters }]);
    expect(await by([])).toEqual([{ login: "ben", permission: "write", head: first, clusters: {} }]);
  });

  it("that came before the plan are for nothing", async () => {
    addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    await publish(recordOf({ east: "a" }));
    expect(await by()).toEqual([{ login: "ben", permission: "none", head: pull.head, clusters: {} }]);
  });
});

describe("a record of many clusters", () => {
  const many = (count: number): PlanRecord =>
    recordOf(
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`cluster-eu-west-${String(index).padStart(4, "0")}`, `${index}`])),
    );

  it("holds each digest of a thousand, and leaves a quarter of the text to people", async () => {
    const record = many(1000);
    const found = unwritten(record, key);
    expect(found?.isWhole).toBe(true);
    expect(65_535 - (found?.room ?? 0)).toBeGreaterThan(16_000);
    const text = "x".repeat(65_535 - (found?.room ?? 0) - 2);
    await publish(record, key, { text });
    expect(last().text?.length).toBeLessThanOrEqual(65_535);
    expect(await read()).toMatchObject([record]);
  });

  it("stands for the plan as a whole when it is larger", async () => {
    const record = many(3000);
    expect(unwritten(record, key)?.isWhole).toBe(false);
    await publish(record);
    const [found] = await read();
    expect(new Set([...(found?.plan.clusters.values() ?? [])].map(({ digest }) => digest))).toEqual(new Set([record.plan.digest]));
    expect([found?.plan.clusters.size, found?.plan.clusters.get("cluster-eu-west-2999")?.deletions]).toEqual([3000, 2999]);
  });

  it("is none when even that has no room", () => {
    const names = Array.from({ length: 3000 }, (_, index) => digestOf(`name ${index}`));
    expect(unwritten(recordOf(Object.fromEntries(names.map((name) => [name, name]))), key)).toBeUndefined();
  });
});
