import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createRoot } from "../../src/adapters/signer/index.ts";
import { type ApiServer, startApiServer } from "../support/api-server/index.ts";
import { cancel, type Finished, type Job, pushEvent, runJob } from "../support/github/job.ts";
import type { Files } from "../support/github/mesh.ts";
import { addCommit } from "../support/github/objects.ts";
import { openPull } from "../support/github/pull-requests.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";

/**
 * What a push to the default branch does when it does not go well, by the Action as a process. The loopback API servers remember and have no controllers: a
 * Deployment never becomes available there, so that what works is proven on real clusters (`test/cluster/action.itg.test.ts`).
 */

// Each run is a process that starts the chart engine: seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const names = ["east", "west"];
let github: LoopbackGitHub;
let servers: readonly ApiServer[];
let root: Record<string, string>;

beforeAll(async () => {
  const { certificate, key } = await createRoot({ organization: "shop", name: "root", days: 30, at: Date.now() });
  root = { ROOT_CERT: certificate.pem, ROOT_KEY: key.open() };
});
beforeEach(async () => {
  github = await startGitHub();
  github.state.token = { ...github.state.token, permissions: { contents: "read", deployments: "write" } };
  servers = await Promise.all(names.map((name) => startApiServer({ name, tls: true })));
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await github.stop();
});

function allow(more: Readonly<Record<string, "read" | "write">>): void {
  const { token } = github.state;
  github.state.token = { ...token, permissions: { ...token.permissions, ...more } };
}

function push(changed: Files = {}, job: Partial<Job> = {}): Promise<Finished> {
  const clusters = names.map((name, index) => ({ name, network: `net-${name}`, url: `https://203.0.113.${index + 1}:6443` }));
  const before = addCommit(github.state.objects, {});
  const head = addCommit(github.state.objects, { ...meshFiles(clusters), ...changed }, [before]);
  // Merged as pull request 412, of which this push is the merge.
  const merged = openPull(github.state, { number: 412, author: { login: "cleo", type: "User", id: 9 }, base: {}, head: {} });
  github.state.pulls.set(412, { ...merged, state: "closed", mergeCommit: head });
  const kubeconfigs = Object.fromEntries(servers.map((server, index) => [variable(names[index] ?? ""), server.kubeconfig()]));
  return runJob({
    github,
    eventName: "push",
    event: pushEvent(before, head, "main"),
    inputs: { apply: "true" },
    env: { ...root, ...kubeconfigs },
    ...job,
  });
}
const told = (): readonly string[] =>
  github.state.deployments.map(({ environment, statuses }) => [environment, ...statuses.map(({ state }) => state)].join(" ")).sort();
const written = (): readonly string[] =>
  servers.flatMap((server) =>
    server
      .requests()
      .filter(({ method, url }) => method === "PATCH" && !url.includes("dryRun"))
      .map(({ url }) => url),
  );

describe("a push to the default branch", () => {
  it("that is cancelled stops, says so of every cluster and on the pull request that was merged, and leaves ledgers that the next run goes on from", async () => {
    const isWaiting = (): boolean => written().filter((url) => url.includes("/deployments/istiod")).length === names.length;
    allow({ "pull-requests": "write" });
    const done = await push({}, { started: (process) => void cancel(process, isWaiting) });
    expect([done.code, done.outputs["decision"], done.outputs["reason-code"], done.log]).toEqual([
      3,
      "unknown",
      "stopped",
      expect.stringContaining("cancelled"),
    ]);
    expect(told()).toEqual(["mesh-east in_progress error error", "mesh-west in_progress error error"]);
    const words = github.state.deployments.flatMap(({ statuses }) => statuses.slice(1).map(({ description }) => description));
    for (const text of words) expect(text).toContain("the next run goes on from there");
    for (const server of servers) {
      const kinds = server.objects().map(({ kind, metadata }) => `${String(kind)} ${String((metadata as { name?: string }).name)}`);
      expect(kinds.filter((kind) => kind.startsWith("Lease"))).toEqual([]);
      expect(kinds).toContain("Deployment istiod");
    }
    expect(done.summary).toContain("Where it stands; the next run goes on from there");
    expect(github.state.comments.map(({ issue, body }) => [issue, body])).toEqual([
      [412, expect.stringMatching(/^<!-- isthmus:receipt run=77\/1 -->\n\*\*Stopped\*\*/u)],
    ]);
    expect(done.log).toMatch(/^::group::Cluster east$/mu);
  });

  it("that one cluster refuses in the middle fails there, with step and reason, and goes on in the other", async () => {
    servers[1]?.faults([
      {
        methods: ["PATCH"],
        path: "/customresourcedefinitions/[^?]*\\?(?!.*dryRun)",
        answer: { kind: "status", status: 403, message: "no" },
      },
    ]);
    const isWaiting = (): boolean => written().some((url) => url.includes("/deployments/istiod"));
    const done = await push({}, { started: (process) => void cancel(process, isWaiting) });
    expect(done.code).toBe(3);
    const west = github.state.deployments.find(({ environment }) => environment === "mesh-west")?.statuses.at(-1);
    expect(west).toMatchObject({ state: "failure", description: expect.stringMatching(/^west\/base failed: /u) });
  });
});

describe("a push that is not applied", () => {
  it("for what is wrong with it says so in the log, as the job's errors and in the summary, and touches neither clusters nor deployments", async () => {
    const done = await push({ "config/clusters/nowhere/a.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n" });
    expect([done.code, done.outputs["reason-code"]]).toEqual([1, "refused"]);
    expect(done.log).toMatch(/^::error::.*severity error/mu);
    expect(done.summary).toContain("Nothing was applied");
    expect([written(), github.writes()]).toEqual([[], []]);
  });

  it("because somebody else applies passes", async () => {
    const mesh = meshFiles([])["mesh.yaml"];
    const done = await push({ "mesh.yaml": String(mesh).replace("onMerge", "never") });
    expect([done.code, done.outputs["decision"], done.outputs["reason-code"]]).toEqual([0, "pass", "refused"]);
    expect([written(), github.writes()]).toEqual([[], []]);
  });

  it("because a cluster may not be written to names the right that is missing", async () => {
    servers[1]?.users.setRules("admin", [{ apiGroups: ["*"], resources: ["*"], verbs: ["get", "list", "watch"] }]);
    const done = await push();
    expect([done.code, done.outputs["reason-code"]]).toEqual([3, "refused"]);
    expect(done.log).toMatch(/^::error::west: /mu);
    expect([written(), github.writes()]).toEqual([[], []]);
  });
});

it("a deployment that GitHub refuses is told with the permission, and changes nothing else", async () => {
  github.state.token = { ...github.state.token, permissions: { contents: "read" } };
  const isWaiting = (): boolean => written().filter((url) => url.includes("/deployments/istiod")).length === names.length;
  const done = await push({}, { started: (process) => void cancel(process, isWaiting) });
  expect(done.outputs["reason-code"]).toBe("stopped");
  for (const text of [done.log, done.summary]) expect(text).toContain("`deployments: write`");
});
