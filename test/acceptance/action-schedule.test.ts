import { request } from "node:https";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createRoot } from "../../src/adapters/signer/index.ts";
import { type ApiServer, startApiServer } from "../support/api-server/index.ts";
import { cancel, type Finished, type Job, pushEvent, runJob } from "../support/github/job.ts";
import { addCommit } from "../support/github/objects.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import { put, remoteSecret } from "../support/remote-secret.ts";

/** What the Action says by plan, of clusters that nobody pushed anything to: against loopback API servers, which remember and have no controllers. */

// Each run is a process that starts the chart engine: seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const names = ["east", "west"];
let github: LoopbackGitHub;
let servers: readonly ApiServer[];
let env: Record<string, string>;
let root: Record<string, string>;
let head: string;

beforeAll(async () => {
  const { certificate, key } = await createRoot({ organization: "shop", name: "root", days: 30, at: Date.now() });
  root = { ROOT_CERT: certificate.pem, ROOT_KEY: key.open() };
});
beforeEach(async () => {
  github = await startGitHub();
  github.state.token = { ...github.state.token, permissions: { contents: "read", deployments: "write" } };
  servers = await Promise.all(names.map((name) => startApiServer({ name, tls: true })));
  const clusters = names.map((name, index) => ({ name, network: `net-${name}`, url: `https://203.0.113.${index + 1}:6443` }));
  head = addCommit(github.state.objects, meshFiles(clusters));
  env = { ...root, ...Object.fromEntries(servers.map((server, index) => [variable(names[index] ?? ""), server.kubeconfig()])) };
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await github.stop();
});

const run = (job: Partial<Job>): Promise<Finished> =>
  runJob({
    github,
    eventName: "schedule",
    event: { schedule: "0 6 * * *" },
    env: { ...env, GITHUB_SHA: head },
    inputs: { verify: "none" },
    ...job,
  });
const writes = () =>
  servers.flatMap((server) =>
    server
      .requests()
      .filter(({ method, url }) => method !== "GET" && !/selfsubject|dryRun|\/token/u.test(url))
      .map(({ method, url }) => `${method} ${url}`),
  );

/** Somebody changes a ConfigMap behind Git's back. */
function edit(server: ApiServer, path: string, patch: object): Promise<number> {
  const { users } = JSON.parse(server.kubeconfig()) as { users: { user: { token: string } }[] };
  const headers = {
    authorization: `Bearer ${users[0]?.user.token}`,
    "content-type": "application/merge-patch+json",
    "user-agent": "kubectl-edit",
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server.url}${path}?fieldManager=kubectl-edit`,
      { method: "PATCH", headers, ca: server.ca, rejectUnauthorized: false },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on("error", reject);
    sent.end(JSON.stringify(patch));
  });
}

describe("a look by plan", () => {
  it("says that the clusters lag behind what was merged and never applied, and writes nothing", async () => {
    const done = await run({});
    expect([done.code, done.outputs["decision"], done.outputs["reason-code"]]).toEqual([1, "fail", "behind"]);
    expect(done.summary).toContain("`east/istiod`");
    expect([writes(), github.writes()]).toEqual([[], []]);
  });

  it("names what somebody changed since it was applied: exit code 4", async () => {
    const isWaiting = () =>
      servers.every((server) =>
        server.objects().some(({ kind, metadata }) => kind === "Deployment" && (metadata as { name?: string }).name === "istiod"),
      );
    await run({
      eventName: "push",
      event: pushEvent(head, head, "main"),
      inputs: { apply: "true" },
      started: (process) => void cancel(process, isWaiting),
    });
    const [east] = servers;
    expect(
      east && (await edit(east, "/api/v1/namespaces/istio-system/configmaps/istio", { data: { mesh: "accessLogFile: /dev/stdout" } })),
    ).toBe(200);
    const done = await run({});
    expect([done.code, done.outputs["decision"], done.outputs["reason-code"]]).toEqual([4, "fail", "drift"]);
    expect(done.summary).toContain("ConfigMap istio-system/istio");
    expect(JSON.parse(done.result)).toMatchObject({ kind: "drift", verdict: "drift" });
    expect(done.log).toMatch(/^::error::Somebody changed what Isthmus wrote/mu);
  });

  it("raises an issue about a token that ends, with the day, and keeps it at one", async () => {
    github.state.token = { ...github.state.token, permissions: { contents: "read", deployments: "write", issues: "write" } };
    const now = Math.floor(Date.now() / 1000);
    const [east] = servers;
    if (east) await put(east, "/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } });
    expect(
      east && (await put(east, "/api/v1/namespaces/istio-system/secrets", remoteSecret({ iat: now - 20 * 86_400, exp: now + 6 * 86_400 }))),
    ).toBe(201);
    const done = await run({});
    expect([done.code, done.outputs["decision"]], done.log).toEqual([1, "fail"]);
    const until = new Date((now + 6 * 86_400) * 1000).toISOString().slice(0, 10);
    expect(github.state.issues.map(({ title }) => title)).toEqual([`Mesh lab: the token by which east reads west ends on ${until}`]);
    expect(github.state.issues[0]?.body).toContain("the run by plan may not write to clusters");
    expect(done.summary).toContain("What ends next");
    await run({});
    expect(github.state.issues.map(({ writes: count }) => count)).toEqual([1]);
    expect([writes(), github.state.issues[0]?.body.includes("eyJ")]).toEqual([
      ["POST /api/v1/namespaces", "POST /api/v1/namespaces/istio-system/secrets"],
      false,
    ]);
  });

  it("never calls a cluster that does not answer unchanged: exit code 3, unknown", async () => {
    await servers[1]?.stop();
    const done = await run({});
    expect([done.code, done.outputs["decision"], done.outputs["reason-code"]]).toEqual([3, "unknown", "world_failed"]);
    expect(done.summary).toContain("could not be reached");
  });
});
