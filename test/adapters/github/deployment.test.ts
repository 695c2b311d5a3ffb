import { afterEach, beforeEach, expect, it } from "vitest";
import { connect, createDeployment, setDeploymentState, unfinishedBefore } from "../../../src/adapters/github/index.ts";
import { Secret } from "../../../src/model/secret.ts";
import { addCommit } from "../../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";

let github: LoopbackGitHub;
let commit: string;

beforeEach(async () => {
  github = await startGitHub();
  github.state.token = { ...github.state.token, permissions: { deployments: "write" } };
  commit = addCommit(github.state.objects, { "mesh.yaml": "kind: Mesh\n" });
});
afterEach(() => github.stop());

const connection = () => {
  const { state, apiUrl } = github;
  return connect({ token: new Secret(state.token.value), apiUrl, owner: state.owner, repo: state.repo });
};
const make = (run = "77/1/east") => createDeployment(connection(), { commit, environment: "mesh-east", run });
const logUrl = "https://github.com/shop/mesh/actions/runs/77";

it("is made for the commit and its environment, and tells how it goes; a success ends the one before it", async () => {
  const first = await make();
  await setDeploymentState(connection(), { id: first, state: "success", description: "12 steps passed", logUrl });
  const second = await make("78/1/east");
  await setDeploymentState(connection(), { id: second, state: "in_progress", description: "", logUrl });
  await setDeploymentState(connection(), { id: second, state: "success", description: "", logUrl });
  expect(github.state.deployments).toMatchObject([
    { sha: commit, environment: "mesh-east", task: "isthmus:apply", statuses: [{ state: "success", logUrl }, { state: "inactive" }] },
    { statuses: [{ state: "in_progress" }, { state: "success" }] },
  ]);
});

it.each(["reset-after", "status-500"] as const)("is made once though the answer got lost or failed (%s)", async (kind) => {
  github.state.faults.push({ method: "POST", path: /\/deployments$/u, kind, times: 1 });
  const id = await make();
  expect(github.state.deployments.map((one) => one.id)).toEqual([id]);
});

it("is told from one of an earlier attempt of the same job", async () => {
  const earlier = await make("77/1/east");
  github.state.faults.push({ method: "POST", path: /\/deployments$/u, kind: "reset-after", times: 1 });
  expect(await make("77/2/east")).not.toBe(earlier);
  expect(github.state.deployments).toHaveLength(2);
});

it("finds the one before it of the same kind, when that one's run died at work", async () => {
  const wanted = { commit, environment: "mesh-east", run: "78/1/east" };
  const dead = await make();
  await setDeploymentState(connection(), { id: dead, state: "in_progress", description: "", logUrl });
  // Another folder of the repository may be at work in a cluster of the same name.
  const other = await make("77/1/infra/mesh/east");
  await setDeploymentState(connection(), { id: other, state: "in_progress", description: "", logUrl });
  const now = await createDeployment(connection(), wanted);
  expect(await unfinishedBefore(connection(), now, wanted)).toBe(dead);
  await setDeploymentState(connection(), { id: dead, state: "error", description: "", logUrl });
  expect(await unfinishedBefore(connection(), now, wanted)).toBeUndefined();
});

it("names the permission that is missing", async () => {
  github.state.token = { ...github.state.token, permissions: { contents: "read" } };
  await expect(make()).rejects.toMatchObject({
    code: "github-forbidden",
    remedy: "Give the job the permission it lacks: `deployments: write`.",
  });
});

it("never says more than GitHub takes", async () => {
  const id = await make();
  await setDeploymentState(connection(), { id, state: "failure", description: "x".repeat(300), logUrl });
  expect(github.state.deployments[0]?.statuses[0]?.description).toHaveLength(140);
});
