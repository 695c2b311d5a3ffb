import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { Desired } from "../../src/model/desired.ts";
import { objectsOf } from "../../src/model/desired.ts";
import { type JsonObject, listAt, objectAt, textAt } from "../../src/model/json.ts";
import type { Mesh } from "../../src/model/mesh.ts";
import { Problem } from "../../src/model/problem.ts";
import { chartsNeeded, render } from "../../src/render/index.ts";
import { readValues } from "../../src/yaml/index.ts";
import { bundledCharts, lightEngine } from "../support/charts.ts";
import { clusterOf, gatewayOf, istioOf, meshOf, repositoryOf, sourceOf } from "./mesh-of.ts";

async function of(mesh: Mesh, over = {}): Promise<Desired> {
  const repository = repositoryOf(mesh, over);
  return render(repository, await bundledCharts(repository), await lightEngine());
}

function find(desired: Desired, cluster: string, kind: string, name: string): JsonObject | undefined {
  return objectsOf(desired, cluster).find(({ id }) => id.kind === kind && id.name === name)?.object;
}

const names = (desired: Desired, cluster: string, kind: string): readonly string[] =>
  objectsOf(desired, cluster).flatMap(({ id }) => (id.kind === kind ? [id.name] : []));

const rules = (desired: Desired): readonly string[] => desired.findings.map(({ rule }) => rule);

const env = (object: JsonObject | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    listAt(object, "spec", "template", "spec", "containers", 0, "env").map((entry) => [textAt(entry, "name"), textAt(entry, "value")]),
  );

const remote = (name: string, over = {}) => clusterOf(name, { role: "remote", primary: "p", ...over });

describe("identity (reference 1.5)", () => {
  it("namespace label, istiod, gateway and remote secret agree on names that differ from the document's", async () => {
    const desired = await of(meshOf([clusterOf("east", { istioName: "prod-1" }), clusterOf("west")], { meshId: "old-mesh" }));
    expect(env(find(desired, "east", "Deployment", "istiod"))).toMatchObject({ CLUSTER_ID: "prod-1" });
    const secret = find(desired, "west", "Secret", "istio-remote-secret-prod-1");
    expect(Object.keys(objectAt(secret, "stringData"))).toEqual(["prod-1"]);
    expect(textAt(secret, "metadata", "annotations", "networking.istio.io/cluster")).toBe("prod-1");
    expect(textAt(find(desired, "east", "ConfigMap", "istio"), "data", "mesh")).toContain("meshId: old-mesh");
    expect(textAt(find(desired, "east", "Namespace", "istio-system"), "metadata", "labels", "topology.istio.io/network")).toBe("net-east");
  });

  it("every object carries the mesh's label, and no pod template does", async () => {
    const desired = await of(meshOf([clusterOf("a"), clusterOf("b")]));
    for (const { object } of objectsOf(desired, "a")) {
      expect(textAt(object, "metadata", "labels", "isthmus.dev/mesh")).toBe("shop");
      expect(textAt(object, "spec", "template", "metadata", "labels", "isthmus.dev/mesh")).toBeUndefined();
    }
  });

  it("the failure policy of webhooks is left to istiod: rendering never opens them again (1.1, T85)", async () => {
    const desired = await of(meshOf([clusterOf("a")]));
    for (const name of ["istiod-default-validator", "istio-validator-istio-system"]) {
      const webhook = objectAt(find(desired, "a", "ValidatingWebhookConfiguration", name), "webhooks", 0);
      expect(Object.keys(webhook)).toContain("clientConfig");
      expect(Object.keys(webhook)).not.toContain("failurePolicy");
    }
  });

  it("another cluster domain changes the hosts of the cross-network gateway (1.5, T63)", async () => {
    const desired = await of(meshOf([clusterOf("a", { clusterDomain: "east.example" }), clusterOf("b")]));
    expect(listAt(find(desired, "a", "Gateway", "cross-network-gateway"), "spec", "servers", 0, "hosts")).toEqual(["*.east.example"]);
  });

  it("a gateway of another name gets a Gateway with its own selector (1.3, T11)", async () => {
    const desired = await of(meshOf([clusterOf("a", { gateways: [gatewayOf({ name: "crosslink" })] }), clusterOf("b")]));
    expect(objectAt(find(desired, "a", "Gateway", "cross-network-gateway-crosslink"), "spec", "selector")).toEqual({ istio: "crosslink" });
    expect(textAt(find(desired, "a", "Service", "crosslink"), "spec", "selector", "istio")).toBe("crosslink");
  });
});

describe("remote secrets (reference 3.1)", () => {
  it("hold the kubeconfig as istioctl writes it", async () => {
    const apiServer = { url: "https://10.0.0.1", ca: "PEM", tlsServerName: "api.west", proxyUrl: undefined };
    const desired = await of(meshOf([clusterOf("east"), clusterOf("west", { apiServer })]));
    const secret = find(desired, "east", "Secret", "istio-remote-secret-west");
    expect(textAt(secret, "metadata", "labels", "istio/multiCluster")).toBe("true");
    const token = "⟦token of istio-system/istio-reader-service-account in west⟧";
    expect(readValues(textAt(secret, "stringData", "west") ?? "")).toEqual([
      {
        apiVersion: "v1",
        kind: "Config",
        clusters: [
          {
            name: "west",
            cluster: { "certificate-authority-data": btoa("PEM"), server: "https://10.0.0.1", "tls-server-name": "api.west" },
          },
        ],
        contexts: [{ name: "west", context: { cluster: "west", user: "west" } }],
        "current-context": "west",
        users: [{ name: "west", user: { token } }],
      },
    ]);
  });

  it("a cluster called 123 stays a text in its kubeconfig", async () => {
    const desired = await of(meshOf([clusterOf("east"), clusterOf("123")]));
    const text = textAt(find(desired, "east", "Secret", "istio-remote-secret-123"), "stringData", "123") ?? "";
    expect(textAt(readValues(text)[0], "current-context")).toBe("123");
  });

  it("a primary holds one for every other cluster, a remote for none (0, 1.6)", async () => {
    const mesh = meshOf([clusterOf("p"), clusterOf("q"), remote("r"), clusterOf("s", { role: "remote", primary: "q" })], {
      topology: "primary-remote",
    });
    const desired = await of(mesh);
    const secrets = (cluster: string) => names(desired, cluster, "Secret").filter((name) => name.startsWith("istio-remote-secret-"));
    expect(secrets("p")).toEqual(["q", "r", "s"].map((name) => `istio-remote-secret-${name}`));
    expect(secrets("q")).toEqual(["p", "r", "s"].map((name) => `istio-remote-secret-${name}`));
    expect(secrets("r")).toEqual([]);
  });
});

describe("the reader (reference 0.1 no. 4)", () => {
  const two = [clusterOf("a"), clusterOf("b")];

  it("is the chart's, because no istiod is known to live without Secrets; who asks for another is told", async () => {
    const asking = { discovery: { tokens: "bound", lifetimeSeconds: 1, reader: { secrets: false } } } as const;
    const asked = await of(meshOf(two, asking));
    expect(names(asked, "a", "ClusterRole")).toContain("istio-reader-clusterrole-istio-system");
    expect(env(find(asked, "a", "Deployment", "istiod"))).not.toHaveProperty("PILOT_ENABLE_REMOTE_CREDENTIALS_CONTROLLER");
    expect(rules(asked)).toContain("reader-reads-secrets");
    expect(rules(await of(meshOf([clusterOf("p"), remote("r")], { topology: "primary-remote", ...asking })))).toContain(
      "reader-reads-secrets",
    );
    expect(rules(await of(meshOf([clusterOf("a")], asking)))).not.toContain("reader-reads-secrets");
    const secrets = { discovery: { tokens: "bound", lifetimeSeconds: 1, reader: { secrets: true } } } as const;
    expect(rules(await of(meshOf(two, secrets)))).not.toContain("reader-reads-secrets");
  });

  it("gets a token Secret only when tokens are legacy", async () => {
    const legacy = await of(meshOf(two, { discovery: { tokens: "legacy", lifetimeSeconds: 1, reader: { secrets: true } } }));
    expect(names(legacy, "a", "Secret")).toContain("istio-reader-service-account-istio-remote-secret-token");
    expect(names(await of(meshOf(two)), "a", "Secret")).not.toContain("istio-reader-service-account-istio-remote-secret-token");
  });
});

describe("primary and remote (reference 1.6, 0.1 no. 1 to 3)", () => {
  it("a network with a slash is escaped in the injection path", async () => {
    const desired = await of(meshOf([clusterOf("p"), remote("r", { network: "vpc/a" })], { topology: "primary-remote" }));
    const webhook = listAt(find(desired, "r", "MutatingWebhookConfiguration", "istio-sidecar-injector"), "webhooks")[0];
    expect(textAt(webhook, "clientConfig", "service", "path")).toBe("/inject/cluster/r/net/vpc--slash--a");
  });

  it("the address is a hole in the shape of an IP address, and the other shape is named", async () => {
    const desired = await of(meshOf([clusterOf("p"), remote("r")], { topology: "primary-remote" }));
    expect(listAt(find(desired, "r", "EndpointSlice", "istiod"), "endpoints", 0, "addresses")).toEqual([
      "⟦ip of gateway istio-system/istio-eastwestgateway in p⟧",
    ]);
    const said = desired.findings.find(({ rule }) => rule === "address-shape-open");
    expect(said?.message).toContain("EndpointSlice istio-system/istiod does not exist");
    expect(said?.message).toContain("Service istio-system/istiod differs (it is of type ExternalName)");
  });

  it("a known host name is an ExternalName and no finding about shapes", async () => {
    const service = { annotations: { "external-dns.alpha.kubernetes.io/hostname": "istiod.p.example" } };
    const desired = await of(meshOf([clusterOf("p", { gateways: [gatewayOf({ service })] }), remote("r")], { topology: "primary-remote" }));
    expect(textAt(find(desired, "r", "Service", "istiod"), "spec", "externalName")).toBe("istiod.p.example");
    expect(rules(desired)).not.toContain("address-shape-open");
  });

  it("a remote with a trust domain of its own publishes a mesh config for its readers (0.1 no. 2)", async () => {
    const trust = { trustDomain: "shop.example" };
    const desired = await of(meshOf([clusterOf("p", trust), remote("r", trust)], { topology: "primary-remote" }));
    expect(textAt(find(desired, "r", "ConfigMap", "istio"), "data", "mesh")).toContain("trustDomain: shop.example");
    const plain = await of(meshOf([clusterOf("p"), remote("r")], { topology: "primary-remote" }));
    expect(names(plain, "r", "ConfigMap")).not.toContain("istio");
  });

  it("remotes have no cacerts, primaries do; with an external signer nobody has (2.2)", async () => {
    const mesh = meshOf([clusterOf("p"), remote("r")], { topology: "primary-remote" });
    const desired = await of(mesh);
    expect(names(desired, "p", "Secret")).toContain("cacerts");
    expect(names(desired, "r", "Secret")).not.toContain("cacerts");
    const kept = await of({ ...mesh, trust: { ...mesh.trust, signer: { kind: "external" } } });
    expect(names(kept, "p", "Secret")).not.toContain("cacerts");
  });
});

describe("revisions and tags (reference 1.9)", () => {
  const istio = istioOf({
    revisions: [
      { name: "one", version: "1.31.0", tags: ["default"] },
      { name: "two", version: "1.31.1", tags: ["canary"] },
    ],
  });

  it("each revision is a release of its own; base points at the default one; tags become webhooks", async () => {
    const desired = await of(meshOf([clusterOf("a", { istio })]));
    expect(desired.classes[0]?.releases.map(({ name }) => name)).toEqual([
      "istio-base",
      "istiod-one",
      "istiod-two",
      "istio-eastwestgateway",
    ]);
    const validator = listAt(find(desired, "a", "ValidatingWebhookConfiguration", "istiod-default-validator"), "webhooks")[0];
    expect(textAt(validator, "clientConfig", "service", "name")).toBe("istiod-one");
    expect(names(desired, "a", "MutatingWebhookConfiguration")).toEqual(
      expect.arrayContaining([
        "istio-revision-tag-canary",
        "istio-revision-tag-default",
        "istio-sidecar-injector-one",
        "istio-sidecar-injector-two",
      ]),
    );
    expect(
      textAt(find(desired, "a", "Deployment", "istio-eastwestgateway"), "spec", "template", "metadata", "labels", "istio.io/rev"),
    ).toBe("one");
  });

  it("the version shows in the images, the chart stays the snapshot", async () => {
    const desired = await of(meshOf([clusterOf("a", { istio })]));
    const image = (name: string) => textAt(find(desired, "a", "Deployment", name), "spec", "template", "spec", "containers", 0, "image");
    expect([image("istiod-one"), image("istiod-two")].map((text) => text?.split(":").at(-1))).toEqual(["1.31.0", "1.31.1"]);
    expect(rules(desired)).toContain("bundled-charts-are-a-snapshot");
  });

  it("one tag on two revisions brings two different objects of one name (V09)", async () => {
    const both = istioOf({ revisions: istio.revisions.map((revision) => ({ ...revision, tags: ["stable"] })) });
    const desired = await of(meshOf([clusterOf("a", { istio: both })]));
    const twice = desired.findings.filter(({ rule }) => rule === "object-defined-twice");
    expect(twice.map(({ message }) => message)[0]).toContain("istio-revision-tag-stable");
  });

  it("node components follow the oldest revision, base the newest (1.9, V06, V07)", () => {
    const cni = { namespace: "kube-system", values: {}, enabled: true };
    const mesh = meshOf([clusterOf("a", { istio, components: { cni, ztunnel: { ...cni, enabled: false } } })]);
    const asked = chartsNeeded(mesh).map(({ name, version }) => `${name} ${version}`);
    expect(asked).toEqual(["base 1.31.1", "cni 1.31.0", "gateway 1.31.0", "istiod 1.31.0", "istiod 1.31.1"]);
  });
});

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value) || value instanceof Map) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}

function text(desired: Desired): string {
  return JSON.stringify([desired.classes.map(({ manifests, symbols, releases }) => [manifests, [...symbols], releases]), desired.findings]);
}

describe("what goes wrong stays where it is", () => {
  it("a chart that cannot be had, and one that fails, are gaps; other releases go on", async () => {
    const bad = istioOf({ values: { istiod: { profile: "nope" } } });
    const mesh = meshOf([clusterOf("a", { istio: bad }), clusterOf("b")]);
    const repository = repositoryOf(mesh);
    const charts = new Map(await bundledCharts(repository));
    for (const key of charts.keys()) {
      if (key.includes("gateway"))
        charts.set(key, problem("chart-not-found", { charts: "chart gateway 1.31.0", source: "bundled", instead: "" }));
    }
    const desired = render(repository, charts, await lightEngine());
    const [a, b] = desired.classes;
    expect(a?.gaps.map(({ release, stage }) => `${release} ${stage}`)).toEqual(["istio-eastwestgateway gateways", "istiod install"]);
    expect(b?.gaps.map(({ release }) => release)).toEqual(["istio-eastwestgateway"]);
    expect(names(desired, "a", "ValidatingWebhookConfiguration")).toEqual(["istiod-default-validator"]);
    const failed = desired.findings.find(({ rule }) => rule === "chart-template-failed");
    expect(failed?.message).toMatch(/chart istiod .*unknown profile nope.*templates\/zzz_profile\.yaml, line \d+/u);
    expect(desired.charts.some((chart) => chart instanceof Problem)).toBe(false);
  });

  it("config that a chart also brings is one finding at the file", async () => {
    const source = sourceOf("config/all/clash.yaml");
    const object = { apiVersion: "v1", kind: "Service", metadata: { name: "istiod", namespace: "istio-system" }, spec: {} };
    const manifest = {
      id: { group: "", kind: "Service", namespace: "istio-system", name: "istiod" },
      object,
      origin: { kind: "config", source },
      stage: "config",
    };
    const desired = await of(meshOf([clusterOf("a")]), { config: new Map([["a", [manifest]]]) });
    const twice = desired.findings.find(({ rule }) => rule === "object-defined-twice");
    expect(twice?.source?.file).toContain("config/all/clash.yaml");
    expect(listAt(find(desired, "a", "Service", "istiod"), "spec", "ports").length).toBeGreaterThan(0);
  });

  it("the same mesh gives the same bytes, and input is left alone", async () => {
    const mesh = meshOf([clusterOf("p"), remote("r1"), remote("r2"), remote("r3")], { topology: "primary-remote" });
    freeze(mesh);
    expect(text(await of(mesh))).toBe(text(await of(mesh)));
  });

  it("no mesh, no objects", async () => {
    const desired = render({ ...repositoryOf(meshOf([])), mesh: undefined }, new Map(), await lightEngine());
    expect(desired.classes).toEqual([]);
  });
});
