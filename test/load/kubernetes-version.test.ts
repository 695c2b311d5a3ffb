import { describe, expect, it } from "vitest";
import { load } from "../../src/load/index.ts";
import { kubeVersion } from "../../src/render/versions.ts";

function read(kubernetes: string) {
  const text = `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec:
  topology: multi-primary
  istio: { charts: { source: bundled }, revisions: [{ name: default, version: 1.31.0 }] }
  trust: { domain: cluster.local, signer: { command: [./sign.sh] } }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec: { role: primary, network: one, kubernetes: ${JSON.stringify(kubernetes)} }
`;
  const { mesh, findings } = load({ commit: undefined, entries: [{ kind: "file", path: "mesh.yaml", size: text.length, text }] });
  return { version: mesh?.clusters[0]?.kubernetes, findings };
}

describe("the Kubernetes version of a cluster", () => {
  // As the servers of the clouds and distributions give it: `gitVersion` and `minor` of /version.
  it.each([
    ["1.35", "1.35", "v1.35.0"],
    ["v1.35", "1.35", "v1.35.0"],
    ["1.35+", "1.35", "v1.35.0"],
    ["1.35.2", "1.35.2", "v1.35.2"],
    ["1.35.2-gke.100", "1.35.2-gke.100", "v1.35.2-gke.100"],
    ["v1.35.2-gke.1234000", "1.35.2-gke.1234000", "v1.35.2-gke.1234000"],
    ["v1.35.2-eks-1a2b3c4", "1.35.2-eks-1a2b3c4", "v1.35.2-eks-1a2b3c4"],
    ["v1.35.2+58e0eb6", "1.35.2+58e0eb6", "v1.35.2+58e0eb6"],
    ["v1.35.2+k3s1", "1.35.2+k3s1", "v1.35.2+k3s1"],
    ["v1.36.0-alpha.1", "1.36.0-alpha.1", "v1.36.0-alpha.1"],
  ])("%s is read as %s and shown to charts as %s", (written, version, shown) => {
    const found = read(written);
    expect(found.findings).toEqual([]);
    expect(found.version).toBe(version);
    expect(kubeVersion(found.version, "1.31.0")).toBe(shown);
  });

  it.each(["1", "35", "4.19", "1.35.x", "latest", "1.35-gke", "1.35.2-", "1.35.2 "])("%j is none", (written) => {
    const { findings } = read(written);
    expect(findings.map(({ rule, source }) => `${rule} ${source?.line}`)).toEqual(["wrong-form 12", "cluster-left-out 9"]);
    expect(findings[0]?.message).toContain('such as "1.35"');
  });
});
