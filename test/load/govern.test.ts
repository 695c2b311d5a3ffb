import { describe, expect, it } from "vitest";
import { load } from "../../src/load/index.ts";
import type { Tree } from "../../src/model/tree.ts";

/** What a pull request may not change for itself (DESIGN §3). */

function tree(files: Record<string, string>): Tree {
  const entries = Object.entries(files).map(([path, text]) => ({ kind: "file" as const, path, size: text.length, text }));
  return { commit: undefined, entries };
}

function mesh({ charts = "source: bundled", signer = "external: {}", apply = "onMerge", env = "KUBECONFIG_EAST" } = {}): Tree {
  return tree({
    "mesh.yaml": `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec:
  topology: multi-primary
  apply: ${apply}
  istio:
    charts: { ${charts} }
    revisions: [{ name: default, version: 1.31.0 }]
  trust: { domain: cluster.local, signer: { ${signer} } }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec:
  role: primary
  network: one
  kubernetes: "1.35"
  access: { kubeconfig: { env: ${env} }, context: east }
`,
  });
}

const inside = 'repository: "http://169.254.169.254/latest"';

function later(head: Tree, base: Tree): readonly string[] {
  const { findings } = load(head, load(base));
  return findings.filter(({ rule }) => rule === "takes-effect-after-merge").map(({ message }) => message);
}

describe("what governs a run is taken from the branch the pull request wants to go to", () => {
  it.each([
    ["the base names another address", mesh()],
    ["the base has no mesh at all", tree({})],
  ])("an address of the head is not asked when %s", (_, base) => {
    const repository = load(mesh({ charts: inside }), load(base));
    expect(repository.mesh?.istio.charts).toEqual({ kind: "bundled" });
    expect(repository.mesh?.clusters.map(({ istio }) => istio.charts)).toEqual([{ kind: "bundled" }]);
  });

  it.each([
    ["the base names another source", mesh()],
    ["the base has no mesh at all", tree({})],
  ])("a folder of the head is no source of charts when %s", (_, base) => {
    expect(load(mesh({ charts: "path: mine" }), load(base)).mesh?.istio.charts).toEqual({ kind: "bundled" });
  });

  it("a folder that the base names already stays the source", () => {
    const folder = mesh({ charts: "path: charts" });
    expect(load(folder, load(folder)).mesh?.istio.charts).toEqual({ kind: "path", folder: "charts" });
    expect(later(folder, folder)).toEqual([]);
    expect(later(mesh({ charts: "path: other" }), folder)[0]).toContain("`spec.istio.charts` goes from `path:charts` to `path:other`");
  });

  it("a command of the head never becomes the signer", () => {
    const command = "command: [./evil.sh]";
    expect(load(mesh({ signer: command }), load(mesh())).mesh?.trust.signer).toEqual({ kind: "external" });
    expect(load(mesh({ signer: command }), load(tree({}))).mesh?.trust.signer).toEqual({ kind: "command", command: [] });
  });

  it("says what would change, with both values", () => {
    expect(later(mesh({ charts: inside }), mesh())[0]).toContain(
      "`spec.istio.charts` goes from `bundled` to `http://169.254.169.254/latest`",
    );
    expect(later(mesh({ apply: "never" }), mesh())[0]).toContain("`spec.apply` goes from `onMerge` to `never`");
    expect(later(mesh({ env: "GITHUB_TOKEN" }), mesh())[0]).toContain("KUBECONFIG_EAST");
    expect(later(mesh({ env: "GITHUB_TOKEN" }), mesh())[0]).toContain("GITHUB_TOKEN");
    expect(later(mesh(), mesh())).toEqual([]);
  });
});
