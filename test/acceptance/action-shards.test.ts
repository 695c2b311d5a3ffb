import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pullRequestEvent, runJob } from "../support/github/job.ts";
import { scenario, shop } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";

/** A preview as a matrix of jobs and one that joins them, each the Action as a process of its own, against the loopback GitHub. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let github: LoopbackGitHub;
let base: string;
let head: string;
let workspace: string;

beforeEach(async () => {
  github = await startGitHub();
  base = addCommit(github.state.objects, shop);
  head = addCommit(github.state.objects, scenario("traffic-split"), [base]);
  workspace = mkdtempSync(join(tmpdir(), "isthmus-shards-"));
  mkdirSync(join(workspace, "isthmus-parts"));
});
afterEach(async () => {
  rmSync(workspace, { recursive: true });
  await github.stop();
});

const key = "a".repeat(64);

function job(inputs: Record<string, string>, env: Record<string, string> = {}) {
  const event = pullRequestEvent({ number: 412, base, head });
  return runJob({ github, eventName: "pull_request_target", event, inputs: { "plan-key": key, ...inputs }, workspace, env });
}

/** A shard's job, its part kept where the joining job looks. */
async function shard(number: number): Promise<string> {
  const kept = mkdtempSync(join(workspace, "temp-"));
  const done = await job({ shards: "2", shard: String(number) }, { RUNNER_TEMP: kept });
  expect([done.code, done.outputs["decision"], done.outputs["reason-code"]]).toEqual([0, "pass", "handed_on"]);
  const target = partOf(number);
  copyFileSync(done.outputs["part"] ?? "", target);
  return target;
}

const partOf = (number: number): string => join(workspace, "isthmus-parts", `isthmus-part-00${number}.json.gz`);
const published = () => ({
  comments: github.state.comments.map(({ body }) => body),
  checks: github.state.checkRuns.map(({ name, conclusion, title, summary, text, annotations }) => {
    // The record is signed over the run's number and time, which two runs do not share.
    return { name, conclusion, title, summary, text: text?.replace(/<!-- isthmus:plan[\s\S]*-->/u, ""), annotations };
  }),
});

describe("a preview in shards", () => {
  it("posts what one job posts: the comment, the check runs and the plan's digest; the shards' jobs post nothing", async () => {
    const matrix = await job({ shards: "2", shard: "matrix" });
    expect(JSON.parse(matrix.outputs["matrix"] ?? "")).toEqual({
      include: [
        { shard: 1, clusters: "east,west" },
        { shard: 2, clusters: "eu" },
      ],
    });
    for (const number of [1, 2]) await shard(number);
    expect(github.writes()).toEqual([]);

    const joined = await job({ shards: "2", shard: "join" });
    expect([joined.code, joined.outputs["decision"]]).toEqual([0, "pass"]);
    const together = published();
    expect(together.comments).toHaveLength(1);

    github.state.comments.length = 0;
    github.state.checkRuns.length = 0;
    const alone = await job({});
    expect(published()).toEqual(together);
    expect(joined.outputs["plan-digest"]).toBe(alone.outputs["plan-digest"]);
    expect(joined.result).toBe(alone.result);
    expect(joined.summary).toBe(alone.summary);
  });

  it("with a part that is missing, damaged or about another commit says which clusters are unknown, and fails", async () => {
    await shard(1);
    const missing = await job({ shards: "2", shard: "join" });
    expect([missing.code, missing.outputs["decision"], missing.outputs["reason-code"]]).toEqual([3, "unknown", "world_failed"]);
    expect(missing.log).toContain("Of 2 shards these are unknown: 2 (its part is missing).");
    const [comment = ""] = github.state.comments.map(({ body }) => body);
    expect(comment).toContain("shard 2: its part is missing");
    expect(comment).not.toContain("ready for approval");
    expect(github.state.checkRuns.find(({ name }) => name === "isthmus / plan")?.conclusion).toBe("failure");

    await shard(2);
    const part = JSON.parse(gunzipSync(readFileSync(partOf(2))).toString()) as { body: { dishes: object } };
    writeFileSync(partOf(2), gzipSync(JSON.stringify({ ...part, body: { ...part.body, dishes: {} } })));
    expect((await job({ shards: "2", shard: "join" })).log).toContain("these are unknown: 2 (its part was damaged).");

    writeFileSync(partOf(2), "no gzip at all");
    head = addCommit(github.state.objects, scenario("traffic-split"), [base, head]);
    const moved = await job({ shards: "2", shard: "join" });
    expect([moved.code, moved.outputs["decision"]]).toEqual([3, "unknown"]);
    expect(moved.log).toContain("these are unknown: 1 (its part is about another commit); 2 (its part cannot be read).");
  });

  it.each([
    [{ shard: "join" }, "Input `shards` is ``"],
    [{ shards: "2", shard: "3" }, "Input `shard` is `3`"],
    [{ shards: "257", shard: "matrix" }, "Input `shards` is `257`"],
    [{ shards: "2", shard: "1", apply: "true" }, "do not go together"],
  ])("%o is wrong usage", async (inputs, said) => {
    const done = await job(inputs);
    expect([done.code, done.outputs["reason-code"]]).toEqual([2, "wrong_usage"]);
    expect(done.log).toContain(said);
  });
});
