import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isObject, listAt, objectAt, textAt } from "../../src/model/json.ts";
import { applyByKubectl, fetching, inPod, kubectl, rolledOut } from "./by-hand.ts";
import { type KubeObject, type Lab, missing, startLab } from "./lab/index.ts";
import { repositoryOf, type TestMesh } from "./mesh.ts";
import { askedFor, configuration, workloads } from "./sample.ts";
import { auditMark, writesSince } from "./writes.ts";

/**
 * From one revision of a running mesh to another, on a real API server with real istiods and proxies: the second is put beside the first, the tag is moved, the first
 * is taken away. Workloads and the gateway know nothing but the tag, and are asked for at every step.
 */

const why = missing("mesh");
const [a, b] = ["1-31-a", "1-31-b"] as const;

interface Revision {
  readonly name: string;
  readonly tags?: readonly string[];
}

describe.skipIf(why !== undefined)(`an upgrade by revisions${why === undefined ? "" : ` (skipped: ${why})`}`, () => {
  let lab: Lab;
  let mesh: TestMesh;
  const east = () => lab.cluster("east");
  const get = (...args: readonly string[]): readonly KubeObject[] =>
    (JSON.parse(kubectl(east(), ["get", ...args, "-o", "json"])) as { readonly items: readonly KubeObject[] }).items;

  const document = (revisions: readonly Revision[], restart: "report" | "rollout" = "report"): string => {
    const written = revisions.map(({ name, tags = [] }) => `{ name: ${name}, version: 1.31.0, tags: [${tags.join(", ")}] }`);
    return `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: lab }
spec:
  topology: multi-primary
  istio:
    revisions: [${written.join(", ")}]
    values: { istiod: { pilot: { autoscaleEnabled: false }, telemetry: { enabled: false } }, gateway: { autoscaling: { enabled: false } } }
  trust: { signer: { builtin: { certificate: { env: ROOT_CERT }, key: { env: ROOT_KEY } } } }
  rollout: { soak: 0s, restart: ${restart} }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec:
  network: ${east().network}
  kubernetes: "1.35"
  access: { kubeconfig: { file: ${east().kubeconfig} } }
  apiServer: { url: "${east().url}" }
  gateways:
    - { name: istio-eastwestgateway, namespace: istio-system, kind: eastwest, revision: prod }
`;
  };

  /** Whom webhooks call and which istiods there are, as the API server has it: one line a thing. */
  const control = (): readonly string[] => {
    const called = ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"].flatMap((kind) =>
      get(kind).map((object) => {
        const services = listAt(object, "webhooks").map((webhook) => textAt(webhook, "clientConfig", "service", "name") ?? "nobody");
        const isFilled = listAt(object, "webhooks").every((webhook) => textAt(webhook, "clientConfig", "caBundle") !== undefined);
        return `${nameOf(object)} calls ${[...new Set(services)].join(", ")}${isFilled ? "" : " (without an authority)"}`;
      }),
    );
    const istiods = get("deployments", "-n", "istio-system", "-l", "app=istiod").map(
      (object) => `${nameOf(object)} has ${JSON.stringify(objectAt(object, "status")["readyReplicas"] ?? 0)} ready`,
    );
    return [...istiods, ...called].sort();
  };

  /** The revision that injected the running pods of a workload. */
  const injectedBy = (namespace: string, selector: string): readonly string[] =>
    get("pods", "-n", namespace, "-l", selector)
      .filter((pod) => textAt(pod, "metadata", "deletionTimestamp") === undefined)
      .map((pod) => textAt(pod, "metadata", "annotations", "istio.io/rev") ?? "none");

  /** Which proxies an istiod serves, by its own page. */
  const connectedTo = async (revision: string): Promise<readonly string[]> => {
    const page = await inPod(east(), "istio-system", `app=istiod,istio.io/rev=${revision}`, fetching("http://127.0.0.1:8080/debug/syncz"));
    const entries = JSON.parse(page.slice(page.indexOf("\n") + 1)) as readonly { readonly proxy: string }[];
    return entries.map(({ proxy }) => proxy.replace(/-[a-z0-9]+-[a-z0-9]+\.(?:sample|istio-system)$/u, "")).sort();
  };

  /** Whether the client gets an answer from echo, every time. */
  const isAnswered = async (): Promise<boolean> => {
    const lines = (await inPod(east(), "sample", "app=client", askedFor(6))).trim().split("\n");
    return lines.length === 6 && lines.every((line) => line.startsWith("echo-"));
  };

  /** UIDs and pod templates: what must stay what it is. */
  const identities = (namespace: string): readonly string[] =>
    get("deployments,pods", "-n", namespace).map(
      (object) => `${nameOf(object)} ${textAt(object, "metadata", "uid")} ${JSON.stringify(objectAt(object, "spec", "template"))}`,
    );

  const apply = async (revisions: readonly Revision[], ...more: readonly string[]) => {
    mesh.write({ "mesh.yaml": document(revisions) });
    const ran = await mesh.run("apply", "--snapshot-charts", "--verify", "none", "--output", "json", ...more);
    return { ...ran, told: ran.stdout === "" ? {} : JSON.parse(ran.stdout) };
  };

  beforeAll(async () => {
    lab = await startLab({ clusters: [{ name: "east" }] });
    mesh = await repositoryOf(lab, { "mesh.yaml": document([{ name: a, tags: ["prod"] }]) });
  });
  afterAll(() => lab?.stop());

  const onA = [
    `istio-revision-tag-prod calls istiod-${a}`,
    `istio-sidecar-injector-${a} calls istiod-${a}`,
    `istio-validator-${a}-istio-system calls istiod-${a}`,
    `istiod-${a} has 1 ready`,
    `istiod-default-validator calls istiod-${a}`,
  ];
  const onlyB = onA.map((line) => line.replaceAll(a, b));
  const besides = onlyB.filter((line) => !/tag|default/u.test(line));

  it("begins with a mesh whose workloads and gateway name a tag", async () => {
    const done = await apply([{ name: a, tags: ["prod"] }]);
    expect([done.code, done.told.verdict]).toEqual([0, "done"]);
    expect(control()).toEqual(onA.toSorted());
    const [namespace, ...rest] = workloads;
    const metadata = { name: "sample", labels: { "istio.io/rev": "prod" } };
    applyByKubectl(east(), [{ ...namespace, metadata }, ...configuration, ...rest]);
    for (const app of ["echo", "client"]) rolledOut(east(), "sample", app);
    await expect.poll(isAnswered, { timeout: 30_000 }).toBe(true);
    expect(injectedBy("sample", "app")).toEqual([a, a]);
    expect(injectedBy("istio-system", "istio=eastwestgateway")).toEqual([a]);
  });

  it("puts the second revision beside the first, and nobody notices", async () => {
    const before = [...identities("sample"), ...identities("istio-system")];
    const done = await apply([{ name: a, tags: ["prod"] }, { name: b }]);
    expect([done.code, done.told.verdict]).toEqual([0, "done"]);
    expect(control()).toEqual([...onA, ...besides].sort());
    const after = [...identities("sample"), ...identities("istio-system")];
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    expect([await connectedTo(a), await connectedTo(b)]).toEqual([["client", "echo", "istio-eastwestgateway"], []]);
    expect(await isAnswered()).toBe(true);
  });

  it("moves the tag: new pods are of the second revision, running ones stay where they are and keep working", async () => {
    const before = identities("sample");
    const done = await apply([{ name: a }, { name: b, tags: ["prod"] }]);
    expect([done.code, done.told.verdict]).toEqual([0, "done"]);
    const moved = onA.map((line) => (line.includes("tag-prod") ? line.replaceAll(a, b) : line));
    expect(control()).toEqual([...moved, ...besides].sort());
    expect(identities("sample")).toEqual(before);
    expect(await isAnswered()).toBe(true);

    kubectl(east(), ["-n", "sample", "rollout", "restart", "deployment/echo"]);
    rolledOut(east(), "sample", "echo");
    expect(injectedBy("sample", "app=echo")).toEqual([b]);
    await expect.poll(() => connectedTo(b), { timeout: 30_000 }).toEqual(["echo"]);
    await expect.poll(isAnswered, { timeout: 30_000 }).toBe(true);
  });

  let deletions = 0;

  it("keeps the first revision whole while proxies are connected to it, and says how many", async () => {
    mesh.write({ "mesh.yaml": document([{ name: b, tags: ["prod"] }]) });
    const planned = await mesh.run("plan", "--live", "--output", "json");
    const { plan } = JSON.parse(planned.stdout);
    deletions = plan.deletions.east;
    expect(deletions).toBeGreaterThan(10);
    const mark = auditMark(lab);
    const held = await apply([{ name: b, tags: ["prod"] }], "--confirm-deletions", String(deletions));
    expect(held.code).toBe(3);
    expect(held.stdout).toMatch(/2 proxies are connected to it: client-\S+\.sample, istio-eastwestgateway-\S+\.istio-system/u);
    expect(writesSince(lab, mark).filter((write) => write.includes(": delete") && !write.includes("leases/"))).toEqual([]);
    // What needs the first revision is still served by it; everything that may choose goes to the second.
    expect(control()).toEqual([...onlyB, ...onA.filter((line) => !/tag|default/u.test(line))].sort());
    expect(await connectedTo(a)).toEqual(["client", "istio-eastwestgateway"]);
    expect(await isAnswered()).toBe(true);
  });

  it("takes it away when the last proxy has gone over, and leaves nothing of it", async () => {
    kubectl(east(), ["-n", "sample", "rollout", "restart", "deployment/client"]);
    kubectl(east(), ["-n", "istio-system", "rollout", "restart", "deployment/istio-eastwestgateway"]);
    rolledOut(east(), "sample", "client");
    rolledOut(east(), "istio-system", "istio-eastwestgateway");
    const done = await apply([{ name: b, tags: ["prod"] }], "--confirm-deletions", String(deletions));
    expect([done.code, done.told.verdict]).toEqual([0, "done"]);
    expect(control()).toEqual(onlyB.toSorted());
    const kinds =
      "deployments,services,serviceaccounts,configmaps,roles,rolebindings,poddisruptionbudgets,clusterroles,clusterrolebindings";
    expect(get(kinds, "-n", "istio-system").filter((object) => isObject(object) && nameOf(object).includes(a))).toEqual([]);
    expect(await connectedTo(b)).toEqual(["client", "echo", "istio-eastwestgateway"]);
    await expect.poll(isAnswered, { timeout: 30_000 }).toBe(true);
  });

  it("needs nothing more, and everything looked at is well", async () => {
    const mark = auditMark(lab);
    const again = await mesh.run("apply", "--snapshot-charts");
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
    expect(writesSince(lab, mark)).toEqual([]);
  });

  it("restarts what has the old proxy where the mesh wants that: each once, one after the other, and nothing else", async () => {
    const [plain, stray] = [outside("plain"), outside("stray")];
    applyByKubectl(east(), [plain, { ...stray, metadata: { ...stray.metadata, namespace: "sample" } }]);
    for (const [namespace, app] of [
      ["default", "plain"],
      ["sample", "stray"],
    ] as const)
      rolledOut(east(), namespace, app);
    const others = [...identities("default"), ...identities("sample").filter((line) => line.startsWith("stray"))];
    const mark = auditMark(lab);
    // The way back: the first revision comes again, the tag turns, and all that knows the tag goes over, in one run.
    mesh.write({ "mesh.yaml": document([{ name: a, tags: ["prod"] }, { name: b }], "rollout") });
    const done = await mesh.run("apply", "--snapshot-charts", "--verify", "none", "--output", "json");
    expect([done.code, done.code === 0 ? "" : done.stdout]).toEqual([0, ""]);
    const restarted = ["Deployment istio-system/istio-eastwestgateway", "Deployment sample/client", "Deployment sample/echo"];
    expect(done.stderr).toContain("east/restart (3 written)");
    expect([injectedBy("sample", "app in (echo,client)"), injectedBy("istio-system", "istio=eastwestgateway")]).toEqual([[a, a], [a]]);
    const patches = writesSince(lab, mark).filter((write) => /patch deployments\/(?:echo|client|plain|stray)$/u.test(write));
    expect(patches).toEqual(["east: patch deployments/client", "east: patch deployments/echo"]);
    expect([...identities("default"), ...identities("sample").filter((line) => line.startsWith("stray"))]).toEqual(others);
    const managers = (namespace: string, name: string) =>
      listAt(
        JSON.parse(kubectl(east(), ["get", "deployment", name, "-n", namespace, "--show-managed-fields", "-o", "json"])),
        "metadata",
        "managedFields",
      )
        .filter((entry) => JSON.stringify(entry).includes("restartedAt"))
        .map((entry) => textAt(entry, "manager"));
    expect(restarted.map((text) => text.split(" ")[1]?.split("/") ?? []).map(([space = "", name = ""]) => managers(space, name))).toEqual([
      ["isthmus-restart"],
      ["isthmus-restart"],
      ["isthmus-restart"],
    ]);
    await expect.poll(isAnswered, { timeout: 30_000 }).toBe(true);
    expect(await connectedTo(b)).toEqual([]);

    const after = auditMark(lab);
    const again = await mesh.run("apply", "--snapshot-charts", "--verify", "none");
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("Nothing to do")]);
    expect([(await mesh.run("drift")).code, writesSince(lab, after)]).toEqual([0, []]);
  });
});

/** A workload the mesh knows nothing of: its pods ask for no proxy. */
function outside(name: string) {
  const labels = { app: name };
  const template = {
    metadata: { labels: { ...labels, "sidecar.istio.io/inject": "false" } },
    spec: { containers: [{ name, image: "example.org/plain" }] },
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace: "default" },
    spec: { selector: { matchLabels: labels }, template },
  };
}

function nameOf(object: KubeObject): string {
  return textAt(object, "metadata", "name") ?? "";
}
