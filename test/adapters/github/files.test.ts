import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, createGitHubFiles } from "../../../src/adapters/github/index.ts";
import { Secret } from "../../../src/model/secret.ts";
import { addCommit, type Content } from "../../support/github/objects.ts";
import { type LoopbackGitHub, startGitHub } from "../../support/github/server.ts";

let github: LoopbackGitHub;

beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.stop());

function commit(files: Record<string, Content>, parents: readonly string[] = []): string {
  return addCommit(github.state.objects, files, parents);
}

function filesIn(folder = "") {
  const { state, apiUrl } = github;
  return createGitHubFiles(connect({ token: new Secret(state.token.value), apiUrl, owner: state.owner, repo: state.repo }), { folder });
}

const requests = (part: string) => github.log.filter(({ path }) => path.includes(part)).length;

describe("a tree at GitHub", () => {
  it("gives what matters, as data, links and submodules as themselves", async () => {
    const sha = commit({
      "mesh.yaml": "kind: Mesh\n",
      "README.md": "not ours",
      "src/main.go": "not ours",
      "config/all/route.yaml": "kind: VirtualService # ünïcode ⟦\n",
      "config/all/crlf.yaml": "a: 1\r\n",
      "config/all/bom.yaml": "\ufeffa: 1\n",
      "config/all/picture.yaml": Buffer.from([0, 1, 2]),
      "config/all/latin1.yaml": Buffer.from([0x61, 0x3a, 0x20, 0xe9]),
      "config/all/link.yaml": { symlink: "../../../etc/passwd" },
      "config/vendor": { submodule: "1".repeat(40) },
      "charts/own/Chart.yaml": "name: own\n",
      "charts/own/templates/a.tpl": "{{ . }}\n",
    });
    const tree = await filesIn().read(sha);
    expect(tree.commit).toBe(sha);
    expect(tree.entries).toEqual([
      { kind: "file", path: "charts/own/Chart.yaml", size: 10, text: "name: own\n" },
      { kind: "file", path: "charts/own/templates/a.tpl", size: 8, text: "{{ . }}\n" },
      { kind: "file", path: "config/all/bom.yaml", size: 8, text: "\ufeffa: 1\n" },
      { kind: "file", path: "config/all/crlf.yaml", size: 6, text: "a: 1\r\n" },
      { kind: "binary", path: "config/all/latin1.yaml", size: 4 },
      { kind: "symlink", path: "config/all/link.yaml", target: "../../../etc/passwd" },
      { kind: "binary", path: "config/all/picture.yaml", size: 3 },
      { kind: "file", path: "config/all/route.yaml", size: 37, text: "kind: VirtualService # ünïcode ⟦\n" },
      { kind: "submodule", path: "config/vendor" },
      { kind: "file", path: "mesh.yaml", size: 11, text: "kind: Mesh\n" },
    ]);
  });

  it("does not read a file above the limit", async () => {
    const sha = commit({ "mesh.yaml": "kind: Mesh\n", "config/all/huge.yaml": Buffer.alloc(16 * 1024 * 1024 + 1, 97) });
    const { entries } = await filesIn().read(sha);
    expect(entries[0]).toMatchObject({ kind: "too-large", path: "config/all/huge.yaml", size: 16 * 1024 * 1024 + 1 });
    expect(requests("/blobs/")).toBe(0);
  });

  it("asks for a hundred files at once, and for the second tree only for what differs", async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`config/all/${index}.yaml`, `name: n${index}\n`]));
    const files = filesIn();
    const base = commit(many);
    expect((await files.read(base)).entries).toHaveLength(250);
    expect([requests("/graphql"), requests("/blobs/")]).toEqual([3, 0]);
    await files.read(commit({ ...many, "config/all/7.yaml": "name: seven\n" }, [base]));
    expect(requests("/graphql")).toBe(4);
  });

  it("is read below a folder of a bigger repository", async () => {
    const sha = commit({ "infra/mesh/mesh.yaml": "kind: Mesh\n", "mesh.yaml": "another\n", "config/all/a.yaml": "another\n" });
    expect((await filesIn("infra/mesh").read(sha)).entries).toMatchObject([{ path: "mesh.yaml", text: "kind: Mesh\n" }]);
    expect((await filesIn("nowhere").read(sha)).entries).toEqual([]);
  });

  it("is walked folder by folder when GitHub cuts the listing", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`config/groups/g${index % 6}/${index}.yaml`, `n: ${index}\n`]),
    );
    const sha = commit({ "mesh.yaml": "kind: Mesh\n", ...many });
    const whole = await filesIn().read(sha);
    github.state.treeLimit = 15;
    expect(await filesIn().read(sha)).toEqual(whole);
    expect(whole.entries).toHaveLength(61);
  });

  it("says so when it holds too many files to fetch", async () => {
    const sha = commit(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`config/all/${index}.yaml`, "a: 1\n"])));
    await expect(filesIn().read(sha)).rejects.toMatchObject({ code: "github-tree-too-large" });
  });

  it("of a commit that is not there is a problem with a remedy", async () => {
    await expect(filesIn().read("0".repeat(39) + "1")).rejects.toMatchObject({ code: "github-commit-hidden" });
    await expect(filesIn().read("--upload-pack=x")).rejects.toMatchObject({ code: "github-commit-hidden" });
  });

  it("names contents: read when the token may not", async () => {
    const sha = commit({ "mesh.yaml": "kind: Mesh\n" });
    github.state.token = { ...github.state.token, permissions: {} };
    await expect(filesIn().read(sha)).rejects.toMatchObject({ code: "github-forbidden", facts: { permission: "contents: read" } });
  });

  it("is read over a failure and a slow answer", async () => {
    const sha = commit({ "mesh.yaml": "kind: Mesh\n" });
    github.state.faults.push(
      { method: "GET", path: /trees/u, kind: "reset", times: 1 },
      { method: "POST", path: /graphql/u, kind: "slow", times: 1 },
    );
    expect((await filesIn().read(sha)).entries).toHaveLength(1);
  });
});

describe("the merge base", () => {
  it("is where the head left the base, whatever came to the base later", async () => {
    const fork = commit({ "mesh.yaml": "1\n" });
    const base = commit({ "mesh.yaml": "2\n" }, [fork]);
    const head = commit({ "mesh.yaml": "3\n" }, [fork]);
    expect(await filesIn().mergeBase(base, head)).toBe(fork);
  });

  it("is nothing for histories that never met", async () => {
    expect(await filesIn().mergeBase(commit({ a: "1" }), commit({ a: "2" }))).toBeUndefined();
  });
});
