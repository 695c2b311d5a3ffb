import { request } from "node:https";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createRoot } from "../../src/adapters/signer/index.ts";
import { flaws } from "../report/markdown-checks.ts";
import { type ApiServer, startApiServer } from "../support/api-server/index.ts";
import { addComment } from "../support/github/answers/comments.ts";
import { issueCommentEvent } from "../support/github/events.ts";
import { cancel, type Finished, type Job, pushEvent, runJob } from "../support/github/job.ts";
import { addCommit, listRecursively } from "../support/github/objects.ts";
import { meshFiles, variable } from "../support/github/pushed-mesh.ts";
import { type LoopbackGitHub, startGitHub } from "../support/github/server.ts";
import type { Author, Pull } from "../support/github/state.ts";

/**
 * Drift as pull requests, by the Action as a process: by plan, and by comment. The loopback API servers have no controllers, so an apply is stopped when the first objects
 * are there; a Namespace of the configuration is among them.
 */

vi.setConfig({ testTimeout: 600_000 });

const names = ["east", "west"];
const [ana, cleo] = [
  { login: "ana", type: "User", id: 7 },
  { login: "cleo", type: "User", id: 8 },
] as const satisfies readonly Author[];
const branches = { adopt: "isthmus/drift/lab/adopt", restore: "isthmus/drift/lab/restore" } as const;

const shopFile = "config/clusters/east/shop.yaml";
const shop = `# The shop. Ask pay before you touch it.
apiVersion: v1
kind: Namespace
metadata:
    name: shop
    labels:
        tier: "one"   # agreed with pay
        team: pay
`;

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
  const { token, people, objects, refs } = github.state;
  github.state.token = { ...token, permissions: { contents: "write", "pull-requests": "write", deployments: "write", checks: "write" } };
  people.set("ana", { id: 7, role: "write" });
  servers = await Promise.all(names.map((name) => startApiServer({ name, tls: true })));
  const clusters = names.map((name, index) => ({ name, network: `net-${name}`, url: `https://203.0.113.${index + 1}:6443` }));
  const all = "apiVersion: v1\nkind: Namespace\nmetadata: { name: pay, labels: { tier: two } }\n";
  head = addCommit(objects, { ...meshFiles(clusters), [shopFile]: shop, "config/all/pay.yaml": all });
  refs.set("refs/heads/main", head);
  env = { ...root, ...Object.fromEntries(servers.map((server, index) => [variable(names[index] ?? ""), server.kubeconfig()])) };
  await applied();
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await github.stop();
});

async function applied(): Promise<void> {
  const isThere = () =>
    servers.every((server) =>
      server.objects().some(({ kind, metadata }) => kind === "Deployment" && (metadata as { name?: string }).name === "istiod"),
    );
  const started: NonNullable<Job["started"]> = (process) => void cancel(process, isThere);
  await runJob({
    github,
    eventName: "push",
    event: pushEvent(head, head, "main"),
    env: { ...env, GITHUB_SHA: head },
    inputs: { apply: "true" },
    started,
  });
}

const look = (choices = "both"): Promise<Finished> =>
  runJob({
    github,
    eventName: "schedule",
    event: { schedule: "0 6 * * *" },
    env: { ...env, GITHUB_SHA: head },
    inputs: { verify: "none", "drift-pull-requests": choices },
  });

/** Somebody changes an object behind Git's back. */
function edit(name: string, path: string, patch: object): Promise<number> {
  const server = servers[names.indexOf(name)];
  if (server === undefined) throw new Error(`no cluster ${name}`);
  const { users } = JSON.parse(server.kubeconfig()) as { users: { user: { token: string } }[] };
  const headers = {
    authorization: `Bearer ${users[0]?.user.token}`,
    "content-type": "application/merge-patch+json",
    "user-agent": "kubectl-edit",
  };
  return new Promise((resolve, reject) => {
    const options = { method: "PATCH", headers, ca: server.ca, rejectUnauthorized: false };
    const sent = request(`${server.url}${path}?fieldManager=kubectl-edit`, options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(JSON.stringify(patch));
  });
}
const relabel = (name: string, namespace: string, tier: string) =>
  edit(name, `/api/v1/namespaces/${namespace}`, { metadata: { labels: { tier } } });

const pull = (choice: keyof typeof branches): Pull | undefined =>
  [...github.state.pulls.values()].findLast(({ branch }) => branch === branches[choice]);

function fileAt(commit: string, path: string): string {
  const { commits, blobs } = github.state.objects;
  const item = listRecursively(github.state.objects, commits.get(commit)?.tree ?? "").find((entry) => entry.path === path);
  return blobs.get(item?.sha ?? "")?.toString("utf8") ?? "";
}

/** What happened to a pull request, in the one comment on it. */
const notes = (choice: keyof typeof branches): readonly string[] =>
  github.state.comments.filter(({ issue }) => issue === pull(choice)?.number).map(({ body }) => body);

const writes = (): number => github.writes().filter(({ path }) => /\/(?:git|pulls|issues)/u.test(path)).length;

describe("drift found by plan", () => {
  it("is one pull request a choice: opened, left alone, brought up to date, never written over, and closed when there is nothing left", async () => {
    expect([await relabel("east", "shop", "two"), await relabel("east", "pay", "three")]).toEqual([200, 200]);
    const first = await look();
    expect([first.code, first.outputs["reason-code"]]).toEqual([4, "drift"]);
    const [adopt, restore] = [pull("adopt"), pull("restore")];
    expect([adopt?.title, restore?.title]).toEqual(["lab: take over what is live", "lab: put back what Git says"]);
    // One line, and everything else as it was written.
    expect(fileAt(adopt?.head ?? "", shopFile)).toBe(shop.replace('"one"', '"two"'));
    expect(fileAt(adopt?.head ?? "", "config/all/pay.yaml")).toBe(fileAt(head, "config/all/pay.yaml"));
    expect(adopt?.body).toContain("`config/all/pay.yaml` serves `west` as well");
    expect(adopt?.body).toMatch(/config\/clusters\/east\//u);
    expect(adopt?.body).toMatch(/^- .*tier.*: one\n\+ .*tier.*: two$/mu);
    expect(restore?.body).toMatch(/^- .*tier.*: two\n\+ .*tier.*: one$/mu);
    expect(fileAt(restore?.head ?? "", "drift/restored.md")).toContain("Namespace shop");
    for (const body of [adopt?.body, restore?.body]) expect(flaws(body ?? "", ["https://github.com/shop/mesh/"])).toEqual([]);

    const before = writes();
    await look();
    expect([writes() - before, github.state.pulls.size]).toEqual([0, 2]);

    await relabel("east", "shop", "four");
    await look();
    expect([github.state.pulls.size, notes("adopt").length, notes("restore").length]).toEqual([2, 1, 1]);
    expect(fileAt(pull("adopt")?.head ?? "", shopFile)).toBe(shop.replace('"one"', '"four"'));

    // Somebody goes on with it: from then on it is theirs.
    const theirs = addCommit(github.state.objects, { "mesh.yaml": "theirs" }, [adopt?.head ?? ""]);
    github.state.credits.set(theirs, { author: cleo, committer: cleo });
    github.state.refs.set(`refs/heads/${branches.adopt}`, theirs);
    if (adopt !== undefined) adopt.head = theirs;
    await relabel("east", "shop", "five");
    await look();
    expect(github.state.refs.get(`refs/heads/${branches.adopt}`)).toBe(theirs);
    expect(notes("adopt")).toEqual([expect.stringContaining("Others have written to this branch")]);

    await relabel("east", "shop", "one");
    await relabel("east", "pay", "two");
    const last = await look();
    expect(last.outputs["reason-code"]).toBe("behind");
    expect([adopt?.state, restore?.state]).toEqual(["closed", "closed"]);
    expect([...github.state.refs.keys()].filter((ref) => ref.includes("isthmus/drift"))).toEqual([`refs/heads/${branches.adopt}`]);
    expect([notes("adopt").length, notes("restore").length]).toEqual([1, 1]);
  });

  it("that somebody declined is not opened again until it changes; without the right to write it is told, and the look stands", async () => {
    await relabel("east", "shop", "two");
    await look("adopt");
    const first = pull("adopt");
    if (first === undefined) throw new Error("there is no pull request");
    first.state = "closed";
    await look("adopt");
    expect([first.state, github.state.pulls.size]).toEqual(["closed", 1]);

    const { token } = github.state;
    github.state.token = { ...token, permissions: { ...token.permissions, contents: "read" } };
    await relabel("east", "shop", "three");
    const refused = await look("adopt");
    expect([refused.code, refused.outputs["reason-code"], github.state.pulls.size]).toEqual([4, "drift", 1]);
    expect(refused.log).toContain("contents: write");
  });
});

describe("/drift", () => {
  it("--adopt and --restore open the same pull requests for who asks, of the clusters that are named", async () => {
    await relabel("east", "shop", "two");
    const tip = addCommit(github.state.objects, { "mesh.yaml": "none" }, [head]);
    const none = { isFork: false, isDraft: false, state: "open", mergeCommit: undefined, reviews: [] } as const;
    github.state.pulls.set(412, { ...none, reviews: [], number: 412, author: cleo, head: tip, base: head });
    const comment = addComment(github.state, { issue: 412, author: ana, body: "/drift east --adopt --restore\n\n/drift west --adopt" });
    const done = await runJob({ github, eventName: "issue_comment", event: issueCommentEvent(comment), env });
    const [reply = ""] = github.state.comments.filter(({ body }) => body.startsWith("<!-- isthmus:reply")).map(({ body }) => body);
    expect([done.code, done.outputs["decision"]]).toEqual([0, "pass"]);
    expect(reply).toContain(`takes over what is live is open: [#${pull("adopt")?.number}](`);
    expect(reply).toContain(`puts back what Git says is open: [#${pull("restore")?.number}](`);
    expect(reply).toContain("is left as it is, because not all clusters were looked at");
    expect(fileAt(pull("adopt")?.head ?? "", shopFile)).toBe(shop.replace('"one"', '"two"'));
  });
});
