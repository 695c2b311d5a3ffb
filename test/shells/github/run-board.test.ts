import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../../src/adapters/github/index.ts";
import { problem } from "../../../src/catalog/problem.ts";
import type { Applied, WayBack } from "../../../src/model/apply.ts";
import type { RunEvent, Verdict } from "../../../src/model/outcome.ts";
import { Secret } from "../../../src/model/secret.ts";
import { createRunBoard } from "../../../src/shells/github/run-board.ts";
import { addCheckRun } from "../../support/github/answers/checks.ts";
import { openPull } from "../../support/github/pull-requests.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";
import { cluster, mesh, repository, study } from "../../support/study.ts";

/** The check run of a run: what it says as it goes on, how it ends, and which buttons it has by then. */

let github: LoopbackGitHub;
let headSha: string;

beforeEach(async () => {
  github = await startGitHub();
  headSha = openPull(github.state, { number: 412, author: { login: "ana", type: "User", id: 7 } }).head;
});
afterEach(() => github.stop());

const identity = { id: "20261123T100000Z-abcdef", by: "ana on #412 (run 77/1)", planDigest: "0".repeat(64), commit: undefined };
const before = { ...identity, id: "20261122T100000Z-abcdef", planDigest: "7c1e9ab4".padEnd(64, "0") };

function applied(verdict: Verdict, more: Partial<Applied["run"] & object> = {}, refusals: Applied["refusals"] = []): Applied {
  const { plan } = study();
  const steps = [{ id: "east/config" }] as unknown as typeof plan.steps;
  const wayBack: WayBack = { kind: "known", to: before, plan: { ...plan, steps }, errors: 0 };
  const live = { survey: { at: 0, clusters: new Map() }, unmet: [], drift: [], adoptions: { objects: [], releases: [] }, wayBack };
  const outcomes = [{ step: "east/config", clusters: ["east"], verdict, writes: [] }];
  const head = repository({ mesh: mesh([cluster("east")]) });
  const run = refusals.length > 0 ? undefined : { identity, startedAt: 0, endedAt: 1, outcomes, refused: new Map(), ...more };
  return { study: { ...study(), head, live }, identity, refusals, run, health: undefined };
}

const begins: RunEvent = { kind: "step-started", step: "east/config", clusters: ["east"] };
const ends: RunEvent = { kind: "step-ended", outcome: { step: "east/config", clusters: ["east"], verdict: { kind: "done" }, writes: [] } };

interface Asked {
  readonly key?: string;
  readonly isHeard?: boolean;
  readonly now?: () => number;
}

function board({ key = "comment=9", isHeard = true, now = () => 0 }: Asked = {}) {
  const { token, owner, repo } = github.state;
  const connection = connect({ token: new Secret(token.value), apiUrl: github.apiUrl, owner, repo });
  const check = { name: "isthmus / apply", headSha, externalId: `isthmus:run pull=412 ${key}` };
  const place = { connection, page: "https://github.com/shop/mesh/actions/runs/77", pace: async () => undefined, now };
  return createRunBoard(place, { check, command: "/apply", buttons: isHeard ? { retry: true } : undefined });
}

const ours = () => github.state.checkRuns.filter(({ name, app }) => name === "isthmus / apply" && app === "github-actions");
const pressable = (): readonly string[] =>
  ours()
    .at(-1)
    ?.actions.map(({ identifier }) => identifier) ?? [];
const paused = { stopSign: { kind: "pause", by: "ben" } } as const;

describe("the check run of a run", () => {
  it("tells how it goes on with Pause and Cancel, and in the end the way back", async () => {
    const shown = board();
    shown.watch(begins);
    await expect.poll(pressable).toEqual(["pause", "cancel"]);
    expect(ours()).toMatchObject([{ status: "in_progress", conclusion: null, headSha, title: "At work in east: 0 steps passed" }]);
    expect(await shown.finish(applied({ kind: "done" }))).toEqual([]);
    expect(ours()).toMatchObject([{ status: "completed", conclusion: "success", title: expect.stringMatching(/^Applied: /u) }]);
    expect(pressable()).toEqual(["rollback 7c1e9ab4"]);
  });

  it.each([
    ["paused", applied({ kind: "stopped" }, paused), "action_required", ["resume", "rollback 7c1e9ab4"]],
    ["cancelled", applied({ kind: "stopped" }, { stopSign: { kind: "cancel", by: "ben" } }), "cancelled", ["resume", "rollback 7c1e9ab4"]],
    ["stopped with its job", applied({ kind: "stopped" }), "cancelled", ["resume", "rollback 7c1e9ab4"]],
    [
      "failed",
      applied({ kind: "failed", why: problem("cluster-unreachable", { cluster: "east", url: "https://east.invalid", why: "no answer" }) }),
      "failure",
      ["resume", "rollback 7c1e9ab4"],
    ],
    [
      "refused",
      applied({ kind: "done" }, {}, [{ code: "prune_unconfirmed", text: "Two objects would go.", remedy: "Confirm them." }]),
      "failure",
      [expect.stringMatching(/^apply [0-9a-f]{8}$/u)],
    ],
    ["empty", applied({ kind: "done" }, { outcomes: [] }), "success", []],
  ] as const)("of a run that was %s", async (_, done, conclusion, buttons) => {
    await board().finish(done);
    expect(ours()).toMatchObject([{ status: "completed", conclusion }]);
    expect(pressable()).toEqual(buttons);
  });

  it("has no buttons where nobody hears them", async () => {
    const shown = board({ isHeard: false });
    shown.watch(begins);
    await shown.finish(applied({ kind: "stopped" }));
    expect(ours()).toMatchObject([{ actions: [] }]);
  });

  it("is one for one run, however often that is begun; a run of another comment has its own, and ends the one that was killed", async () => {
    board().watch(begins);
    await expect.poll(ours).toHaveLength(1);
    await board().finish(applied({ kind: "done" }));
    await board().finish(applied({ kind: "done" }));
    expect(ours()).toHaveLength(1);

    board({ key: "comment=10" }).watch(begins);
    await expect.poll(ours).toHaveLength(2);
    const next = board({ key: "comment=11" });
    next.watch(begins);
    await next.finish(applied({ kind: "done" }));
    expect(ours().map(({ status, conclusion }) => `${status} ${conclusion}`)).toEqual([
      "completed success",
      "completed cancelled",
      "completed success",
    ]);
  });

  it("leaves those of others alone, whatever they are called", async () => {
    const theirs = addCheckRun(github.state, {
      headSha,
      app: "other",
      name: "isthmus / apply",
      externalId: "isthmus:run pull=412 comment=9",
      status: "in_progress",
      conclusion: null,
    });
    const shown = board();
    shown.watch(begins);
    await shown.finish(applied({ kind: "done" }));
    expect([ours().length, theirs.status]).toEqual([1, "in_progress"]);
  });

  it("is written four times a minute at the most, and whatever GitHub refuses is told and hinders nothing", async () => {
    let at = 0;
    const shown = board({ now: () => at });
    for (; at < 60_000; at += 100) {
      shown.watch(ends);
      await new Promise((done) => setImmediate(done));
    }
    await shown.finish(applied({ kind: "done" }));
    expect(github.writes().length).toBeLessThanOrEqual(5);
    github.state.token = { ...github.state.token, permissions: { ...github.state.token.permissions, checks: "read" } };
    const refused = await board({ key: "comment=10" }).finish(applied({ kind: "done" }));
    expect(refused).toMatchObject([{ what: "The check run of this run" }]);
  });
});
