import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addComment } from "../support/github/answers/comments.ts";
import { mergeGroupEvent, pullRequestEvent, pushEvent, runJob } from "../support/github/job.ts";
import { scenario, shop, under } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import { bot } from "../support/github/state.ts";

/** The Action as a process, as a workflow would run it, against the loopback GitHub. */

// Each run is a process that starts the chart engine: seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

let github: LoopbackGitHub;
let base: string;
let head: string;

beforeEach(async () => {
  github = await startGitHub();
  base = addCommit(github.state.objects, shop);
  head = addCommit(github.state.objects, scenario("pull-request"), [base]);
});
afterEach(() => github.stop());

function preview(inputs: Record<string, string> = {}, eventName = "pull_request_target") {
  return runJob({ github, eventName, event: pullRequestEvent({ number: 412, base, head }), inputs });
}

/** Without a mesh there is one finding and nothing to render: enough where only the posting is looked at. */
function withoutMesh(): void {
  base = addCommit(github.state.objects, { "config/all/a.yaml": "{}\n" });
  head = addCommit(github.state.objects, { "config/all/b.yaml": "{}\n" }, [base]);
}

const bodies = (): readonly string[] => github.state.comments.map(({ body }) => body);

describe("a pull request", () => {
  it("gets one comment, a check run on its head, a summary and outputs; the same run again writes nothing; a new commit edits", async () => {
    const first = await preview();
    expect(first.code).toBe(1);
    expect(first.outputs).toMatchObject({
      decision: "fail",
      "reason-code": "findings",
      "plan-digest": expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect(Number(first.outputs["errors"])).toBeGreaterThan(0);
    expect(bodies()).toEqual([expect.stringContaining(`<!-- isthmus:v1 head=${head} plan=${first.outputs["plan-digest"]} -->`)]);
    expect(first.outputs["comment-url"]).toBe(`https://github.com/shop/mesh/pull/412#issuecomment-${github.state.comments[0]?.id}`);
    expect(first.summary).toContain("## Mesh plan");
    expect(JSON.parse(first.result)).toHaveProperty("schemaVersion");

    const mesh = github.state.checkRuns.find(({ name }) => name === "isthmus / plan");
    expect(mesh).toMatchObject({ headSha: head, status: "completed", conclusion: "failure" });
    expect(mesh?.annotations.every(({ path }) => path in scenario("pull-request"))).toBe(true);
    expect(mesh?.annotations.length).toBeGreaterThan(0);

    const writes = github.writes().length;
    const second = await preview();
    expect([second.code, second.outputs["plan-digest"]]).toEqual([1, first.outputs["plan-digest"]]);
    expect(github.writes()).toHaveLength(writes);

    head = addCommit(github.state.objects, scenario("traffic-split"), [head]);
    expect((await preview()).code).toBe(0);
    expect(bodies()).toEqual([expect.stringContaining(`head=${head}`)]);
  });

  it("is compared with where it left its base, not with what came to the base later", async () => {
    const later = addCommit(github.state.objects, scenario("new-cluster"), [base]);
    head = addCommit(github.state.objects, scenario("traffic-split"), [base]);
    base = later;
    await preview();
    expect(bodies()[0]).not.toMatch(/`ap`/u);
  });

  it("on its third page of comments still has the one comment", async () => {
    withoutMesh();
    const ana = { login: "ana", type: "User", id: 7 } as const;
    addComment(github.state, { issue: 412, author: ana, body: "<!-- isthmus:v1 mine now -->" });
    for (let number = 0; number < 220; number += 1) addComment(github.state, { issue: 412, author: ana, body: `talk ${number}` });
    addComment(github.state, { issue: 412, author: bot, body: "<!-- isthmus:v1 head=none plan=none -->\nold" });
    await preview();
    expect(bodies()).toHaveLength(222);
    expect(bodies()[0]).toBe("<!-- isthmus:v1 mine now -->");
    expect(bodies()[221]).toContain(`head=${head}`);
  });

  it("is not written over by the slow run of an older commit", async () => {
    withoutMesh();
    github.state.refs.set("refs/pull/412/head", "f".repeat(40));
    const { log } = await preview();
    expect(bodies()).toEqual([]);
    expect(log).toContain("newer commit");
  });

  it("that changes nothing gets no comment on-change, and none at all with never", async () => {
    head = addCommit(github.state.objects, { ...shop, "README.md": "hello" }, [base]);
    const quiet = await preview({ comment: "on-change", "fail-on": "never" });
    expect([quiet.code, quiet.outputs["reason-code"]]).toEqual([0, "no_changes"]);
    expect(bodies()).toEqual([]);
  });

  it("that touches nothing of the mesh is not told on-change what was wrong before, and its check runs all the same", async () => {
    const unread = {
      ...shop,
      "config/all/sealed.yaml": "apiVersion: v1\nkind: Secret\nmetadata: { name: a, namespace: shop }\nstringData: { a: b }\n",
    };
    base = addCommit(github.state.objects, unread);
    head = addCommit(github.state.objects, { ...unread, "service/main.go": "package main\n" }, [base]);
    const quiet = await preview({ comment: "on-change" });
    expect([quiet.outputs["warnings"], quiet.outputs["reason-code"], bodies()]).toEqual(["1", "no_changes", []]);
    expect(github.state.checkRuns[0]).toMatchObject({ name: "isthmus / plan", headSha: head });
    head = addCommit(github.state.objects, { ...unread, "config/all/sealed.yaml": `# mine\n${unread["config/all/sealed.yaml"]}` }, [base]);
    expect((await preview({ comment: "on-change" })).outputs["reason-code"]).toBe("no_changes");
    expect(bodies()).toHaveLength(1);
  });
});

describe("in a folder of a bigger repository", () => {
  it("paths of annotations and links count from the top, and each folder has a comment of its own", async () => {
    base = addCommit(github.state.objects, under("infra/mesh", shop));
    head = addCommit(github.state.objects, under("infra/mesh", scenario("broken")), [base]);
    addComment(github.state, { issue: 412, author: bot, body: "<!-- isthmus:v1 head=none plan=none -->\nanother mesh" });
    await preview({ "working-directory": "./infra/mesh/" });
    expect(github.state.checkRuns[0]?.annotations.every(({ path }) => path.startsWith("infra/mesh/"))).toBe(true);
    expect(bodies()[0]).toContain("another mesh");
    expect(bodies()[1]).toMatch(/^<!-- isthmus:folder infra%2Fmesh -->\n<!-- isthmus:v1 /u);
    expect(bodies()[1]).not.toMatch(/blob\/[0-9a-f]{40}\/(?!infra\/mesh\/)/u);
  });
});

describe("other events", () => {
  it("a merge group gets check runs and no comment", async () => {
    withoutMesh();
    const done = await runJob({ github, eventName: "merge_group", event: mergeGroupEvent(base, head) });
    expect(done.code).toBe(1);
    expect(bodies()).toEqual([]);
    expect(github.state.checkRuns[0]).toMatchObject({ headSha: head, name: "isthmus / plan" });
  });

  it("a push gets a summary and writes nothing", async () => {
    withoutMesh();
    const done = await runJob({ github, eventName: "push", event: pushEvent(base, head) });
    expect(done.summary).toContain("## Mesh plan");
    expect(github.writes()).toEqual([]);
  });

  it("a closed pull request and a deleted branch are nothing to do", async () => {
    const closed = await runJob({
      github,
      eventName: "pull_request_target",
      event: pullRequestEvent({ number: 1, base, head, action: "closed" }),
    });
    const deleted = await runJob({ github, eventName: "push", event: pushEvent(base, "0".repeat(40)) });
    expect([closed.code, closed.outputs["reason-code"], deleted.code, deleted.outputs["reason-code"]]).toEqual([
      0,
      "nothing_to_do",
      0,
      "nothing_to_do",
    ]);
    expect(github.log).toEqual([]);
  });
});
