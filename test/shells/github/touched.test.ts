import { describe, expect, it } from "vitest";
import { load } from "../../../src/load/index.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { touchesMesh } from "../../../src/shells/github/touched.ts";
import { treeOf } from "../../support/tree.ts";

const mesh = `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec: { istio: { charts: { path: vendor/charts }, revisions: [{ version: "1.31.0" }] } }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec: { network: one }
`;

const before = {
  "mesh.yaml": mesh,
  "config/all/a.yaml": "{}\n",
  "service/main.go": "package main\n",
  "vendor/charts/base/templates/a.tpl": "a\n",
};

function touches(after: Readonly<Record<string, string>>, findings: readonly Finding[] = []): boolean {
  return touchesMesh({ base: load(treeOf(before)), head: load(treeOf(after)), findings });
}

describe("touchesMesh", () => {
  it("is not for what lies beside the mesh", () => {
    expect(touches(before)).toBe(false);
    expect(touches({ ...before, "service/main.go": "package other\n", "docs/a/b.yaml": "a: 1\n", "README.md": "new" })).toBe(false);
    const { "service/main.go": _, ...without } = before;
    expect(touches(without)).toBe(false);
  });

  it.each([
    "mesh.yaml",
    "config/all/a.yaml",
    "clusters/west.yaml",
    "isthmus.lock",
    "acceptances.yaml",
    "payments-mesh.yaml",
    "vendor/charts/base/templates/a.tpl",
  ])("is for %s", (file) => {
    expect(touches({ ...before, [file]: `# mine\n${mesh}` })).toBe(true);
  });

  it("is for a file that is taken away, and for one that a finding is about", () => {
    const { "config/all/a.yaml": _, ...without } = before;
    expect(touches(without)).toBe(true);
    const keys = { ...before, "service/kubeconfig": "users: []\n" };
    const found = { source: { file: "service/kubeconfig", line: 1, column: 1 } } as Finding;
    expect([touches(keys), touches(keys, [found])]).toEqual([false, true]);
  });

  it("is for everything where there is nothing to compare with", () => {
    expect(touchesMesh({ base: undefined, head: load(treeOf(before)), findings: [] })).toBe(true);
  });
});
