import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyByKubectl, connect, fetching, giveIntermediate, inPod, install, kubectl, rendered } from "./by-hand.ts";
import { newAuthority } from "./lab/authority.ts";
import { type Lab, missing, startLab } from "./lab/index.ts";
import { client, common, port, server } from "./sample.ts";

/**
 * The proving ground proves itself: a mesh made by hand, from rendered objects, kubectl and istioctl. What is seen here is what `isthmus apply` has to
 * bring about, so a failure here is the lab's or the renderer's, never the reconciler's.
 */

const names = ["east", "west"] as const;
const gateway = "{ name: istio-eastwestgateway, namespace: istio-system, kind: eastwest }";
const mesh = `
apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: lab }
spec:
  topology: multi-primary
  istio:
    revisions: [{ name: default, version: 1.31.0 }]
    values: { istiod: { pilot: { autoscaleEnabled: false } }, gateway: { autoscaling: { enabled: false } } }
  trust: { signer: { external: {} } }
${names
  .map(
    (name) => `---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: ${name} }
spec: { role: primary, network: ${name}, kubernetes: "1.35", gateways: [${gateway}] }
`,
  )
  .join("")}`;

const why = missing("mesh");

describe.skipIf(why !== undefined)(`a mesh by hand over two networks${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  const east = () => lab.cluster("east");
  const west = () => lab.cluster("west");

  beforeAll(async () => {
    lab = await startLab({ clusters: names.map((name) => ({ name })) });
    const root = await newAuthority("mesh-root");
    for (const cluster of lab.clusters) await giveIntermediate(cluster, root);
    await Promise.all(lab.clusters.map((cluster) => install(cluster, rendered(mesh, cluster.name))));
  });
  afterAll(() => lab?.stop());

  it("has istiods that are ready because they answer, from pods of their own", async () => {
    for (const cluster of lab.clusters) {
      const version = await inPod(cluster, "istio-system", "app=istiod", fetching("http://127.0.0.1:15014/version"));
      expect(version).toContain("200\n");
    }
  });

  it("denies in istiod's words what istiod's webhook denies", () => {
    const broken = {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: { name: "broken", namespace: "default" },
      spec: { hosts: ["a.example"], http: [{ route: [{ destination: { host: "b.example" }, weight: -5 }] }] },
    };
    expect(() => applyByKubectl(east(), [broken])).toThrow(
      /admission webhook "validation.istio.io" denied the request: configuration is invalid: weight -5 < 0/,
    );
  });

  it("injects gateways, which become ready when Envoy has its listeners", () => {
    for (const cluster of lab.clusters)
      kubectl(cluster, ["-n", "istio-system", "rollout", "status", "deployment/istio-eastwestgateway", "--timeout=60s"]);
    expect(
      kubectl(east(), ["-n", "istio-system", "get", "svc", "istio-eastwestgateway", "-o", "jsonpath={.status.loadBalancer.ingress[0].ip}"]),
    ).toMatch(/^172\.30\.1\./);
  });

  it("discovers the other cluster by a remote secret of istioctl's making", async () => {
    connect(east(), west());
    connect(west(), east());
    for (const [reader, read] of [
      [east(), "west"],
      [west(), "east"],
    ] as const) {
      await expect
        .poll(() => inPod(reader, "istio-system", "app=istiod", fetching("http://127.0.0.1:8080/debug/clusterz")), {
          timeout: 30_000,
          interval: 1000,
        })
        .toMatch(new RegExp(`"id":"${read}".*"synced"`));
    }
  });

  it("answers a request of one cluster in the other, over mTLS and through the east-west gateway", async () => {
    for (const cluster of lab.clusters) applyByKubectl(cluster, common);
    applyByKubectl(west(), server);
    applyByKubectl(east(), client);
    kubectl(west(), ["-n", "sample", "rollout", "status", "deployment/echo", "--timeout=60s"]);
    kubectl(east(), ["-n", "sample", "rollout", "status", "deployment/client", "--timeout=60s"]);

    const ask = () =>
      inPod(east(), "sample", "app=client", fetching(`http://127.0.0.1:${port}/hello`, { host: `echo.sample.svc.cluster.local:${port}` }));
    await expect.poll(ask, { timeout: 30_000, interval: 1000 }).toMatch(/^200\n/);
    const { pod, url, headers } = JSON.parse((await ask()).slice(4)) as {
      readonly pod: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
    };
    expect(pod).toMatch(/^echo-/);
    expect(url).toBe("/hello");
    expect(headers["x-forwarded-client-cert"]).toContain("By=spiffe://cluster.local/ns/sample/sa/echo");
    expect(headers["x-forwarded-client-cert"]).toContain("URI=spiffe://cluster.local/ns/sample/sa/client");
  });

  it("has no other way between its networks: addresses of pods are not reached across", async () => {
    const address = kubectl(west(), ["-n", "sample", "get", "pod", "-l", "app=echo", "-o", "jsonpath={.items[0].status.podIP}"]);
    await expect(inPod(east(), "sample", "app=client", fetching(`http://${address}:${port}/`))).rejects.toThrow(/ended with [12]/);
  });
});
