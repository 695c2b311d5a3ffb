import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { objectAt } from "../../src/model/json.ts";
import type { Present } from "../../src/model/live.ts";
import type { Seen } from "../../src/verify/observed.ts";
import { networkGateways, proxies, shards } from "../../src/verify/pages.ts";
import { rootsEqual } from "../../src/verify/probes/roots-equal.ts";
import { day, makeIntermediate, makeRoot, type Recipe } from "../support/authority.ts";
import { mesh } from "../support/study.ts";
import { makeLeaf } from "./leaf.ts";
import {
  cacerts,
  east,
  gatewayService,
  hour,
  istiod,
  istiodTls,
  now,
  observed,
  page,
  remoteSecret,
  roots,
  seen,
  told,
  webhook,
  west,
} from "./scene.ts";

/** One thing is broken at a time, and what is told is exactly that: each line fails when its probe is broken. */

const why = problem("cluster-slow", { cluster: "east", request: "GET it", seconds: 30 });
const unseen = <T>(): Seen<T> => ({ kind: "unseen", why });
const other = await makeIntermediate(roots.other);
const own = await makeIntermediate(roots.mesh);
const soon = await makeIntermediate(roots.mesh, { notBefore: now - 345 * day, notAfter: now + 20 * day });
const oldRoot = await makeRoot({ notAfter: now + 10 * day, notBefore: now - 3000 * day });
const underOld = await makeIntermediate(oldRoot);
const token = { issuedAt: now - hour, expiresAt: now + hour };

describe("a mesh in which everything works", () => {
  it("passes, but for what nobody could look at", () => {
    expect(told(observed(), "failed")).toEqual([]);
    expect(told(observed(), "unknown").map((line) => line.split(":")[0])).toEqual([
      "unknown east gateway-handshake",
      "unknown west gateway-handshake",
    ]);
    expect(told(observed(), "passed").map((line) => line.replace(/\([0-9a-f]{16}\)/u, "(…)"))).toMatchInlineSnapshot(`
      [
        "passed east api-server: Answers, Kubernetes v1.35.4.",
        "passed west api-server: Answers, Kubernetes v1.35.4.",
        "passed east time-skew: Its clock agrees with ours to a minute.",
        "passed west time-skew: Its clock agrees with ours to a minute.",
        "passed east istiod-ready: 2 replicas of istiod revision \`default\` ready.",
        "passed west istiod-ready: 2 replicas of istiod revision \`default\` ready.",
        "passed east version-skew: Revision \`default\` runs 1.31.0.",
        "passed west version-skew: Revision \`default\` runs 1.31.0.",
        "passed east webhooks-ready: 2 webhook configurations with a \`caBundle\`, all failing closed.",
        "passed west webhooks-ready: 2 webhook configurations with a \`caBundle\`, all failing closed.",
        "passed east certificates-valid: The chain holds; its certificate \`east\` ends in 365 days (2027-11-23).",
        "passed west certificates-valid: The chain holds; its certificate \`west\` ends in 365 days (2027-11-23).",
        "passed east roots-equal: 2 namespaces (default, …) trust root-a (…), as 1 other cluster does.",
        "passed west roots-equal: 2 namespaces (default, …) trust root-a (…), as 1 other cluster does.",
        "passed east trust-domain-equal: Trust domain \`cluster.local\`, as the mesh says.",
        "passed west trust-domain-equal: Trust domain \`cluster.local\`, as the mesh says.",
        "passed east → west clusters-synced: \`west\` is synced on 2 replicas.",
        "passed west → east clusters-synced: \`east\` is synced on 2 replicas.",
        "passed east → west remote-tokens: The token in \`istio-system/istio-remote-secret-west\` ends in 23 hours.",
        "passed west → east remote-tokens: The token in \`istio-system/istio-remote-secret-east\` ends in 23 hours.",
        "passed east gateway-ready: Gateway \`istio-system/istio-eastwestgateway\` runs and is reached at \`172.30.1.10\`.",
        "passed west gateway-ready: Gateway \`istio-system/istio-eastwestgateway\` runs and is reached at \`172.30.2.10\`.",
        "passed east → west networks-known: Network \`west\` is reached by \`172.30.2.10:15443\` on 2 replicas.",
        "passed west → east networks-known: Network \`east\` is reached by \`172.30.1.10:15443\` on 2 replicas.",
        "passed east → west endpoints-seen: 3 endpoints of 3 services of west seen, on network \`west\`, by 2 replicas.",
        "passed west → east endpoints-seen: 3 endpoints of 3 services of east seen, on network \`east\`, by 2 replicas.",
        "passed east proxies-synced: 4 proxies took their configuration.",
        "passed west proxies-synced: 4 proxies took their configuration.",
      ]
    `);
  });
});

type Broken = readonly [what: string, of: Parameters<typeof observed>[0], lines: readonly string[]];
const broken: readonly Broken[] = [
  [
    "an istiod that does not start",
    { east: { istiods: seen([istiod("east-a"), istiod("east-b", { isReady: false, state: "CrashLoopBackOff" })]) } },
    ["failed east istiod-ready: 1 of 2 replicas of istiod revision `default` are not ready (`east-b: CrashLoopBackOff`)."],
  ],
  [
    "an istiod of another version",
    { east: { istiods: seen([istiod("east-a", { version: "1.30.2" })]) } },
    ["failed east version-skew: `east-a` of revision `default` runs 1.30.2; the mesh says 1.31.0."],
  ],
  [
    "a cluster that one replica could not read",
    {
      east: {
        istiods: seen([
          istiod("east-a"),
          istiod("east-b", {
            clusters: seen([
              { id: "east", secret: "", status: "synced" },
              { id: "west", secret: "istio-system/x", status: "timeout" },
            ]),
          }),
        ]),
      },
    },
    ["failed east → west clusters-synced: `west` is not synced on 1 of 2 replicas (`east-b: timeout`)."],
  ],
  [
    "a cluster that istiod never heard of, and one that nobody else has",
    {
      east: {
        istiods: seen([
          istiod("east-a", {
            clusters: seen([
              { id: "east", secret: "", status: "synced" },
              { id: "north", secret: "istio-system/old", status: "synced" },
            ]),
          }),
        ]),
      },
    },
    [
      "failed east → west clusters-synced: `west` is not synced on 1 of 1 replica (`east-a: not known`).",
      "failed east clusters-synced: istiod reads a cluster `north` (Secret `istio-system/old`) that the mesh does not name.",
    ],
  ],
  [
    "an istiod with another name for its cluster",
    {
      east: {
        istiods: seen([
          istiod("east-a", {
            clusters: seen([
              { id: "Kubernetes", secret: "", status: "synced" },
              { id: "west", secret: "istio-system/x", status: "synced" },
            ]),
          }),
        ]),
      },
    },
    ["failed east clusters-synced: istiod calls its own cluster `Kubernetes`; the mesh knows it as `east`."],
  ],
  [
    "webhooks that nobody filled in",
    { east: { webhooks: seen([webhook("MutatingWebhookConfiguration", "istio-sidecar-injector", { clientConfig: {} })]) } },
    ["failed east webhooks-ready: `istio-sidecar-injector` has no `caBundle`: the API server cannot call istiod."],
  ],
  [
    "a validation that lets everything pass",
    {
      east: {
        webhooks: seen([
          webhook("MutatingWebhookConfiguration", "istio-sidecar-injector"),
          webhook("ValidatingWebhookConfiguration", "istio-validator-istio-system", { failurePolicy: "Ignore" }),
        ]),
      },
    },
    [
      "failed east webhooks-ready: `istio-validator-istio-system` still lets everything pass (`failurePolicy: Ignore`): istiod has not seen its own webhook work.",
    ],
  ],
  [
    "no injection",
    { east: { webhooks: seen([]) } },
    ["failed east webhooks-ready: There is no webhook that injects sidecars and gateways."],
  ],
  [
    "no cacerts",
    { east: { cacerts: seen(undefined) } },
    [
      "failed east certificates-valid: There is no Secret `istio-system/cacerts`: istiod signs with a root of its own, which no other cluster trusts.",
    ],
  ],
  [
    "cacerts that came after istiod",
    { east: { cacerts: seen(cacerts(other, roots.other)) } },
    ["failed east certificates-valid: No namespace was given a root of `istio-system/cacerts`: istiod does not sign with it."],
  ],
  [
    "a certificate that does not lead to its root",
    { east: { cacerts: seen(cacerts(other, roots.mesh)) } },
    [
      "failed east certificates-valid: The certificate in `istio-system/cacerts` cannot be used: east does not lead to a root that is trusted.",
    ],
  ],
  [
    "a key of another certificate",
    { east: { cacerts: seen(cacerts(own, roots.mesh, other)) } },
    ["failed east certificates-valid: The key in `istio-system/cacerts` does not belong to its certificate."],
  ],
  [
    "a certificate that ends soon",
    { east: { cacerts: seen(cacerts(soon, roots.mesh)) } },
    ["failed east certificates-valid: The certificate `east` ends in 20 days (2026-12-13)."],
  ],
  [
    "a root that ends before everything under it",
    {
      east: { cacerts: seen(cacerts(underOld, oldRoot)), roots: seen([{ namespace: "default", pem: oldRoot.pem }]) },
      west: { roots: seen([{ namespace: "default", pem: oldRoot.pem }]), cacerts: seen(cacerts(underOld, oldRoot)) },
    },
    [
      "failed east certificates-valid: The certificate `root-a` ends in 10 days (2026-12-03).",
      "failed west certificates-valid: The certificate `root-a` ends in 10 days (2026-12-03).",
    ],
  ],
  [
    "a token that ended",
    { east: { remoteSecrets: seen([remoteSecret("west", { issuedAt: now - day, expiresAt: now - 2 * hour })]) } },
    ["failed east → west remote-tokens: The token in `istio-system/istio-remote-secret-west` ended 2 hours ago."],
  ],
  [
    "a token that nobody renewed",
    { east: { remoteSecrets: seen([remoteSecret("west", { issuedAt: now - 20 * hour, expiresAt: now + 4 * hour })]) } },
    [
      "failed east → west remote-tokens: The token in `istio-system/istio-remote-secret-west` ends in 4 hours; it should have been renewed at half of its life.",
    ],
  ],
  [
    "a token for an account that was made anew",
    { east: { remoteSecrets: seen([remoteSecret("west", { ...token, accountUid: "older" })]) } },
    [
      "failed east → west remote-tokens: The token in `istio-system/istio-remote-secret-west` is for ServiceAccount `istio-system/istio-reader-service-account` of west, which was made anew since: it is worthless.",
    ],
  ],
  [
    "a token for an account that is gone",
    { west: { readerUid: seen(undefined) } },
    [
      "failed east → west remote-tokens: The token in `istio-system/istio-remote-secret-west` is for ServiceAccount `istio-system/istio-reader-service-account` of west, which is gone: it is worthless.",
    ],
  ],
  [
    "no remote secret",
    { east: { remoteSecrets: seen([]) } },
    ["failed east → west remote-tokens: No Secret with label `istio/multiCluster=true` in `istio-system` holds a kubeconfig for `west`."],
  ],
  [
    "a gateway without an address",
    { east: { gateways: [gateway({ status: {} })] } },
    ["failed east gateway-ready: Gateway `istio-system/istio-eastwestgateway` waits for the address of its load balancer."],
  ],
  [
    "a gateway without the port for other networks",
    { east: { gateways: [gateway({ spec: { type: "LoadBalancer", ports: [{ port: 80 }, { port: 443 }] } })] } },
    [
      "failed east gateway-ready: Gateway `istio-system/istio-eastwestgateway` does not listen on port 15443, where other networks come in (it has `80`, `443`).",
    ],
  ],
  [
    "a gateway without pods",
    {
      east: {
        gateways: [
          {
            ...gateway(),
            deployment: seen({ status: { conditions: [{ type: "Available", status: "False", message: "no minimum availability." }] } }),
          },
        ],
      },
    },
    ["failed east gateway-ready: Gateway `istio-system/istio-eastwestgateway` has no pod that runs: no minimum availability."],
  ],
  [
    "no gateway",
    { east: { gateways: [{ ...gateway(), deployment: seen(undefined) }] } },
    ["failed east gateway-ready: Gateway `istio-system/istio-eastwestgateway` has no Deployment."],
  ],
  [
    "a network without a gateway",
    { east: { istiods: seen([istiod("east-a", { networkGateways: seen((networkGateways(page("networkz")) ?? []).slice(0, 1)) })]) } },
    ["failed east → west networks-known: 1 replica of 1 know no gateway of network `west`: what runs there is not reached from here."],
  ],
  [
    "a network whose gateway has no port for sidecars",
    {
      east: {
        istiods: seen([
          istiod("east-a", {
            networkGateways: seen((networkGateways(page("networkz")) ?? []).map((entry) => ({ ...entry, port: 0, hbonePort: 15008 }))),
          }),
        ]),
      },
    },
    [
      "failed east → west networks-known: 1 replica of 1 know only gateways without a port for sidecars (`172.30.2.10:15008`) of network `west`: what runs there is not reached from here.",
    ],
  ],
  [
    "a service of the other cluster that is not seen",
    {
      east: {
        istiods: seen([
          istiod("east-a", {
            shards: seen(
              (shards(page("endpointShardz")) ?? []).filter(({ host, cluster }) => !(host.startsWith("probe-west") && cluster === "west")),
            ),
          }),
        ]),
      },
    },
    [
      "failed east → west endpoints-seen: Replica `east-a` sees no endpoints there of `probe-west.isthmus-probe.svc.cluster.local`, and the istiod there does.",
    ],
  ],
  [
    "endpoints that are taken for ones of the own network",
    {
      east: {
        istiods: seen([
          istiod("east-a", {
            shards: seen(
              (shards(page("endpointShardz")) ?? []).map((shard) =>
                shard.cluster === "west" && shard.host.startsWith("probe") ? { ...shard, networks: ["", "west"] } : shard,
              ),
            ),
          }),
        ]),
      },
    },
    [
      "failed east → west endpoints-seen: Replica `east-a` takes endpoints of `probe-west.isthmus-probe.svc.cluster.local` for ones of network `none`; they are on `west`.",
    ],
  ],
  [
    "a proxy that refused its configuration",
    {
      at: Date.parse("2026-11-23T12:01:00Z") - 0,
      east: { istiods: seen([istiod("east-a", { proxies: seen(proxies(page("syncz-refused")) ?? []) })]), remoteSecrets: lasting("west") },
      west: { remoteSecrets: lasting("east") },
    },
    [
      "failed east proxies-synced: 1 proxy refused configuration (`probe-east-644bc68c58-6tcwd.isthmus-probe`): CDS: Proto constraint validation failed (ClusterValidationError.ConnectTimeout: value must be greater than 0s)",
    ],
  ],
  [
    "a proxy that owes an answer",
    {
      east: {
        istiods: seen([
          istiod("east-a", {
            proxies: seen([{ id: "a.shop", cluster: "east", version: "", behind: [{ kind: "LDS", error: "", sentAt: now - 40_000 }] }]),
          }),
        ]),
      },
    },
    ["failed east proxies-synced: 1 proxy did not take the newest LDS (`a.shop`)."],
  ],
  [
    "another trust domain",
    { east: { istiods: seen([istiod("east-a", { trust: seen({ domain: "other.example", aliases: [] }) })]) } },
    ["failed east trust-domain-equal: `east-a` runs with trust domain `other.example`; the mesh says `cluster.local`."],
  ],
  [
    "a clock that is ahead",
    { east: { server: seen({ url: "", ca: undefined, version: "v1.35.4", clockSkewMs: 150_000, user: undefined }) } },
    ["failed east time-skew: Its clock is 2 minutes ahead of ours."],
  ],
];

function gateway(service: Parameters<typeof gatewayService>[1] = {}) {
  const [spec] = east.gateways;
  if (spec === undefined) throw new Error("east has a gateway");
  return { spec, service: seen(gatewayService("172.30.1.10", service)), deployment: seen({ status: { availableReplicas: 1 } }) };
}

function lasting(of: string) {
  return seen([remoteSecret(of, { issuedAt: now, expiresAt: now + 100 * hour })]);
}

describe("one thing broken", () => {
  it.each(broken)("%s", (_, of, lines) => {
    expect(told(observed(of), "failed")).toEqual(lines);
  });

  it("roots that differ", () => {
    const lines = told(
      observed({ west: { roots: seen([{ namespace: "default", pem: roots.other.pem }]), cacerts: seen(cacerts(other, roots.other)) } }),
      "failed",
    );
    expect(lines.join()).toContain("roots-equal");
    expect(lines.every((line) => line.includes("roots-equal"))).toBe(true);
  });

  it("every failure and every unknown says what to do", async () => {
    const { probes } = await import("../../src/verify/probes/index.ts");
    for (const [, of] of broken) {
      for (const check of probes.flatMap((probe) => probe(observed(of)))) {
        expect(check.remedy === undefined).toBe(check.verdict === "passed");
      }
    }
  });
});

describe("what is late but not too late", () => {
  it("a chain with the root in it, as Istio's own Makefile writes it, is one that works", async () => {
    const held = cacerts(own, roots.mesh);
    const stringData = { ...objectAt(held.object, "stringData"), "cert-chain.pem": own.pem + roots.mesh.pem };
    const of = observed({ east: { cacerts: seen({ ...held, object: { ...held.object, stringData } }) } });
    expect(told(of).filter((line) => line.includes("east certificates-valid"))).toEqual([expect.stringMatching(/^passed /u)]);
  });

  it("an answer that a proxy owes for a second", () => {
    const proxy = { id: "a.shop", cluster: "east", version: "", behind: [{ kind: "LDS", error: "", sentAt: now - 1000 }] };
    expect(told(observed({ east: { istiods: seen([istiod("east-a", { proxies: seen([proxy]) })]) } }), "failed")).toEqual([]);
  });

  it("a token whose renewal is due", () => {
    const due = remoteSecret("west", { issuedAt: now - 14 * hour, expiresAt: now + 10 * hour });
    expect(told(observed({ east: { remoteSecrets: seen([due]) } }), "passed")).toContain(
      "passed east → west remote-tokens: The token in `istio-system/istio-remote-secret-west` ends in 10 hours; its renewal is due.",
    );
  });
});

describe("roots", () => {
  const trusting = (name: string, root: typeof roots.mesh | undefined) => {
    const base = observed().clusters[0];
    if (base === undefined) throw new Error("there is one");
    const maps = root === undefined ? unseen<never>() : seen([{ namespace: "default", pem: root.pem }]);
    return { ...base, cluster: { ...east, name }, roots: maps, ...(root === undefined ? { server: unseen<never>() } : {}) };
  };
  const lines = (...all: readonly (readonly [name: string, root: typeof roots.mesh | undefined])[]) =>
    told({ ...observed(), clusters: all.map(([name, root]) => trusting(name, root)) })
      .filter((line) => line.includes("roots-equal"))
      .map((line) => line.replaceAll(/ \([0-9a-f]{16}\)/gu, ""));

  it("of two clusters that differ are nobody's majority: both are told, and which the other trusts", () => {
    expect(lines(["east", roots.mesh], ["west", roots.other])).toEqual([
      "failed east roots-equal: Namespace default trusts root-a, and `west` trusts root-b: these do not know each other.",
      "failed west roots-equal: Namespace default trusts root-b, and `east` trusts root-a: these do not know each other.",
    ]);
  });

  it("of three, the one that differs from two is told alone", () => {
    expect(lines(["a", roots.mesh], ["b", roots.other], ["c", roots.mesh])).toEqual([
      "passed a roots-equal: Namespace default trusts root-a, as 2 other clusters do.",
      "failed b roots-equal: Namespace default trusts root-b; 2 of the 3 clusters that were read trust root-a.",
      "passed c roots-equal: Namespace default trusts root-a, as 2 other clusters do.",
    ]);
  });

  it("do not pass alone: with the other cluster unread nothing was compared", () => {
    expect(lines(["east", roots.mesh], ["west", undefined])).toEqual([
      "unknown east roots-equal: Namespace default trusts root-a; no other cluster could be read to compare with.",
    ]);
    expect(lines(["a", roots.mesh], ["b", undefined], ["c", roots.mesh])[0]).toBe(
      "passed a roots-equal: Namespace default trusts root-a, as 1 other cluster does; 1 other could not be read.",
    );
  });

  it("of one cluster that is the whole mesh are equal", () => {
    expect(lines(["east", roots.mesh])).toEqual(["passed east roots-equal: Namespace default trusts root-a."]);
  });
});

describe("what could not be seen", () => {
  it("an API server that does not answer is told once, and hides no other cluster", () => {
    const nothing = {
      server: unseen<never>(),
      istiods: unseen<never>(),
      roots: unseen<never>(),
      webhooks: unseen<never>(),
      cacerts: unseen<never>(),
      remoteSecrets: unseen<never>(),
      readerUid: unseen<never>(),
      gateways: [],
    };
    const of = observed({ east: nothing });
    expect(told(of, "failed")).toEqual([]);
    const unknown = told(of, "unknown");
    expect(unknown.filter((line) => line.startsWith("unknown east"))).toEqual([
      `unknown east api-server: ${why.message} Nothing else of this cluster could be looked at.`,
    ]);
    expect(told(of, "passed").filter((line) => line.startsWith("passed east"))).toEqual([]);
    expect(told(of, "passed").some((line) => line.startsWith("passed west → east clusters-synced"))).toBe(true);
  });

  it("one replica that hides its pages keeps a pair from passing, and does not hide that another fails", () => {
    const hidden = istiod("east-b", {
      clusters: unseen(),
      proxies: unseen(),
      shards: unseen(),
      networkGateways: unseen(),
      trust: unseen(),
    });
    const unknown = told(observed({ east: { istiods: seen([istiod("east-a"), hidden]) } }), "unknown").filter((line) =>
      line.includes("unknown east"),
    );
    expect(unknown.map((line) => line.split(": ")[0])).toEqual([
      "unknown east trust-domain-equal",
      "unknown east → west clusters-synced",
      "unknown east → west networks-known",
      "unknown east → west endpoints-seen",
      "unknown east proxies-synced",
      "unknown east gateway-handshake",
    ]);
    const bad = istiod("east-a", { clusters: seen([{ id: "east", secret: "", status: "synced" }]) });
    expect(told(observed({ east: { istiods: seen([bad, hidden]) } }), "failed")).toEqual([
      "failed east → west clusters-synced: `west` is not synced on 1 of 2 replicas (`east-a: not known`).",
    ]);
  });

  it("no istiod is one failure, and nothing that istiod would say passes", () => {
    const of = observed({ east: { istiods: seen([]) } });
    expect(told(of, "failed")).toEqual(["failed east istiod-ready: There is no istiod of revision `default` in namespace `istio-system`."]);
    const names = ["clusters-synced", "networks-known", "endpoints-seen", "proxies-synced"];
    expect(told(of, "passed").filter((line) => line.startsWith("passed east") && names.some((name) => line.includes(name)))).toEqual([]);
  });

  it("no proxy connected is unknown, not passed", () => {
    const of = observed({ east: { istiods: seen([istiod("east-a", { proxies: seen([]) })]) } });
    expect(told(of, "unknown")).toContain("unknown east proxies-synced: No proxy is connected to the istiods here.");
  });
});

describe("a look at a gateway", () => {
  const dial = {
    answering: "workload" as const,
    cluster: "east",
    gateway: "istio-system/istio-eastwestgateway",
    address: "172.30.1.10",
    port: 15443,
    serverName: "outbound_.80_._.a.shop.svc.cluster.local",
    namespace: "shop",
  };
  const shown = (...chain: readonly string[]) =>
    told({ ...observed(), handshakes: [{ ...dial, handshake: { kind: "shown", chain, protocol: "istio" } }] }).filter((line) =>
      line.includes("east gateway-handshake"),
    );
  const identity = "spiffe://cluster.local/ns/shop/sa/a";

  it("passes for a workload of the mesh", async () => {
    expect(shown(await makeLeaf(own, identity), own.pem)).toEqual([
      `passed east gateway-handshake: \`172.30.1.10:15443\` shows \`${identity}\`, whose certificate leads to the mesh's root.`,
    ]);
  });

  it.each([
    [
      "of another mesh",
      async () => [await makeLeaf(other, identity), other.pem],
      "does not hold: east does not lead to a root that is trusted",
    ],
    ["without its intermediate", async () => [await makeLeaf(own, identity)], "which is not in what it shows"],
    [
      "of another namespace",
      async () => [await makeLeaf(own, "spiffe://cluster.local/ns/other/sa/a"), own.pem],
      "expected was `spiffe://cluster.local/ns/shop/sa/…`",
    ],
    ["that ended", async () => [await makeLeaf(own, identity, now - 1000), own.pem], "shows a certificate that ended at"],
    ["without a name of a mesh", async () => [own.pem], "without a name of the mesh"],
  ])("fails for a certificate %s", async (_, make, text) => {
    const [line] = shown(...(await make()));
    expect(line).toMatch(/^failed /u);
    expect(line).toContain(text);
  });

  it("fails when it hangs up, and proves nothing when it is not reached", () => {
    const refused = told({ ...observed(), handshakes: [{ ...dial, handshake: { kind: "refused", why: "ECONNRESET" } }] }, "failed");
    expect(refused).toEqual([
      "failed east gateway-handshake: `172.30.1.10:15443` hung up on server name `outbound_.80_._.a.shop.svc.cluster.local` without a certificate (ECONNRESET).",
    ]);
    const lost = told({ ...observed(), handshakes: [{ ...dial, handshake: { kind: "unreachable", why: "ETIMEDOUT" } }] }, "unknown");
    expect(lost[0]).toContain("was not reached from here (ETIMEDOUT), which says nothing about the way from the other clusters");
  });

  it("without a workload tells that something takes connections, and does not take that for a certificate", async () => {
    const nobody = { ...dial, answering: "nobody" as const };
    const hungUp = told({ ...observed(), handshakes: [{ ...nobody, handshake: { kind: "refused", why: "ECONNRESET" } }] }, "unknown");
    expect(hungUp[0]).toBe(
      "unknown east gateway-handshake: `172.30.1.10:15443` takes connections; behind it runs no workload with a sidecar whose certificate could be looked at.",
    );
    const chain = [await makeLeaf(own, identity), own.pem];
    const ended = told({ ...observed(), handshakes: [{ ...nobody, handshake: { kind: "shown", chain, protocol: "" } }] }, "failed");
    expect(ended[0]).toContain("shows a certificate for a name that is nobody's");
  });

  it("through which remotes reach istiod is judged by istiod's own certificate", async () => {
    const istiods = { ...dial, answering: "istiod" as const, port: 15012, serverName: "istiod.istio-system.svc" };
    const look = (chain: readonly string[]) =>
      told({ ...observed(), handshakes: [{ ...istiods, handshake: { kind: "shown", chain, protocol: "h2" } }] }).find((line) =>
        line.includes("east gateway-handshake"),
      );
    expect(look([await makeLeaf(own, "DNS:istiod.istio-system.svc"), own.pem])).toBe(
      "passed east gateway-handshake: `172.30.1.10:15012` shows `istiod.istio-system.svc`, whose certificate leads to the mesh's root.",
    );
    expect(look([await makeLeaf(own, "DNS:somebody.example"), own.pem])).toContain("expected was `istiod.istio-system.svc`");
    expect(look([await makeLeaf(other, "DNS:istiod.istio-system.svc"), other.pem])).toMatch(/^failed .*does not hold/u);
    const lines = told({ ...observed(), handshakes: [{ ...istiods, handshake: { kind: "refused", why: "it hung up" } }] }, "failed");
    expect(lines[0]).toContain("remotes do not reach their istiod");
  });
});

describe("other models", () => {
  it("a remote has no istiod of its own, and its primary is asked about it", () => {
    const remote = { ...west, role: "remote" as const, primary: "east" };
    const whole = observed({ mesh: mesh([east, remote], { topology: "primary-remote" }) });
    const clusters = whole.clusters.map((entry) =>
      entry.cluster.name === "west" ? { ...entry, cluster: remote, istiods: seen([]), remoteSecrets: seen([]) } : entry,
    );
    const lines = told({ ...whole, clusters });
    expect(lines.filter((line) => line.startsWith("failed"))).toEqual([]);
    expect(
      lines.filter(
        (line) =>
          /west.* (istiod-ready|clusters-synced|certificates-valid|remote-tokens|proxies-synced)/u.test(line) && !line.includes("east →"),
      ),
    ).toEqual([]);
    expect(lines).toContain("passed east → west clusters-synced: `west` is synced on 2 replicas.");
  });

  it("one network needs no gateways of networks", () => {
    const [a, b] = [
      { ...east, network: "one" },
      { ...west, network: "one" },
    ];
    const whole = observed({ mesh: mesh([a, b]) });
    const clusters = whole.clusters.map((entry) => ({ ...entry, cluster: entry.cluster.name === "east" ? a : b }));
    expect(told({ ...whole, clusters }).filter((line) => line.includes("networks-known"))).toEqual([]);
  });

  describe("with istio-csr", () => {
    const trust = { ...mesh([east]).trust, signer: { kind: "certManager" as const, issuer: {} } };
    const whole = mesh([east, west], { trust });
    const good = { isCa: false, pathLength: undefined, dnsNames: ["istiod.istio-system.svc"], notAfter: now + 50 * 60_000 };
    const given = seen([{ namespace: "istio-system", pem: roots.mesh.pem }]);
    const line = (served: Present | undefined): string | undefined =>
      told(observed({ mesh: whole, east: { cacerts: seen(served), roots: given } })).find((each) => /east certificates-valid/u.test(each));
    const served = async (recipe: Recipe, above = roots.mesh) => istiodTls(await makeIntermediate(above, { ...good, ...recipe }));

    it("what istiod serves with is judged, and there is no cacerts", async () => {
      expect(line(await served({ notBefore: now - 10 * 60_000 }))).toBe(
        "passed east certificates-valid: What istiod serves with leads to the mesh's root; istiod's own certificate ends in 50 minutes.",
      );
    });

    it.each([
      ["missing", undefined, "There is no Secret `istio-system/istiod-tls`: istiod has nothing to serve with."],
      [
        "expired",
        { notAfter: now - 1000 },
        "Secret `istio-system/istiod-tls` cannot be used: its certificate expired at 2026-11-23T09:59:59.000Z.",
      ],
      [
        "for another name",
        { dnsNames: ["a.b"] },
        "Secret `istio-system/istiod-tls` cannot be used: its certificate lacks istiod.istio-system.svc.",
      ],
      [
        "not renewed for long",
        { notBefore: now - 55 * 60_000, notAfter: now + 5 * 60_000 },
        "cert-manager has not renewed `istio-system/istiod-tls`: istiod's own certificate ends in 5 minutes.",
      ],
    ] as const)("%s", async (_, recipe, words) => {
      expect(line(recipe === undefined ? undefined : await served(recipe))).toBe(`failed east certificates-valid: ${words}`);
    });

    it("of another root than its namespace was given", async () => {
      expect(line(await served({}, roots.other))).toContain("does not lead to a root that is trusted there");
    });

    it("namespaces get their roots from istio-csr, so that is where one is to look", () => {
      const checks = rootsEqual(observed({ mesh: whole, east: { roots: seen([]) } }));
      expect(checks.find(({ cluster }) => cluster === "east")?.remedy).toContain("istio-csr writes it");
    });
  });
});
