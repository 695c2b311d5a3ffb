import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRoot } from "../../src/adapters/signer/index.ts";
import { type ApiServer, startApiServer } from "../support/api-server/index.ts";
import { cancel, type Finished, pushEvent, runJob } from "../support/github/job.ts";
import { addCommit, listRecursively } from "../support/github/objects.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";

/** A look by plan as a matrix of jobs and one that joins them, each the Action as a process of its own, against loopback API servers and the loopback GitHub. */

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const names = ["east", "eu", "west"];
const shop = "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { tier: one } }\n";
const key = "a".repeat(64);

let github: LoopbackGitHub;
let servers: readonly ApiServer[];
let root: Record<string, string>;
let kubeconfigs: Record<string, string>;
let head: string;
let workspace: string;

beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.stop());

async function setUp(): Promise<void> {
  const { certificate, key: rootKey } = await createRoot({ organization: "shop", name: "root", days: 30, at: Date.now() });
  root = { ROOT_CERT: certificate.pem, ROOT_KEY: rootKey.open() };
  const { token, objects, refs } = github.state;
  const permissions = { contents: "write", "pull-requests": "write", issues: "write", deployments: "write" } as const;
  github.state.token = { ...token, permissions };
  servers = await Promise.all(names.map((name) => startApiServer({ name, tls: true })));
  const clusters = names.map((name, index) => ({ name, network: `net-${name}`, url: `https://203.0.113.${index + 1}:6443` }));
  head = addCommit(objects, { ...meshFiles(clusters), "config/clusters/east/shop.yaml": shop });
  refs.set("refs/heads/main", head);
  kubeconfigs = Object.fromEntries(servers.map((server, index) => [variable(names[index] ?? ""), server.kubeconfig()]));
  workspace = mkdtempSync(join(tmpdir(), "isthmus-look-"));
  mkdirSync(join(workspace, "isthmus-parts"));
  await applied();
  expect(await relabel("two")).toBe(200);
}

async function tearDown(): Promise<void> {
  rmSync(workspace, { recursive: true });
  await Promise.all(servers.map((server) => server.stop()));
}

async function applied(): Promise<void> {
  const isThere = () => servers.every((server) => server.objects().some((object) => nameOf(object) === "Deployment istiod"));
  await runJob({
    github,
    eventName: "push",
    event: pushEvent(head, head, "main"),
    env: { ...root, ...kubeconfigs, GITHUB_SHA: head },
    inputs: { apply: "true" },
    started: (process) => void cancel(process, isThere),
  });
}

const nameOf = (object: object): string => {
  const { kind, metadata } = object as { kind: string; metadata: { name: string } };
  return `${kind} ${metadata.name}`;
};

/** Somebody changes a label behind Git's back. */
function relabel(tier: string): Promise<number> {
  const [server] = servers;
  if (server === undefined) throw new Error("no cluster");
  const { users } = JSON.parse(server.kubeconfig()) as { users: { user: { token: string } }[] };
  const headers = {
    authorization: `Bearer ${users[0]?.user.token}`,
    "content-type": "application/merge-patch+json",
    "user-agent": "kubectl-edit",
  };
  const options = { method: "PATCH", headers, ca: server.ca, rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}/api/v1/namespaces/shop?fieldManager=kubectl-edit`, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(JSON.stringify({ metadata: { labels: { tier } } }));
  });
}

/** `env` is what the job has beside what every job has: a shard its kubeconfigs, the joining one none. */
function job(inputs: Record<string, string>, env: Record<string, string>): Promise<Finished> {
  const given = { "plan-key": key, "drift-pull-requests": "both", ...inputs };
  return runJob({
    github,
    eventName: "schedule",
    event: { schedule: "0 6 * * *" },
    inputs: given,
    workspace,
    env: { ...env, GITHUB_SHA: head },
  });
}

const parts = (): string => join(workspace, "isthmus-parts");

/** A shard's job, its part kept where the joining job looks. */
async function shard(number: number, inputs: Record<string, string> = {}): Promise<string> {
  const kept = mkdtempSync(join(workspace, "temp-"));
  const clusters = Object.fromEntries(Object.entries(kubeconfigs).filter(([name]) => name !== (number === 1 ? "KUBECONFIG_WEST" : "")));
  const done = await job({ shards: "3", shard: String(number), ...inputs }, { ...root, ...clusters, RUNNER_TEMP: kept });
  expect([done.code, done.outputs["reason-code"]], done.log).toEqual([0, "handed_on"]);
  const target = join(parts(), `isthmus-part-00${number}.json.gz`);
  copyFileSync(done.outputs["part"] ?? "", target);
  return gunzipSync(readFileSync(target)).toString();
}

/** The pull requests and what stands on their branches, the issues, and nothing that says which run it was. */
function left(): object {
  const { pulls, issues, objects, refs } = github.state;
  const files = (branch: string | undefined) => {
    const commit = objects.commits.get(refs.get(`refs/heads/${branch}`) ?? "");
    return listRecursively(objects, commit?.tree ?? "").map(({ path, sha }) => [path, sha]);
  };
  return {
    pulls: [...pulls.values()].map(({ title, body, branch, state }) => ({
      title,
      body: timeless(body),
      branch,
      state,
      files: files(branch).length,
    })),
    issues: issues.map(({ title, body, state }) => ({ title, body, state })),
  };
}

const timeless = (text: string | undefined): string | undefined => text?.replace(/\d{4}-\d\d-\d\dT?[ \d:.Z]*/gu, "TIME");

function forget(): void {
  github.state.pulls.clear();
  github.state.issues.length = 0;
  for (const ref of github.state.refs.keys()) if (ref.includes("isthmus/drift")) github.state.refs.delete(ref);
}

describe("a look by plan in shards", () => {
  beforeEach(setUp);
  afterEach(tearDown);

  it("opens what one job opens and says what it says; the joining job holds no kubeconfig, and no part shows what clusters hold", async () => {
    const matrix = await job({ shards: "3", shard: "matrix" }, {});
    expect(JSON.parse(matrix.outputs["matrix"] ?? "")).toMatchObject({
      include: [{ clusters: "east" }, { clusters: "eu" }, { clusters: "west" }],
    });
    for (const number of [1, 2, 3]) {
      const text = await shard(number);
      expect(text).not.toMatch(/istio-system|shop.*tier|BEGIN/u);
    }
    expect(github.writes().filter(({ path }) => !path.includes("deployments"))).toEqual([]);

    const joined = await job({ shards: "3", shard: "join" }, {});
    expect([joined.code, joined.outputs["decision"], joined.outputs["reason-code"]], joined.log).toEqual([4, "fail", "drift"]);
    const together = left();
    expect(JSON.stringify(together)).toContain("lab: take over what is live");
    forget();
    const alone = await job({}, { ...root, ...kubeconfigs });
    expect(left()).toEqual(together);
    expect([joined.code, joined.outputs["reason-code"]]).toEqual([alone.code, alone.outputs["reason-code"]]);
    expect(joined.result).toBe(alone.result);
    const numberless = (text: string) => timeless(text.replace(/\/pull\/\d+/gu, "/pull/N"));
    expect(numberless(joined.summary)).toBe(numberless(alone.summary));
  });

  it("with a part that somebody else made, or of a shard that is missing, says which clusters are unknown, and leaves the pull requests", async () => {
    await shard(1);
    await shard(2, { "plan-key": "b".repeat(64) });
    const done = await job({ shards: "3", shard: "join", "drift-pull-requests": "adopt" }, {});
    expect([done.code, done.outputs["decision"], done.outputs["reason-code"]]).toEqual([3, "unknown", "world_failed"]);
    expect(done.log).toContain("2 (its part was not sealed with this key, or was changed); 3 (its part is missing)");
    expect(done.summary).toMatch(/`?eu`?: Cluster/u);

    // A part of an earlier run, as an attacker would keep one of a better day.
    const other = await job({ shards: "3", shard: "join" }, { GITHUB_RUN_ID: "78" });
    expect(other.log).toContain("1, 2 (its part is about another run)");
  });
});

describe("a look by plan in shards, wrongly used", () => {
  it.each([
    [{ "plan-key": "" }, "`plan-key` is empty"],
    [{ verify: "probe" }, "`verify: probe`"],
    [{ apply: "true" }, "do not go together"],
  ])("%o is wrong usage", async (inputs, said) => {
    const head = addCommit(github.state.objects, meshFiles([{ name: "east", network: "n", url: "https://203.0.113.1:6443" }]));
    const given = { shards: "2", shard: "1", "plan-key": key, ...inputs };
    const done = await runJob({
      github,
      eventName: "schedule",
      event: { schedule: "0 6 * * *" },
      inputs: given,
      env: { GITHUB_SHA: head },
    });
    expect([done.code, done.outputs["reason-code"]]).toEqual([2, "wrong_usage"]);
    expect(done.log).toContain(said);
  });
});
