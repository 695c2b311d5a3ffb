import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CheckRun, connect, publishCheckRuns } from "../../../src/adapters/github/index.ts";
import { Secret } from "../../../src/model/secret.ts";
import { addCheckRun } from "../../support/github/answers/checks.ts";
import { addCommit } from "../../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";

let github: LoopbackGitHub;
let headSha: string;

beforeEach(async () => {
  github = await startGitHub();
  headSha = addCommit(github.state.objects, { "mesh.yaml": "kind: Mesh\n" });
});
afterEach(() => github.stop());

function run(annotations: number, title = "3 clusters change"): CheckRun {
  const notes = Array.from({ length: annotations }, (_, index) => ({
    path: "mesh.yaml",
    start_line: index + 1,
    end_line: index + 1,
    annotation_level: "failure" as const,
    title: "rule",
    message: `number ${index}`,
  }));
  return { name: "isthmus / plan", conclusion: "failure", title, summary: "s", text: undefined, annotations: notes };
}

function publish(check: CheckRun) {
  const { state, apiUrl } = github;
  return publishCheckRuns(connect({ token: new Secret(state.token.value), apiUrl, owner: state.owner, repo: state.repo }), headSha, [
    check,
  ]);
}

describe("a check run", () => {
  it.each([
    { annotations: 0, writes: 1 },
    { annotations: 50, writes: 1 },
    { annotations: 51, writes: 2 },
    { annotations: 120, writes: 3 },
  ])("with $annotations annotations takes $writes writes and ends completed", async ({ annotations, writes }) => {
    await publish(run(annotations));
    expect(github.writes()).toHaveLength(writes);
    expect(github.state.checkRuns).toMatchObject([{ status: "completed", conclusion: "failure", headSha }]);
    expect(github.state.checkRuns[0]?.annotations.map(({ message }) => message)).toEqual(
      run(annotations).annotations.map(({ message }) => message),
    );
  });

  it("that says the same is left alone; one that says something else is a new one", async () => {
    expect(await publish(run(60))).toBe(1);
    expect(await publish(run(60))).toBe(0);
    expect(github.writes()).toHaveLength(2);
    expect(await publish(run(60, "2 clusters change"))).toBe(1);
    expect(github.state.checkRuns.map(({ annotations }) => annotations.length)).toEqual([60, 60]);
  });

  it("is not confused by another app's run of the same name", async () => {
    addCheckRun(github.state, { headSha, app: "other", name: "isthmus / plan", externalId: null });
    expect(await publish(run(1))).toBe(1);
    expect(github.state.checkRuns).toHaveLength(2);
  });

  it.each(["status-500", "reset-after"] as const)("is there once, with each annotation once, over a %s on both writes", async (kind) => {
    github.state.faults.push(
      { method: "POST", path: /check-runs/u, kind, times: 1 },
      { method: "PATCH", path: /check-runs/u, kind, times: 1 },
    );
    await publish(run(70));
    expect(github.state.checkRuns).toHaveLength(1);
    expect(github.state.checkRuns[0]?.annotations).toHaveLength(70);
    expect(github.state.checkRuns[0]?.status).toBe("completed");
  });

  it("names the permission that is missing", async () => {
    github.state.token = { ...github.state.token, permissions: { checks: "read" } };
    await expect(publish(run(0))).rejects.toMatchObject({
      code: "github-forbidden",
      remedy: "Give the job the permission it lacks: `checks: write`.",
    });
  });
});
