import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

/** `isthmus init` of the built command line as a process: from what a person's kubeconfig is like to a mesh that validates. */

const cli = join(import.meta.dirname, "..", "..", "dist", "cli.js");
const scratch = mkdtempSync(join(tmpdir(), "isthmus-init-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function isthmus(args: readonly string[], { cwd = scratch, env = {} }: { cwd?: string; env?: Record<string, string> } = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

let count = 0;
function saved(text: string): string {
  const file = join(scratch, `kubeconfig-${++count}`);
  writeFileSync(file, text);
  return file;
}

const config = (parts: object): string => JSON.stringify({ apiVersion: "v1", kind: "Config", ...parts });
const server = (name: string, address: string, more: object = {}) => ({ name, cluster: { server: address, ...more } });
const context = (name: string, cluster: string, user = "me") => ({ name, context: { cluster, user } });
const exec = (command: string) => ({
  apiVersion: "client.authentication.k8s.io/v1",
  command,
  args: ["--canary-arg"],
  env: [{ name: "A", value: "canary-env" }],
});

const arn = "arn:aws:eks:us-east-1:111122223333:cluster/Shop_Prod";
const gke = "gke_my-project_europe-west1-b_shop";
const usual = config({
  clusters: [
    server(arn, "https://ABCD.gr7.us-east-1.eks.amazonaws.com", { "certificate-authority-data": "Y2FuYXJ5LWNh" }),
    server("the-same", "https://abcd.gr7.us-east-1.eks.amazonaws.com:443/"),
    server(gke, "https://203.0.113.7"),
    server("kind", "https://127.0.0.1:41001"),
    server("by-name-a", "https://teleport.example", { "tls-server-name": "a.kube" }),
    server("by-name-b", "https://teleport.example", { "tls-server-name": "b.kube" }),
    server("asking", "https://rancher.example/k8s/clusters/c-1?x=canary-query"),
    server("password", "https://me:canary-password@203.0.113.9:6443"),
  ],
  contexts: [
    context(arn, arn, "aws"),
    context("admin@shop", arn, "admin"),
    context("other-spelling", "the-same", "admin"),
    context(gke, gke, "gcloud"),
    context("Shop_Prod", "kind"),
    context("by-name-a", "by-name-a"),
    context("by-name-b", "by-name-b"),
    context("asking", "asking"),
    context("password", "password"),
    context("nowhere", "gone"),
    context("two\nlines", "kind"),
  ],
  users: [
    { name: "aws", user: { exec: exec("aws") } },
    { name: "gcloud", user: { exec: exec("gke-gcloud-auth-plugin") } },
    { name: "admin", user: { "client-certificate-data": "Y2FuYXJ5LWNlcnQ=", "client-key-data": "Y2FuYXJ5LWtleQ==" } },
    { name: "me", user: { token: "canary-token", username: "u", password: "canary-pass" } },
  ],
});

describe("isthmus init", () => {
  const file = saved(usual);
  const mesh = join(scratch, "first", "mesh.yaml");

  it("writes a cluster for each API server, and says which contexts it leaves out", () => {
    const { code, stdout, stderr } = isthmus(["init", "--kubeconfig", file, "--name", "My Shop", "--write", mesh]);
    expect([code, stdout]).toEqual([0, ""]);
    const text = readFileSync(mesh, "utf8");
    expect(text.match(/^ {2}name: .*$/gmu)).toEqual(
      ["my-shop", "shop-prod", "gke-my-project-europe-west1-b-shop", "shop-prod-2", "by-name-a", "by-name-b", "asking", "password"].map(
        (name) => `  name: ${name}`,
      ),
    );
    expect(stderr.match(/^Left out: .*$/gmu)).toEqual([
      `Left out: context admin@shop: it leads to the same API server as ${arn}.`,
      `Left out: context other-spelling: it leads to the same API server as ${arn}.`,
      "Left out: context nowhere: the kubeconfig has no address for its cluster gone.",
      "Left out: context two lines: its name is empty or not one line.",
    ]);
    expect(stderr).toContain("Fill in");
  });

  it("writes no credential, and no address that may hold one or leads nowhere", () => {
    const text = readFileSync(mesh, "utf8");
    expect(text).not.toMatch(/canary|Y2FuYXJ5|^[^#]*127\.0\.0\.1/mu);
    expect(text.match(/^ {4}url: .*$/gmu)).toEqual([
      "    url: https://ABCD.gr7.us-east-1.eks.amazonaws.com",
      "    url: https://203.0.113.7",
      "    url: https://teleport.example",
    ]);
    expect(text.match(/^ {4}- \S+$/gmu)).toEqual(["    - aws", "    - gke-gcloud-auth-plugin"]);
  });

  it("validates without an error or a warning", () => {
    const { code, stdout } = isthmus(["validate", "--output", "json"], { cwd: join(mesh, "..") });
    const { findings } = JSON.parse(stdout) as { findings: { severity: string; rule: string }[] };
    expect([code, findings.filter(({ severity }) => severity !== "info")]).toEqual([0, []]);
  });

  it("does not overwrite: exit 2, and the file is what it was", () => {
    writeFileSync(mesh, "# mine\n");
    const { code, stderr } = isthmus(["init", "--kubeconfig", file, "--write", mesh]);
    expect([code, stderr, readFileSync(mesh, "utf8")]).toEqual([2, expect.stringContaining("is not overwritten"), "# mine\n"]);
  });

  it("reads several files as kubectl does: the first of a name wins, and a context may name a cluster of another file", () => {
    const files = [
      config({ contexts: [context("a", "east")] }),
      config({
        clusters: [server("east", "https://203.0.113.1"), server("west", "https://203.0.113.2")],
        contexts: [context("a", "west")],
      }),
      config({ clusters: [server("west", "https://203.0.113.3")], contexts: [context("b", "west")] }),
      config({ users: [{ name: "me", user: { exec: exec("aws") } }] }),
    ].map(saved);
    const { code, stdout } = isthmus(["init"], { env: { KUBECONFIG: [...files, join(scratch, "gone")].join(delimiter) } });
    expect([code, stdout.match(/^ {4}(?:url|context): .*$|^ {4}- .*$/gmu)?.filter((line) => !line.includes("name:"))]).toEqual([
      0,
      ["    context: a", "    - aws", "    url: https://203.0.113.1", "    context: b", "    - aws", "    url: https://203.0.113.2"],
    ]);
  });

  it("takes the contexts that are named, and says which there are when one is not", () => {
    const one = isthmus(["init", "--kubeconfig", file, "--context", gke]);
    expect([one.code, one.stderr, one.stdout.match(/kind: Cluster/gu)?.length]).toEqual([0, "", 1]);
    const { code, stdout, stderr } = isthmus(["init", "--kubeconfig", file, "--context", "gone"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`has no context gone. It has: ${arn}, admin@shop`);
    expect(isthmus(["init", "--kubeconfig", file, "--context", "nowhere"])).toMatchObject({ code: 2, stdout: "" });
  });

  it.each([
    ["no contexts", config({ clusters: [server("a", "https://a")], contexts: [] }), "it names no context"],
    ["nothing", "", "it names no context"],
    ["half a document", 'users: [{name: u, user: {token: "canary-token"}}\n', "it is not a kubeconfig"],
    ["lists that are none", "clusters: canary-token\ncontexts: 5\nusers: {token: canary-token}\n", "it"],
    ["contexts that are none", "contexts: [canary-token, 7, {name: {token: canary-token}}]\n", "it"],
  ])("says what is wrong with a file of %s, and quotes nothing of it: exit 3", (_, text, why) => {
    const target = join(scratch, "never.yaml");
    const { code, stdout, stderr } = isthmus(["init", "--kubeconfig", saved(text), "--write", target]);
    expect([code, stdout, existsSync(target)]).toEqual([3, "", false]);
    expect(stderr).toContain("[kubeconfig-unreadable]");
    expect(stderr).toContain(why);
    expect(stderr).not.toContain("canary");
  });
});
