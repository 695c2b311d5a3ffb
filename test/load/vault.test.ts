import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { load, vaultOf } from "../../src/load/index.ts";
import { sealedText } from "../../src/model/secret.ts";
import { treeOf } from "../support/tree.ts";

const mesh = `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec: { istio: { revisions: [{ name: default, version: 1.31.0 }] } }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec: { role: primary, network: one, kubernetes: "1.35" }
`;
const secret = `apiVersion: v1
kind: Secret
metadata: { name: passwords, namespace: shop }
stringData: { plain: canary-plain-5x7Q }
`;

const tree = treeOf({ "mesh.yaml": mesh, "config/all/passwords.yaml": secret, "charts/x/values.yaml": secret.replace("5x7Q", "chart") });

describe("the secret values of a tree", () => {
  const repository = load(tree);
  const sealed = String(Object.values(repository.config.get("east")?.[0]?.object["stringData"] ?? {})[0]);

  it("are found by the text that stands in their place", () => {
    expect(sealed).toMatch(/^⟦secret [0-9a-f]{32}⟧$/u);
    expect(vaultOf(tree)(sealed)?.open()).toBe("canary-plain-5x7Q");
  });

  it("are in no repository that was loaded, and print as nothing", () => {
    const { tree: _, ...meant } = repository;
    expect(inspect(meant, { depth: null })).not.toContain("canary");
    expect(inspect(vaultOf(tree)(sealed))).toBe("***");
  });

  it("are only those of files that are read as documents", () => {
    expect(vaultOf(tree)(sealedText("0".repeat(32)))).toBeUndefined();
  });
});
