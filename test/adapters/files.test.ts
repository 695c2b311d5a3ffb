import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFiles, readFolder } from "../../src/adapters/disk.ts";
import { createGitFiles } from "../../src/adapters/git/index.ts";
import { largestFile } from "../../src/adapters/relevant.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Tree } from "../../src/model/tree.ts";

const hasGit = spawnSync("git", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "isthmus-files-"));
const git = (...args: string[]): string =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", ...args], {
    cwd: folder,
    encoding: "utf8",
  }).trim();

beforeAll(() => {
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put("mesh.yaml", "kind: Mesh\n");
  put("clusters/east.yaml", "kind: Cluster\n");
  put("config/all/a b/ünï.yaml", "kind: Service\r\n");
  put("config/all/picture.yaml", new Uint8Array([0, 1, 2]));
  put("config/all/latin1.yaml", new Uint8Array([0x61, 0xe9, 0x62]));
  put("vendor/charts/istiod/Chart.yaml", "name: istiod\n");
  put("vendor/charts/istiod/templates/_helpers.tpl", "{{/* */}}\n");
  put("docs/readme.yaml", "not: ours\n");
  put("deploy/kubeconfig", "apiVersion: v1\n");
  symlinkSync("/etc/passwd", join(folder, "config/all/passwd.yaml"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const expected: Tree["entries"] = [
  { kind: "file", path: "clusters/east.yaml", size: 14, text: "kind: Cluster\n" },
  { kind: "file", path: "config/all/a b/ünï.yaml", size: 15, text: "kind: Service\r\n" },
  { kind: "binary", path: "config/all/latin1.yaml", size: 3 },
  { kind: "symlink", path: "config/all/passwd.yaml", target: "/etc/passwd" },
  { kind: "binary", path: "config/all/picture.yaml", size: 3 },
  { kind: "file", path: "deploy/kubeconfig", size: 15, text: "apiVersion: v1\n" },
  { kind: "file", path: "mesh.yaml", size: 11, text: "kind: Mesh\n" },
  { kind: "file", path: "vendor/charts/istiod/Chart.yaml", size: 13, text: "name: istiod\n" },
  { kind: "file", path: "vendor/charts/istiod/templates/_helpers.tpl", size: 10, text: "{{/* */}}\n" },
];

describe("a folder on disk", () => {
  it("gives what is Isthmus's business, links as links, in code-unit order", async () => {
    expect((await readFolder(folder)).entries).toEqual(expected);
  });

  it("never reads a file that is too large", async () => {
    const huge = join(folder, "config/all/huge.yaml");
    writeFileSync(huge, "");
    truncateSync(huge, 200 * 1024 * 1024);
    const found = (await readFolder(folder)).entries.find((entry) => entry.path === "config/all/huge.yaml");
    rmSync(huge);
    expect(found).toEqual({ kind: "too-large", path: "config/all/huge.yaml", size: 200 * 1024 * 1024, limit: largestFile });
  });

  it("lists a link among the files of a folder that is judged by itself", async () => {
    const { entries } = await readFiles([join(folder, "config/all")]);
    expect(entries.find((entry) => entry.path.endsWith("passwd.yaml"))).toEqual({
      kind: "symlink",
      path: join(folder, "config/all/passwd.yaml"),
      target: "/etc/passwd",
    });
  });

  it.skipIf(process.getuid?.() === 0)("names what may not be read (skipped for root, who may read everything)", async () => {
    const locked = join(folder, "config/all/locked");
    mkdirSync(locked, { mode: 0o000 });
    await expect(readFolder(folder)).rejects.toMatchObject({ code: "file-unreadable", message: expect.stringContaining("locked") });
    rmSync(locked, { recursive: true });
  });

  it("names a folder or a file that is not there", async () => {
    await expect(readFolder(join(folder, "nowhere"))).rejects.toMatchObject({ code: "folder-not-found" } satisfies Partial<Problem>);
    await expect(readFiles([join(folder, "nowhere.yaml")])).rejects.toMatchObject({ code: "file-not-found" } satisfies Partial<Problem>);
  });
});

describe.skipIf(!hasGit)("a commit in a git repository (skipped without git)", () => {
  let commit = "";

  beforeAll(() => {
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-qm", "one");
    commit = git("rev-parse", "HEAD");
  });

  it("equals the folder it was made from", async () => {
    expect(await createGitFiles({ folder }).read("main")).toEqual({ commit, entries: expected });
  });

  it("is read by object: the working tree may say something else, and is left as it is", async () => {
    writeFileSync(join(folder, "mesh.yaml"), "changed\n");
    const tree = await createGitFiles({ folder }).read(commit);
    expect(tree.entries.find((entry) => entry.path === "mesh.yaml")).toMatchObject({ text: "kind: Mesh\n" });
    expect(readFileSync(join(folder, "mesh.yaml"), "utf8")).toBe("changed\n");
    expect(git("status", "--porcelain")).toBe("M mesh.yaml");
    writeFileSync(join(folder, "mesh.yaml"), "kind: Mesh\n");
  });

  it("runs neither hooks nor filters nor monitors of the repository", async () => {
    const marker = join(folder, "marker");
    for (const key of ["core.fsmonitor", "filter.evil.smudge", "filter.evil.clean", "core.pager"])
      git("config", key, `touch ${marker}; cat`);
    writeFileSync(join(folder, ".git/hooks/post-index-change"), `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    writeFileSync(join(folder, ".git/info/attributes"), "* filter=evil\n");
    await createGitFiles({ folder }).read(commit);
    expect(() => readFileSync(marker)).toThrow("ENOENT");
    for (const key of ["core.fsmonitor", "filter.evil.smudge", "filter.evil.clean", "core.pager"]) git("config", "--unset", key);
    rmSync(join(folder, ".git/info/attributes"));
  });

  it("opened in a folder below the top, gives the mesh of that folder", async () => {
    const tree = await createGitFiles({ folder: join(folder, "vendor") }).read("HEAD");
    expect(tree.entries.map((entry) => entry.path)).toEqual(["charts/istiod/Chart.yaml", "charts/istiod/templates/_helpers.tpl"]);
  });

  it.each(["no-such-branch", "--help", "HEAD:mesh.yaml", ""])("says that revision %j does not exist", async (revision) => {
    await expect(createGitFiles({ folder }).read(revision)).rejects.toMatchObject({
      code: "revision-not-found",
    } satisfies Partial<Problem>);
  });

  // A server is asked for names and whole ids; it knows no `HEAD~1` of ours.
  it.each([
    ["feature", "`git fetch origin feature`"],
    ["origin/main", "`git fetch origin main`"],
    ["HEAD~99", "`git fetch --unshallow origin`"],
    ["main^{tree}^", "`git fetch --unshallow origin`"],
    ["v1.0..v2.0~3", "`git fetch --unshallow origin`"],
  ])("says how to fetch %s", async (revision, command) => {
    await expect(createGitFiles({ folder }).read(revision)).rejects.toMatchObject({ remedy: expect.stringContaining(command) });
  });

  it("says so when there is no repository", async () => {
    const bare = mkdtempSync(join(tmpdir(), "isthmus-bare-"));
    await expect(createGitFiles({ folder: bare }).read("HEAD")).rejects.toMatchObject({
      code: "repository-unreadable",
    } satisfies Partial<Problem>);
    rmSync(bare, { recursive: true });
  });

  it("finds the commit that two branches grew from", async () => {
    git("checkout", "-q", "-b", "topic");
    git("commit", "-q", "--allow-empty", "-m", "two");
    git("checkout", "-q", "main");
    git("commit", "-q", "--allow-empty", "-m", "three");
    expect(await createGitFiles({ folder }).mergeBase("main", "topic")).toBe(commit);
    expect(await createGitFiles({ folder }).mergeBase("main", "nowhere")).toBeUndefined();
  });
});
