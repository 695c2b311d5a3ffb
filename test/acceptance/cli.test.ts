import { execFile, execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The built command line as a process: what a person types, what comes back, and the exit code a script would see. */

const root = join(import.meta.dirname, "..", "..");
const cli = join(root, "dist", "cli.js");
const scratch = mkdtempSync(join(tmpdir(), "isthmus-cli-"));
const shop = join(scratch, "shop");
const hasGit = spawnSync("git", ["--version"]).status === 0;

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function isthmus(args: readonly string[], { cwd = shop, env = {} }: { cwd?: string; env?: Record<string, string> } = {}): Promise<Run> {
  return new Promise((settle) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd, env: { ...process.env, ...env }, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        settle({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, stderr });
      },
    );
  });
}

function edit(file: string, from: string, to: string): void {
  const path = join(shop, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

beforeAll(() => cpSync(join(root, "examples", "shop"), shop, { recursive: true }));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("isthmus preview, validate, diff, plan", () => {
  it("finds the example mesh in order: exit 0, JSON with a schema version", async () => {
    const { code, stdout } = await isthmus(["validate", "--output", "json"]);
    const report = JSON.parse(stdout) as { schemaVersion: number; findings: { rule: string; severity: string; source: object }[] };
    expect(report.schemaVersion).toBe(1);
    expect(report.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(code).toBe(0);
  });

  it("gives the same bytes twice", async () => {
    const [one, other] = [await isthmus(["preview", "--output", "json"]), await isthmus(["preview", "--output", "json"])];
    expect(one.stdout.length).toBeGreaterThan(10_000);
    expect(one.stdout).toBe(other.stdout);
  });

  it("writes SARIF that names a level and a place for every result", async () => {
    const { stdout } = await isthmus(["validate", "--output", "sarif"]);
    const sarif = JSON.parse(stdout) as { version: string; runs: { results: { level: string; locations: object[] }[] }[] };
    expect(sarif.version).toBe("2.1.0");
    for (const { level, locations } of sarif.runs[0]?.results ?? []) expect([level, locations.length > 0]).toEqual(["note", true]);
  });

  it("prints the plan as a tree and writes a page", async () => {
    const page = join(scratch, "page.html");
    const { stdout, code } = await isthmus(["plan"]);
    expect(stdout).toMatch(/^plan [0-9a-f]{8}\n/u);
    expect(code).toBe(0);
    expect((await isthmus(["preview", "--html", page])).code).toBe(0);
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/iu);
  });

  it("prints the plan of one cluster, and refuses one that does not exist", async () => {
    const { stdout, code } = await isthmus(["plan", "--cluster", "east"]);
    expect(stdout).toMatch(/^plan [0-9a-f]{8}\n/u);
    expect(stdout).toMatch(/─ east\n/u);
    expect(stdout).not.toMatch(/─ (?:west|eu)\n/u);
    expect(code).toBe(0);
    const wrong = await isthmus(["plan", "--cluster", "esat"]);
    expect(wrong.stderr).toContain("east");
    expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  });

  it("colours nothing when nobody is looking", async () => {
    expect((await isthmus(["preview"])).stdout).not.toContain("\u001b[");
  });
});

describe.skipIf(!hasGit)("on a git repository (skipped without git)", () => {
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", ...args], {
      cwd: shop,
      encoding: "utf8",
    }).trim();

  beforeAll(() => {
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-qm", "base");
  });
  afterAll(() => {
    git("checkout", "-q", "-f", "main");
    rmSync(join(shop, ".git"), { recursive: true });
  });

  it("compares the folder with a commit, and two commits without touching the folder", async () => {
    git("checkout", "-q", "-b", "topic");
    edit("config/all/shop/checkout.yaml", "timeout: 5s", "timeout: 3s");
    const dirty = JSON.parse((await isthmus(["diff", "--base", "main", "--output", "json"])).stdout) as {
      changes: { object: { name: string } }[];
    };
    git("commit", "-qam", "timeout");
    git("checkout", "-q", "main");
    const committed = JSON.parse((await isthmus(["diff", "--base", "main", "--head", "topic", "--output", "json"])).stdout) as typeof dirty;
    expect(committed.changes).toEqual(dirty.changes);
    expect(committed.changes).toHaveLength(1);
    expect(git("status", "--porcelain")).toBe("");
    expect(readFileSync(join(shop, "config/all/shop/checkout.yaml"), "utf8")).toContain("timeout: 5s");
  });

  it("compares with where the branches parted, not with what main gained since", async () => {
    edit("config/all/shop/catalog.yaml", "http2MaxRequests: 1000", "http2MaxRequests: 2000");
    git("commit", "-qam", "main moves on");
    const { stdout } = await isthmus(["diff", "--base", "main", "--head", "topic"]);
    expect(stdout).toContain("checkout");
    expect(stdout).not.toContain("http2MaxRequests");
  });

  it("says which revision does not exist: exit 3", async () => {
    const { code, stderr } = await isthmus(["preview", "--base", "nowhere"]);
    expect(stderr).toContain("`nowhere` does not exist");
    expect(stderr).toContain("[revision-not-found]");
    expect(code).toBe(3);
  });
});

describe("isthmus render", () => {
  it("prints every object of one cluster as JSON", async () => {
    const { code, stdout } = await isthmus(["render", "--cluster", "east", "--output", "json"]);
    const { clusters } = JSON.parse(stdout) as { clusters: { name: string; objects: { kind: string; metadata: { name: string } }[] }[] };
    expect(clusters.map(({ name }) => name)).toEqual(["east"]);
    expect(clusters[0]?.objects.filter(({ kind }) => kind === "CustomResourceDefinition")).toHaveLength(15);
    expect(code).toBe(0);
  });

  it("writes the charts that were used and names them in the commands", async () => {
    const charts = join(scratch, "charts");
    const { stdout } = await isthmus(["render", "--cluster", "east", "--as-helm", "--charts", charts]);
    expect(stdout).toContain(`helm template istiod ${join(charts, "istiod")} --namespace istio-system`);
    expect(readFileSync(join(charts, "istiod", "Chart.yaml"), "utf8")).toContain("name: istiod");
  });

  it("prints releases as Helm would take them", async () => {
    const { stdout } = await isthmus(["render", "--as-helm", "--output", "json"]);
    const { releases } = JSON.parse(stdout) as {
      releases: { cluster: string; name: string; chart: string; version: string; values: { global?: { network?: string } } }[];
    };
    const istiod = releases.filter(({ name }) => name === "istiod");
    expect(istiod.map(({ cluster, values }) => [cluster, values.global?.network])).toEqual([
      ["east", "aws-us-east-1"],
      ["eu", "gcp-europe-west1"],
      ["west", "aws-us-west-2"],
    ]);
  });

  it("names a cluster that is not there: exit 2", async () => {
    const { code, stderr } = await isthmus(["render", "--cluster", "north"]);
    expect(stderr).toContain("The mesh has no cluster `north`. It has: east, eu, west.");
    expect(code).toBe(2);
  });
});

describe("isthmus lint", () => {
  it("judges a plain file without any mesh: exit 1, with line and remedy", async () => {
    const file = join(scratch, "route.yaml");
    writeFileSync(
      file,
      "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a, namespace: b}\nspec:\n  hosts: [a]\n  http:\n    - route:\n        - destination: {host: a}\n          weigth: 100\n",
    );
    const { code, stdout } = await isthmus(["lint", file, "--output", "json"], { cwd: scratch });
    const { findings } = JSON.parse(stdout) as {
      findings: { severity: string; message: string; source: { file: string; line: number } }[];
    };
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ source }) => source.line)).toEqual([9]);
    expect(errors[0]?.message).toContain("weigth");
    expect(code).toBe(1);
  });

  it("finds nothing in the example's configuration", async () => {
    expect((await isthmus(["lint", "config/all"])).code).toBe(0);
  });
});

describe("isthmus lock, import, init, demo", () => {
  it("writes a lock, says when it is right, and fails a check when it is not", async () => {
    expect((await isthmus(["lock", "--check"])).code).toBe(1);
    expect((await isthmus(["lock"])).code).toBe(0);
    expect((await isthmus(["lock", "--check"])).code).toBe(0);
    edit("isthmus.lock", "sha256:", "sha256:0");
    const { code, stdout, stderr } = await isthmus(["preview"]);
    rmSync(join(shop, "isthmus.lock"));
    expect([code, `${stdout}${stderr}`.includes("isthmus.lock")]).toEqual([code === 3 ? 3 : 1, true]);
  });

  it("makes a first mesh from a kubeconfig, which then validates, and never prints a credential", async () => {
    const [kubeconfig, folder] = [join(scratch, "kubeconfig"), join(scratch, "first")];
    mkdirSync(folder);
    const context = (name: string): string => `{name: ${name}, context: {cluster: ${name}, user: u}}`;
    const cluster = (name: string): string => `{name: ${name}, cluster: {server: "https://${name}.example:6443"}}`;
    writeFileSync(
      kubeconfig,
      `apiVersion: v1\nkind: Config\nclusters: [${cluster("one")}, ${cluster("two")}]\nusers: [{name: u, user: {token: canary-token}}]\ncontexts: [${context("one")}, ${context("two")}]\n`,
    );
    const { code, stdout } = await isthmus(["init", "--kubeconfig", kubeconfig, "--write", join(folder, "mesh.yaml")]);
    expect([code, stdout]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "mesh.yaml"), "utf8")).not.toContain("canary");
    expect((await isthmus(["validate"], { cwd: folder })).code).toBe(0);
    expect((await isthmus(["init", "--kubeconfig", kubeconfig, "--write", join(folder, "mesh.yaml")])).code).toBe(2);
  });

  it("says what is wrong with a kubeconfig without quoting it: exit 3", async () => {
    const file = join(scratch, "broken-kubeconfig");
    writeFileSync(file, "users: [{name: u, user: {token: canary-token}}\n");
    const { code, stderr } = await isthmus(["init", "--kubeconfig", file]);
    expect(code).toBe(3);
    expect(stderr).toContain("[kubeconfig-unreadable]");
    expect(stderr).not.toContain("canary");
    writeFileSync(file, "just a sentence\n");
    const empty = await isthmus(["init", "--kubeconfig", file]);
    expect([empty.code, empty.stdout, empty.stderr]).toEqual([3, "", expect.stringContaining("it names no context")]);
  });

  it("reads every file of KUBECONFIG, as kubectl does", async () => {
    const files = ["a", "b"].map((name) => {
      const file = join(scratch, `kubeconfig-${name}`);
      const context = `{name: ctx-${name}, context: {cluster: c, user: u}}`;
      writeFileSync(
        file,
        `apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: "https://${name}.example"}}]\ncontexts: [${context}]\n`,
      );
      return file;
    });
    const { code, stdout, stderr } = await isthmus(["init"], { env: { KUBECONFIG: [...files, join(scratch, "gone")].join(delimiter) } });
    expect(code).toBe(0);
    // `kubectl config view` says the same: the first file that names cluster `c` wins, so both contexts lead there.
    expect(stdout.match(/^ {2}name: ctx-\w+$|^ {4}url: .*$/gmu)).toEqual(["  name: ctx-a", "    url: https://a.example"]);
    expect(stderr).toContain("context ctx-b: it leads to the same API server as ctx-a");
  });

  it("shows every scenario of the demo, with exit 0", { timeout: 300_000 }, async () => {
    const { stdout } = await isthmus(["demo", "--list"]);
    const names = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(" ")[0] ?? "");
    expect(names).toContain("pull-request");
    for (const name of names) {
      const { code, stdout: comment } = await isthmus(["demo", name]);
      expect([name, code]).toEqual([name, 0]);
      expect(comment.length).toBeLessThanOrEqual(65_536);
      expect(comment).toMatch(/^<!-- isthmus:v1 /u);
    }
  });
});

describe("wrong usage and a failing world", () => {
  it.each([
    [["previw"], "Did you mean preview?"],
    [["preview", "--outptu", "json"], "Did you mean --output?"],
    [["preview", "--output", "xml"], "Allowed choices are"],
    [["lint"], "missing required argument"],
    [["demo", "no-such-thing"], "there is no scenario no-such-thing"],
    [["explain", ""], "no host is given"],
    [["explain", " \t"], "no host is given"],
    [["explain", "https://shop.example.com"], "can be no host"],
    [["explain", `${"a".repeat(64)}.shop`], "can be no host"],
  ])("%j is wrong usage: exit 2, with a hint", async (args, hint) => {
    const { code, stderr } = await isthmus(args);
    expect(stderr).toContain(hint);
    expect(code).toBe(2);
  });

  it("a cluster that the mesh does not have is never taken for no change: exit 2", async () => {
    const { code, stdout, stderr } = await isthmus(["preview", "--cluster", "esat"]);
    expect(stderr).toContain("The mesh has no cluster `esat`. It has: east, eu, west.");
    expect([code, stdout]).toEqual([2, ""]);
  });

  it("names a folder that is not there: exit 3", async () => {
    const { code, stderr } = await isthmus(["preview", "--folder", "nowhere"]);
    expect(stderr).toContain("[folder-not-found]");
    expect(code).toBe(3);
  });

  it("a folder without a mesh is a finding: exit 1, and what to do", async () => {
    const { code, stdout } = await isthmus(["preview"], { cwd: scratch });
    expect(stdout).toContain("[mesh-missing]");
    expect(code).toBe(1);
  });

  it.skipIf(!existsSync("/dev/full"))("a full disk and a folder that is a file are the world's: exit 3", () => {
    const full = spawnSync("sh", ["-c", `'${process.execPath}' '${cli}' validate > /dev/full`], { cwd: shop, encoding: "utf8" });
    expect([full.status, full.stderr]).toEqual([3, expect.stringContaining("[output-unwritable]")]);
    const charts = spawnSync(process.execPath, [cli, "render", "--as-helm", "--charts", "/dev/null"], { cwd: shop, encoding: "utf8" });
    expect([charts.status, charts.stderr]).toEqual([3, expect.stringContaining("[output-unwritable]")]);
  });

  it("says that it may not look, and not that nothing was applied", async () => {
    const { code, stderr } = await isthmus(["rollback"]);
    expect([code, stderr]).toEqual([3, expect.stringContaining("[credentials-unavailable]")]);
  });

  it("loses nothing when the reader is slow or goes away", async () => {
    const piped = spawnSync("sh", ["-c", `'${process.execPath}' '${cli}' render --cluster east | (sleep 1; wc -c)`], {
      cwd: shop,
      encoding: "utf8",
    });
    expect(Number(piped.stdout)).toBeGreaterThan(1_000_000);
    const cut = spawnSync("sh", ["-c", `'${process.execPath}' '${cli}' render --cluster east | head -1`], { cwd: shop, encoding: "utf8" });
    // A machine that is busy is told after a second that something goes on.
    expect([cut.stdout, cut.stderr.replace(/^isthmus: rendering.*\n/gmu, "")]).toEqual(["---\n", ""]);
  });
});

describe("bad input gives one clear finding, and the rest of the report", () => {
  const cases: readonly [name: string, spoil: (folder: string) => void, rule: string][] = [
    [
      "a 200 MB file",
      (folder) => (
        writeFileSync(join(folder, "config/all/huge.yaml"), ""), truncateSync(join(folder, "config/all/huge.yaml"), 200 * 1024 * 1024)
      ),
      "file-too-large",
    ],
    ["a link out of the repository", (folder) => symlinkSync("/etc/passwd", join(folder, "config/all/passwd.yaml")), "symlink-refused"],
    ["broken YAML", (folder) => writeFileSync(join(folder, "config/all/broken.yaml"), "a: [1\nb: }\n"), "yaml-syntax"],
    [
      "an unknown cluster in a folder name",
      (folder) => cpSync(join(folder, "config/clusters/west"), join(folder, "config/clusters/wets"), { recursive: true }),
      "place-unknown",
    ],
    [
      "a private key",
      (folder) =>
        writeFileSync(
          join(folder, "config/all/key.yaml"),
          `# ${"-".repeat(5)}BEGIN EC PRIVATE KEY${"-".repeat(5)}\n# canary\n# ${"-".repeat(5)}END EC PRIVATE KEY${"-".repeat(5)}\n`,
        ),
      "private-key-in-repository",
    ],
  ];

  it.each(cases)("%s", async (name, spoil, rule) => {
    const folder = join(scratch, name.replaceAll(" ", "-"));
    cpSync(join(root, "examples", "shop"), folder, { recursive: true });
    spoil(folder);
    const { code, stdout, stderr } = await isthmus(["validate", "--output", "json"], { cwd: folder });
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string; source: { file: string } }[] };
    expect(findings.filter(({ severity }) => severity === "error").map((finding) => finding.rule)).toEqual([rule]);
    expect(findings.filter(({ severity }) => severity === "info").length).toBeGreaterThan(0);
    expect([code, stderr.includes("canary") || stdout.includes("canary")]).toEqual([1, false]);
    rmSync(folder, { recursive: true });
  });
});

it("the examples the tests stand on are here", () => {
  expect(existsSync(join(root, "examples", "shop", "mesh.yaml"))).toBe(true);
});
