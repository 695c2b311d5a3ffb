import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, createGitHubFiles, publishCheckRuns, unwritten } from "../../../src/adapters/github/index.ts";
import { planFacts } from "../../../src/chatops/index.ts";
import { type JsonObject, objectAt } from "../../../src/model/json.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { Secret } from "../../../src/model/secret.ts";
import { situationOf } from "../../../src/shells/github/event.ts";
import { objectionsTo } from "../../../src/shells/github/queue.ts";
import type { World } from "../../../src/world.ts";
import { addReview } from "../../support/github/answers/pulls.ts";
import { mergeGroupEvent } from "../../support/github/job.ts";
import { shop } from "../../support/github/mesh.ts";
import { addCommit } from "../../support/github/objects.ts";
import { openPull, pushTo } from "../../support/github/pull-requests.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";
import type { Author, Pull } from "../../support/github/state.ts";

/** A merge queue lets through what was approved, cluster by cluster, and nothing else; read from the loopback GitHub. */

const person = (login: string, id: number): Author => ({ login, type: "User", id });
const [ana, ben] = [person("ana", 11), person("ben", 12)];
const key = new Secret("a key for tests, 0123456789abcdef");
let github: LoopbackGitHub;
let pull: Pull;
const said: string[] = [];

beforeEach(async () => {
  said.length = 0;
  github = await startGitHub();
  github.state.people.set("ben", { id: 12, role: "write" });
  open();
});
afterEach(() => github.stop());

/** The pull request, where the mesh says this about approvals. */
function open(approvals?: string): void {
  const mesh = String(shop["mesh.yaml"]).replace(
    /^spec:\n/mu,
    approvals === undefined ? "spec:\n" : `spec:\n  chatops: { approvals: ${approvals} }\n`,
  );
  pull = openPull(github.state, { author: ana, base: { ...shop, "mesh.yaml": mesh } });
}

function connection() {
  const { state, apiUrl } = github;
  return connect({ token: new Secret(state.token.value), apiUrl, owner: state.owner, repo: state.repo });
}

/** What a plan is made of, as far as a digest is asked about. */
function planOf(digests: Readonly<Record<string, string>>): { readonly plan: Plan; readonly findings: readonly [] } {
  const steps = Object.keys(digests).map((cluster) => ({
    id: `${cluster}/config`,
    kind: "config" as const,
    stage: "namespaces" as const,
    clusters: [cluster],
    after: [],
    writes: [],
    gate: undefined,
    wave: 1,
    irreversible: undefined,
  }));
  const digest = { plan: Object.values(digests).join("+"), clusters: new Map(Object.entries(digests)) };
  return { plan: { steps, waves: [], guards: [], deletions: new Map(), kept: [], digest }, findings: [] };
}

async function show(digests: Readonly<Record<string, string>>): Promise<void> {
  const plan = planFacts(planOf(digests), { head: pull.head, base: pull.base });
  const seal = unwritten({ repository: "shop/mesh", pull: 7, folder: "", plan }, key);
  const run = { name: "isthmus / plan", conclusion: "success", title: "t", summary: "s", text: "", annotations: [] } as const;
  await publishCheckRuns(connection(), pull.head, [seal === undefined ? run : { ...run, seal }]);
}

async function queue(digests: Readonly<Record<string, string>>, { keys = [key], ref = "" } = {}): Promise<readonly string[]> {
  const head = addCommit(github.state.objects, { "mesh.yaml": "queued" }, [pull.base, pull.head]);
  const event = mergeGroupEvent(pull.base, head, 7) as JsonObject;
  const group = situationOf(
    "merge_group",
    ref === "" ? event : { ...event, merge_group: { ...objectAt(event, "merge_group"), head_ref: ref } },
  );
  if (group.kind !== "merge-group") throw new Error("the event is not a merge group's");
  const files = createGitHubFiles(connection(), { folder: "" });
  const nothing = () => Promise.reject(new Error("nothing is rendered to judge approvals"));
  const world: World = {
    files: { read: (ref) => (ref.kind === "commit" ? files.read(ref.revision) : nothing()) },
    charts: { engine: nothing, fetch: nothing },
  };
  const stage = {
    situation: group,
    connection: connection(),
    world,
    wishes: { planKeys: keys, folder: "" },
    desk: { say: (text: string) => void said.push(text) },
  };
  return (await objectionsTo(stage, planOf(digests))).map(({ code, said: text }) => `${code}: ${text}`);
}

describe("a merge queue", () => {
  it("lets through what was approved, also a part of it, and whatever the commit", async () => {
    await show({ east: "a", west: "b" });
    addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    pushTo(github.state, pull, { by: ana, files: { "mesh.yaml": "the same, said otherwise" } });
    expect(await queue({ east: "a", west: "b" })).toEqual([]);
    expect(await queue({ east: "a" })).toEqual([]);
  });

  it("stops what would be done otherwise, in the clusters where it would", async () => {
    await show({ east: "a", west: "b" });
    addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    expect(await queue({ east: "a", west: "c", eu: "d" })).toEqual([
      "queue_not_approved: What the merge would do in `eu` has 0 of the 1 approvals it needs.",
      "queue_not_approved: What the merge would do in `west` has 0 of the 1 approvals it needs.",
    ]);
  });

  it("stops what nobody approved, or only its author, or somebody who may not write", async () => {
    await show({ east: "a" });
    expect(await queue({ east: "a" })).toHaveLength(1);
    github.state.people.set("ana", { id: 11, role: "admin" });
    addReview(github.state, 7, { author: ana, verdict: "APPROVED" });
    github.state.people.set("eve", { id: 13, role: "read" });
    addReview(github.state, 7, { author: person("eve", 13), verdict: "APPROVED" });
    expect(await queue({ east: "a" })).toHaveLength(1);
    addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    expect(await queue({ east: "a" })).toEqual([]);
  });

  it("stops what was approved and then refused", async () => {
    await show({ east: "a" });
    addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
    addReview(github.state, 7, { author: ben, verdict: "CHANGES_REQUESTED" });
    expect(await queue({ east: "a" })).toHaveLength(1);
  });

  it.each(["{ count: 0 }", "{ count: 1, bind: headSha }"])(
    "holds to the plan on the pull request where approvals are %s",
    async (approvals) => {
      open(approvals);
      await show({ east: "a" });
      addReview(github.state, 7, { author: ben, verdict: "APPROVED" });
      expect(await queue({ east: "a" })).toEqual([]);
      expect(await queue({ east: "b" })).toEqual([
        "queue_not_shown: In `east` the merge would do something else than the plan that stands on the pull request.",
      ]);
    },
  );

  it("stops what it cannot tell the pull request of", async () => {
    expect(await queue({ east: "a" }, { ref: "refs/heads/tmp/batch-3" })).toEqual([
      "queue_without_pull_request: Nobody can tell which pull request this merge group is for: its ref is `refs/heads/tmp/batch-3`.",
    ]);
  });

  it("lets everything through that changes nothing", async () => {
    expect(await queue({})).toEqual([]);
  });

  it("says that it does not look where no key is given", async () => {
    expect(await queue({ east: "a" }, { keys: [] })).toEqual([]);
    expect(said).toEqual(["No `plan-key` is given: whether this is what was approved cannot be told, and is not looked at."]);
  });
});
