import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importRistioctl, initMesh, load, writeLock } from "../../src/load/index.ts";
import type { Repository } from "../../src/model/repository.ts";
import { treeFrom, treeOf } from "../support/tree.ts";

/** A mesh without the places it was read from. */
function withoutSources(repository: Repository): unknown {
  return JSON.parse(JSON.stringify(repository.mesh, (key, value: unknown) => (key === "source" ? undefined : value)));
}

describe("importRistioctl", () => {
  it.each(["ristioctl", "ristioctl-mistakes"])("describes the same mesh as before: %s", (name) => {
    const before = treeFrom(join(import.meta.dirname, "../stages/load", name, "head"));
    const { files } = importRistioctl(before);
    const after = load(treeOf(Object.fromEntries(files.map(({ path, text }) => [path, text]))));
    expect(after.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(after.mesh?.clusters.length).toBeGreaterThan(1);
    expect(withoutSources(after)).toEqual(withoutSources(load(before)));
  });

  it("keeps the names that a running mesh has", () => {
    const { mesh } = load(treeFrom(join(import.meta.dirname, "../stages/load/ristioctl/head")));
    expect(mesh?.meshId).toBe("usmesh");
    expect(mesh?.clusters.map(({ network, istioName, adopt }) => [network, istioName, adopt])).toEqual([
      ["network-cluster1", "cluster1", true],
      ["network-cluster2", "cluster2", true],
    ]);
  });

  it("says so when there is nothing to import", () => {
    expect(importRistioctl(treeOf({ "a.yaml": "a: 1\n" })).findings.map(({ rule }) => rule)).toEqual(["ristioctl-nothing-found"]);
  });
});

describe("initMesh", () => {
  it("writes a mesh that loads without errors, whatever the contexts are called", () => {
    const names = ["east", "arn:aws:eks:us-east-1:123:cluster/East_1", "East_1", "", "日本", "a: [b", `${"x".repeat(80)}`, "kind\nx: y"];
    const contexts = names.map((name, index) => ({
      name,
      cluster: name,
      server: ["https://203.0.113.1:6443", "", "http://me:secret@h"][index % 3] ?? "",
    }));
    const text = initMesh({ name: "My Shop", contexts });
    const { mesh, findings } = load(treeOf({ "mesh.yaml": text }));
    const mistakes = findings.filter(({ severity }) => severity !== "info");
    // A context without a name, or of two lines, cannot be written as one; those two clusters are told to be mended.
    expect(mistakes.filter(({ rule }) => rule !== "wrong-form" && rule !== "cluster-left-out")).toEqual([]);
    expect(mesh?.name).toBe("my-shop");
    expect(new Set(mesh?.clusters.map(({ name }) => name)).size).toBe(mesh?.clusters.length);
    expect(text).not.toContain("secret");
  });

  it("is all information for ordinary contexts", () => {
    const contexts = ["east", "west"].map((name) => ({ name, cluster: name, server: "https://203.0.113.1" }));
    const { findings, mesh } = load(treeOf({ "mesh.yaml": initMesh({ name: "shop", contexts }) }));
    expect(findings.map(({ rule }) => rule)).toEqual(["kubernetes-version-missing", "kubernetes-version-missing"]);
    expect(mesh?.clusters.map(({ name, access }) => [name, access])).toEqual([
      ["east", { kubeconfig: { env: "KUBECONFIG_EAST" }, context: "east" }],
      ["west", { kubeconfig: { env: "KUBECONFIG_WEST" }, context: "west" }],
    ]);
  });
});

describe("the address that initMesh writes", () => {
  const written = (server: string): string => initMesh({ name: "shop", contexts: [{ name: "east", cluster: "east", server }] });

  it("is the kubeconfig's where other clusters may reach it", () => {
    expect(written("https://203.0.113.1:6443")).toContain("  apiServer:\n    url: https://203.0.113.1:6443\n");
    expect(written("https://localhost.example:6443")).toContain("  apiServer:\n");
  });

  it.each(["https://127.0.0.1:40123", "https://localhost:6443", "https://[::1]:6443", "https://0.0.0.0:6443"])(
    "is left to be filled in for %s",
    (server) => {
      const text = written(server);
      expect(text).not.toMatch(/^ +apiServer:/mu);
      expect(text).toContain(`says ${server}, which is this machine's own`);
      expect(text).toContain("  # apiServer: { url: https://ADDRESS:6443 }\n");
      expect(load(treeOf({ "mesh.yaml": text })).mesh?.clusters).toHaveLength(1);
    },
  );
});

const chart = (name: string) => ({ source: "bundled", name, version: "1.31.0", digest: `sha256:${"a".repeat(64)}` });

describe("writeLock", () => {
  it("is read back as it was, in one order", () => {
    const text = writeLock([chart("istiod"), chart("base"), chart("istiod")]);
    expect(text).toBe(writeLock([chart("base"), chart("istiod")]));
    const { lock, findings } = load(treeOf({ "isthmus.lock": text }));
    expect(lock?.charts.map(({ source, name, version, digest }) => ({ source, name, version, digest }))).toEqual([
      chart("base"),
      chart("istiod"),
    ]);
    // A mismatch names the line of the digest.
    expect(lock?.charts.map(({ place }) => text.split("\n")[(place?.line ?? 0) - 1])).toEqual(
      [chart("base"), chart("istiod")].map(({ digest }) => `  digest: ${digest}`),
    );
    expect(findings.map(({ rule }) => rule)).toEqual(["mesh-missing"]);
  });
});
