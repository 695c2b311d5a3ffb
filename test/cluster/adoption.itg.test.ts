import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { helm3, helm4 } from "../support/binaries.ts";
import { connect, giveIntermediate, kubectl } from "./by-hand.ts";
import { exposeByKubectl, installByHelm } from "./helm-installed.ts";
import { newAuthority } from "./lab/authority.ts";
import { type KubeObject, type Lab, type LabCluster, missing, startLab } from "./lab/index.ts";
import { meshFor, type TestMesh } from "./mesh.ts";

/**
 * A mesh that other people's tools made: helm 3 in one cluster and helm 4 in the other, cacerts by hand, remote secrets by istioctl, exposure by kubectl. The
 * first look changes nothing of it; adoption moves who owns the fields, retires Helm's records, and leaves every UID and every pod template as it was.
 */

const helms = { east: helm3(), west: helm4() };
const why = missing("mesh") ?? (helms.east === undefined || helms.west === undefined ? "no helm" : undefined);

describe.skipIf(why !== undefined)(`a mesh that helm installed${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  const east = () => lab.cluster("east");
  const releases = new Map<string, readonly string[]>();

  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }, { name: "west" }] });
    const gateways = "gateways: [{ name: istio-eastwestgateway, namespace: istio-system, kind: eastwest }]";
    const spec = `  role: primary\n  adopt: true\n  ${gateways}\n`;
    mesh = await meshFor({
      lab,
      // What istioctl makes are tokens that never end, and what a running mesh has is what its document says first.
      spec: "topology: multi-primary\n  discovery: { tokens: legacy }",
      trust: "{ signer: { external: {} } }",
      clusters: [
        { name: "east", spec },
        { name: "west", spec },
      ],
    });
    const root = await newAuthority("mesh-root");
    await Promise.all(
      lab.clusters.map(async (cluster) => {
        await giveIntermediate(cluster, root);
        releases.set(cluster.name, await installByHelm(helms[cluster.name as "east" | "west"] ?? "", mesh, cluster));
        exposeByKubectl(cluster);
        kubectl(cluster, ["-n", "istio-system", "rollout", "status", "deployment/istio-eastwestgateway", "--timeout=60s"]);
      }),
    );
    connect(east(), lab.cluster("west"));
    connect(lab.cluster("west"), east());
    // What people do to a running mesh: adoption must not take it back, for that would restart pods.
    for (const cluster of lab.clusters) {
      kubectl(cluster, ["-n", "istio-system", "rollout", "restart", "deployment/istiod"]);
      kubectl(cluster, ["-n", "istio-system", "rollout", "status", "deployment/istiod", "--timeout=60s"]);
    }
  });
  afterAll(() => lab?.stop());

  it("needs no change, by a first look that writes nothing", async () => {
    const before = lab.clusters.map((cluster) => cluster.audit().length);
    const looked = await mesh.run("plan", "--live", "--output", "json");
    const { changes, findings, live } = JSON.parse(looked.stdout);
    expect({ code: looked.code, changes, live }).toEqual({
      code: 0,
      changes: [],
      live: { drift: [], unmet: [], unreachable: {}, wayBack: null },
    });
    expect(findings.filter(({ severity }: { readonly severity: string }) => severity === "error")).toEqual([]);
    expect(lab.clusters.flatMap((cluster, index) => writesOf(cluster, before[index]))).toEqual([]);
  });

  it("is adopted as it is: every UID and pod template stays, Helm's records go, the fields are ours", async () => {
    const before = lab.clusters.map(stateOf);
    expect(releasesIn(lab)).toEqual([...releases.values()].flat().sort());
    const done = await mesh.run("apply", "--snapshot-charts", "--output", "json");
    const { verdict, health } = JSON.parse(done.stdout);
    expect(health.checks.filter(({ verdict: said }: { readonly verdict: string }) => said === "failed")).toEqual([]);
    expect([done.code, verdict]).toEqual([0, "done"]);

    for (const [index, cluster] of lab.clusters.entries()) {
      const after = stateOf(cluster);
      // What Isthmus keeps for itself is new; everything that was there is what it was.
      expect(Object.fromEntries(Object.keys(before[index] ?? {}).map((key) => [key, after[key]]))).toEqual(before[index]);
      expect(Object.keys(after).filter((key) => !(key in (before[index] ?? {})))).toEqual([
        "ConfigMap istio-system/isthmus-inventory",
        "ConfigMap istio-system/isthmus-ledger",
      ]);
    }
    expect(releasesIn(lab)).toEqual([]);
    for (const cluster of lab.clusters) {
      expect(managersOf(cluster, "deployment", "istiod")).toEqual(["isthmus", "kubectl-rollout"]);
      expect(managersOf(cluster, "service", "istio-eastwestgateway")).toEqual(["isthmus"]);
      expect(managersOf(cluster, "gateways.networking.istio.io", "cross-network-gateway")).toEqual(["isthmus"]);
    }
  });

  it("is nothing to do afterwards, for us and for helm", async () => {
    const done = await mesh.run("apply", "--snapshot-charts", "--verify", "none");
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
    for (const cluster of lab.clusters) {
      const helm = helms[cluster.name as "east" | "west"] ?? "";
      expect(execFileSync(helm, ["list", "-A", "-q", "--kubeconfig", cluster.kubeconfig], { encoding: "utf8" })).toBe("");
    }
  });
});

/** Helm's release records of all clusters, by the names of the releases. */
function releasesIn(lab: Lab): readonly string[] {
  const select = ["get", "secrets", "-A", "--field-selector", "type=helm.sh/release.v1"];
  const names = (cluster: LabCluster) => kubectl(cluster, [...select, "-o", "jsonpath={.items[*].metadata.labels.name}"]);
  return lab.clusters
    .flatMap((cluster) => names(cluster).split(" "))
    .filter((name) => name !== "")
    .sort();
}

/** Who owns fields of an object, but for controllers and its status. */
function managersOf(cluster: LabCluster, kind: string, name: string): readonly string[] {
  const text = kubectl(cluster, ["-n", "istio-system", "get", kind, name, "-o", "json", "--show-managed-fields"]);
  const { managedFields } = (JSON.parse(text) as { readonly metadata: { readonly managedFields: readonly Entry[] } }).metadata;
  const owners = managedFields.filter(({ subresource, manager }) => subresource === undefined && manager !== "kube-controller-manager");
  return [...new Set(owners.map(({ manager }) => manager))].sort();
}

interface Entry {
  readonly manager: string;
  readonly subresource?: string;
}

/** UIDs of everything a mesh consists of, and the templates that would restart pods. */
function stateOf(cluster: LabCluster): Readonly<Record<string, unknown>> {
  const kinds =
    "deployments,daemonsets,services,serviceaccounts,configmaps,secrets,pods,hpa,pdb,roles,rolebindings,gateways.networking.istio.io";
  const wide =
    "customresourcedefinitions,clusterroles,clusterrolebindings,mutatingwebhookconfigurations,validatingwebhookconfigurations,namespaces";
  const list = [kubectl(cluster, ["get", kinds, "-A", "-o", "json"]), kubectl(cluster, ["get", wide, "-o", "json"])];
  const objects = list.flatMap((text) => (JSON.parse(text) as { readonly items: readonly KubeObject[] }).items);
  return Object.fromEntries(
    objects
      .filter(({ type }) => type !== "helm.sh/release.v1")
      .map((object) => {
        const { namespace, name, uid } = object["metadata"] as { readonly namespace?: string; readonly name: string; readonly uid: string };
        const template = (object["spec"] as { readonly template?: unknown } | undefined)?.template;
        return [`${String(object["kind"])} ${namespace ?? ""}/${name}`, { uid, template }];
      }),
  );
}

/** What Isthmus wrote, as the audit log has it. A port-forward is asked for with `create` and changes nothing; reviews are questions. */
function writesOf(cluster: LabCluster, from = 0): readonly string[] {
  return cluster
    .audit()
    .slice(from)
    .filter(({ verb, userAgent }) => userAgent === "isthmus" && !["get", "list", "watch"].includes(verb))
    .filter(({ objectRef }) => !/review/u.test(objectRef?.resource ?? "") && objectRef?.subresource !== "portforward")
    .map(({ verb, objectRef }) => `${verb} ${objectRef?.resource} ${objectRef?.name}`);
}
