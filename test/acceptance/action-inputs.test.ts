import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pullRequestEvent, runJob } from "../support/github/job.ts";
import { scenario, shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";

/** Each input of the Action, and a run started by hand, by what it changes in what a person sees. */

// Each run is a process that starts the chart engine: seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

let github: LoopbackGitHub;
let base: string;
let head: string;

beforeEach(async () => {
  github = await startGitHub();
  base = addCommit(github.state.objects, shop);
  head = addCommit(github.state.objects, scenario("traffic-split"), [base]);
});
afterEach(() => github.stop());

interface Result {
  readonly clusters: readonly { readonly name: string }[];
  readonly changes: readonly { readonly kind: string; readonly object: { readonly kind: string; readonly name: string } }[];
  readonly base?: { readonly commit?: string };
}

function byHand(inputs: Record<string, string>, commit = head) {
  return runJob({ github, eventName: "workflow_dispatch", event: { inputs: {} }, inputs, env: { GITHUB_SHA: commit } });
}

function preview(inputs: Record<string, string>) {
  return runJob({ github, eventName: "pull_request_target", event: pullRequestEvent({ number: 412, base, head }), inputs });
}

function resultOf({ result }: { readonly result: string }): Result {
  return JSON.parse(result) as Result;
}

describe("a run started by hand", () => {
  it("judges the commit it was started on; with nothing to compare everything is new, and nothing is posted on a pull request", async () => {
    const done = await byHand({});
    expect([done.code, done.outputs["reason-code"]]).toEqual([0, "changes"]);
    expect(new Set(resultOf(done).changes.map(({ kind }) => kind))).toEqual(new Set(["create"]));
    expect(done.summary).toContain("compared with nothing: everything counts as new");
    expect(github.state.comments).toEqual([]);
  });

  it("compares the commits that inputs base and head name", async () => {
    const done = await byHand({ base, head }, base);
    expect(resultOf(done).changes).toEqual([
      expect.objectContaining({ kind: "update", object: expect.objectContaining({ kind: "VirtualService", name: "checkout" }) }),
    ]);
  });

  it("takes branches too, and ends with 3 where there is none of that name", async () => {
    github.state.refs.set("refs/heads/main", base);
    expect(resultOf(await byHand({ base: "main" })).changes).toHaveLength(1);
    const lost = await byHand({ base: "mian" });
    expect(lost.code).toBe(3);
    expect(lost.log).toContain("mian");
  });
});

describe("a pull request, with input", () => {
  it("clusters: only these are shown; one that does not exist is wrong usage that names the others", async () => {
    const done = await preview({ clusters: "east, eu" });
    expect(resultOf(done).clusters.map(({ name }) => name)).toEqual(["east", "eu"]);
    expect(github.state.comments[0]?.body).toContain("| `east` | `eu` |");
    expect(github.state.comments[0]?.body).toContain("1 step in other clusters is not shown");
    const wrong = await preview({ clusters: "esat" });
    expect(wrong.code).toBe(2);
    expect(wrong.log).toMatch(/esat.*east/su);
  });

  it("summary: false leaves the job summary empty; comment: never posts no comment, and both leave the check run", async () => {
    const done = await preview({ summary: "false", comment: "never" });
    expect(done.code).toBe(0);
    expect(done.summary).toBe("");
    expect(github.state.comments).toEqual([]);
    expect(github.state.checkRuns[0]).toMatchObject({ headSha: head, conclusion: "success" });
    expect(done.outputs["comment-url"]).toBe("");
  });

  it("check-run: false leaves the comment alone", async () => {
    await preview({ "check-run": "false" });
    expect(github.state.checkRuns).toEqual([]);
    expect(github.state.comments).toHaveLength(1);
  });

  it("base: another commit is compared with, and the comment says so", async () => {
    const other = addCommit(github.state.objects, scenario("new-cluster"), [base]);
    const done = await preview({ base: other });
    expect(resultOf(done).changes.some(({ kind }) => kind === "delete")).toBe(true);
    expect(github.state.comments[0]?.body).toContain("`ap`");
  });
});
