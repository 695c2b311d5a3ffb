import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createRoot } from "../../src/adapters/signer/index.ts";
import { type ApiServer, startApiServer } from "../support/api-server/index.ts";
import { addComment } from "../support/github/answers/comments.ts";
import { addReview } from "../support/github/answers/pulls.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { cancel, type Finished, type Job, runJob } from "../support/github/job.ts";
import { openPull } from "../support/github/pull-requests.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import type { Author, Comment } from "../support/github/state.ts";

/**
 * Commands that meet clusters, by the Action as a process. The loopback API servers remember and have no controllers, so an apply there never ends well by itself: it is
 * rehearsed, refused or stopped.
 */

vi.setConfig({ testTimeout: 300_000 });

const names = ["east", "west"];
const [ana, ben, cleo] = ["ana", "ben", "cleo"].map((login, index): Author => ({ login, type: "User", id: index + 7 })) as [
  Author,
  Author,
  Author,
];
const number = 412;

let github: LoopbackGitHub;
let servers: readonly ApiServer[];
let root: Record<string, string>;

beforeAll(async () => {
  const { certificate, key } = await createRoot({ organization: "shop", name: "root", days: 30, at: Date.now() });
  root = { ROOT_CERT: certificate.pem, ROOT_KEY: key.open() };
});
beforeEach(async () => {
  github = await startGitHub();
  const { token, people } = github.state;
  github.state.token = { ...token, permissions: { ...token.permissions, statuses: "read", deployments: "write" } };
  for (const { login, id } of [ana, ben, cleo]) people.set(login, { id, role: "write" });
  servers = await Promise.all(names.map((name) => startApiServer({ name, tls: true })));
  const clusters = names.map((name, index) => ({ name, network: `net-${name}`, url: `https://203.0.113.${index + 1}:6443` }));
  const files = meshFiles(clusters);
  const base = { ...files, "mesh.yaml": String(files["mesh.yaml"]).replace("onMerge", "onCommand") };
  const config = "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n";
  openPull(github.state, { number, author: cleo, base, head: { ...base, "config/all/shop.yaml": config } });
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await github.stop();
});

function write(author: Author, body: string, job: Partial<Job> = {}): Promise<Finished> {
  return hear(addComment(github.state, { issue: number, author, body }), job);
}

function hear(comment: Comment, job: Partial<Job> = {}): Promise<Finished> {
  const kubeconfigs = Object.fromEntries(servers.map((server, index) => [variable(names[index] ?? ""), server.kubeconfig()]));
  return runJob({ github, eventName: "issue_comment", event: issueCommentEvent(comment), env: { ...root, ...kubeconfigs }, ...job });
}

const replies = (): readonly string[] =>
  github.state.comments.filter(({ body }) => body.startsWith("<!-- isthmus:reply")).map(({ body }) => body);
const receipts = (): readonly string[] =>
  github.state.comments.filter(({ body }) => body.startsWith("<!-- isthmus:receipt")).map(({ body }) => body);
const last = (): string => replies().at(-1) ?? "";
const written = (): readonly string[] =>
  servers.flatMap((server) =>
    server
      .requests()
      .filter(({ method, url }) => !["GET", "HEAD"].includes(method) && !/dryRun|selfsubject|portforward/iu.test(url))
      .map(({ method, url }) => `${method} ${url}`),
  );

describe("/apply", () => {
  it("waits for a plan and an approval; is rehearsed without writing; then runs, stops when its job is cancelled, and is not done twice", async () => {
    expect((await write(ana, "/apply")).outputs["reason-code"]).toBe("plan_missing");
    await write(ana, "/plan");
    expect((await write(ana, "/apply")).outputs["reason-code"]).toBe("not_approved");
    const rehearsal = await write(ana, "/apply --dry-run");
    expect([rehearsal.code, written(), github.state.deployments]).toEqual([0, [], []]);

    addReview(github.state, number, { author: ben, verdict: "APPROVED" });
    const isWaiting = (): boolean => written().filter((line) => line.includes("/deployments/istiod")).length > 0;
    const comment = addComment(github.state, { issue: number, author: ana, body: "/apply" });
    const done = await hear(comment, { started: (process) => void cancel(process, isWaiting) });
    expect([done.code, done.outputs["decision"], done.outputs["reason-code"]]).toEqual([3, "unknown", "stopped"]);
    expect(last()).toContain("Where it stands");
    expect(comment.reactions.map(({ content }) => content)).toEqual(["eyes", "confused"]);
    expect(github.state.deployments.map(({ environment }) => environment).sort()).toContain("mesh-east");

    // Told once more in a new comment, because edits notify nobody; not by the rehearsal, and not twice.
    expect(receipts()).toEqual([expect.stringContaining("**Stopped**")]);
    expect(receipts()[0]).toContain(`#issuecomment-${comment.id}`);

    const [writes, count] = [written().length, replies().length];
    const again = await hear(comment);
    expect([again.outputs["reason-code"], written().length, replies().length]).toEqual(["nothing_to_do", writes, count]);
    expect(receipts()).toHaveLength(1);
  });
});

describe("/lock", () => {
  it("keeps others out until its holder lets go", async () => {
    // A lock lies beside the runs' lease, in a namespace that the first apply makes.
    for (const server of servers) server.seed({ apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } });
    const locked = await write(ana, '/lock east --ttl=1h --reason="looking at it"');
    expect([locked.code, locked.outputs["decision"]]).toEqual([0, "pass"]);
    const theirs = await write(ben, "/unlock east");
    expect([theirs.outputs["reason-code"], last()]).toEqual(["locked", expect.stringContaining("ana")]);
    const own = await write(ana, "/unlock east");
    expect(own.outputs["decision"]).toBe("pass");
  });
});

describe("questions about clusters", () => {
  it("are answered in one comment, and write nothing", async () => {
    const done = await write(ana, "/status\n\n/drift\n\n/certs east\n\n/verify");
    expect([0, 1, 3]).toContain(done.code);
    for (const line of ["`/status`", "`/drift`", "`/certs east`", "`/verify`", "Isthmus never wrote anything here"])
      expect(last()).toContain(line);
    expect([replies().length, written()]).toEqual([1, []]);
    for (const text of [...replies(), done.log, done.summary]) expect(text).not.toContain(root["ROOT_KEY"]?.slice(40, 80));
  });

  it("/pause says that nobody is at work where nobody is", async () => {
    await write(ana, "/plan");
    const done = await write(ana, "/pause");
    expect([done.code, written()]).toEqual([0, []]);
  });
});
