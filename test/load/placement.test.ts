import { describe, expect, it } from "vitest";
import { load } from "../../src/load/index.ts";
import { treeOf } from "../support/tree.ts";

const mesh = `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec: { istio: { revisions: [{ version: 1.31.0 }] } }
`;
const cluster = (name: string) => `---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: ${name} }
spec: { network: flat, kubernetes: "1.35" }
`;
const subsets = (...lines: readonly string[]) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: a, namespace: shop }
spec:
  subsets:
${lines.map((line) => `    - ${line}\n`).join("")}`;

describe("placement", () => {
  it("shares one list among clusters that receive the same", () => {
    const names = ["a", "b", "c"];
    const tree = treeOf({
      "mesh.yaml": mesh + names.map(cluster).join(""),
      "config/all/a.yaml": subsets("{ name: v1 }"),
      "config/clusters/c/a.patch.yaml": subsets("{ name: v2 }"),
    });
    const { config } = load(tree);
    expect(config.get("a")).toBe(config.get("b"));
    expect(config.get("c")).not.toBe(config.get("a"));
  });

  it("knows for each value of a patched object which file it came from", () => {
    const tree = treeOf({
      "mesh.yaml": mesh + cluster("a"),
      "config/all/a.yaml": subsets("{ name: v1, labels: { v: one } }", "{ name: v2, labels: { v: two } }"),
      "config/clusters/a/a.patch.yaml": subsets("{ name: v3, labels: { v: three } }", "{ name: v2, labels: { v: other } }"),
    });
    const [manifest] = load(tree).config.get("a") ?? [];
    const origin = manifest?.origin;
    if (origin?.kind !== "config") throw new Error("not from config/");
    const at = (index: number) => origin.source.place(["spec", "subsets", index, "labels", "v"]);
    expect(at(0)).toEqual({ file: "config/all/a.yaml", line: 6, column: 32 });
    expect(at(1)).toEqual({ file: "config/clusters/a/a.patch.yaml", line: 7, column: 32 });
    expect(at(2)).toEqual({ file: "config/clusters/a/a.patch.yaml", line: 6, column: 32 });
    expect(origin.source.place(["metadata", "name"]).file).toBe("config/clusters/a/a.patch.yaml");
  });
});
