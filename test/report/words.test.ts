import { describe, expect, it } from "vitest";
import type { Change } from "../../src/model/change.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { Trust } from "../../src/model/mesh.ts";
import type { Study } from "../../src/model/study.ts";
import { comment, report, text } from "../../src/report/index.ts";
import { plainText } from "../../src/report/rich.ts";
import { change, changes, cluster, eastWest, fromChart, istio, manifest, mesh, plan, repository, study } from "../support/study.ts";

const sentences = (given: Study): readonly string[] => report(given).words.map(plainText);
const [east, west] = [cluster("east"), cluster("west")];

const policy = (name: string, action: string, namespace = "shop") =>
  manifest(`apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: { action: ${action}, rules: [{ to: [{ operation: { methods: [GET] } }] }] }`);

/** A study in which both clusters hold these objects after the change. */
function left(change: Change, objects: readonly ReturnType<typeof manifest>[]): Study {
  const whole = study({ clusters: [east, west], changes: changes([change]) });
  const classes = [{ members: ["east", "west"], manifests: objects, symbols: new Map(), releases: [], gaps: [] }];
  return { ...whole, desired: { ...whole.desired, classes }, baseline: { ...whole.desired, classes } };
}

describe("an ALLOW policy", () => {
  const gone = change(policy("readers", "ALLOW"), undefined, ["east", "west"]);

  it("that was the last of its namespace opens it, and the heading says so", () => {
    const given = left(gone, [policy("no-admin", "DENY"), policy("elsewhere", "ALLOW", "payments")]);
    expect(sentences(given)[0]).toContain("the last ALLOW policy in Git there: unless a DENY policy names it, everything is allowed");
    expect(comment(report(given)).split("\n")[1]).toContain("no errors, no warnings · ⚠️ security gets looser");
    expect(comment(report(given)).split("\n")[1]).not.toContain("✅");
  });

  it.each([
    ["in its namespace", policy("writers", "ALLOW")],
    ["in the root namespace", policy("all", "ALLOW", "istio-system")],
  ])("beside another one %s is told with both ends", (_, other) => {
    const given = left(gone, [other]);
    expect(sentences(given)[0]).toContain(
      "what it allowed is denied if other ALLOW policies remain; if it was the last, everything is allowed",
    );
    expect(comment(report(given)).split("\n")[1]).toContain("✅");
  });

  it("that is the first of its namespace closes it", () => {
    const given = left(change(undefined, policy("readers", "ALLOW"), ["east"]), []);
    expect(sentences(given)[0]).toMatch(
      /^Tighter: new .* is the first that allows in namespace `shop`: what its rules do not name is denied/u,
    );
  });
});

describe("a gateway that goes", () => {
  it("is told as one thing, not as a name that no longer resolves", () => {
    const service = manifest("apiVersion: v1\nkind: Service\nmetadata: { name: istio-eastwestgateway, namespace: istio-system }", {
      origin: fromChart("gateway"),
    });
    const given = study({
      clusters: [{ ...east, gateways: [] }, west],
      baseClusters: [{ ...east, gateways: [eastWest()] }, west],
      changes: changes([change(service, undefined, ["east"])]),
    });
    expect(sentences(given)).toContain("The east-west gateway `istio-system/istio-eastwestgateway` is removed in `east`.");
    expect(sentences(given).join()).not.toContain("no longer resolves");
  });
});

describe("a phase of a root rotation", () => {
  const rotating = (phase: NonNullable<Trust["rotation"]>["phase"]) => {
    const whole = mesh([east, west]);
    return repository({ mesh: { ...whole, trust: { ...whole.trust, rotation: { to: "root-b", phase } } } });
  };

  it("says what it does to who trusts whom, also where no object changes", () => {
    const given = { ...study({ clusters: [east, west] }), base: rotating("switch"), head: rotating("retire") };
    expect(sentences(given)[0]).toContain("every cluster stops trusting the old root");
    expect(comment(report(given))).toContain("**No object changes in any cluster**, but:\n\n- The rotation to root");
    expect(text(report(given), { colour: false, width: 200 })).toContain(
      "No object changes in any cluster, but:\n  • The rotation to root",
    );
  });
});

describe("a cluster that becomes another one for the rest", () => {
  const moved = study({ clusters: [{ ...east, network: "net-b" }, west], baseClusters: [{ ...east, network: "net-a" }, west] });

  it("is told first and in the heading, with both networks, although no rule finds anything", () => {
    expect(sentences(moved)[0]).toMatch(/^Network: `east` moves from network `net-a` to `net-b`: running pods keep the old network/u);
    const heading = comment(report(moved)).split("\n")[1];
    expect(heading).toContain("⚠️ 1 cluster moves to another network");
    expect(heading).not.toContain("✅");
  });

  it("is one sentence when many move differently", () => {
    const clusters = Array.from({ length: 40 }, (_, index) => cluster(`c${index}`));
    const said = sentences(study({ clusters: clusters.map((each) => ({ ...each, network: `new-${each.name}` })), baseClusters: clusters }));
    expect(said.filter((each) => each.startsWith("Network:"))).toHaveLength(1);
    expect(said[0]).toContain("move in 40 different ways");
  });

  it("is told for its role, its primary and its names too", () => {
    const said = sentences(study({ clusters: [{ ...east, role: "remote", primary: "west" }, west], baseClusters: [east, west] }));
    expect(said.slice(0, 2)).toEqual([
      "Role: `east` goes from role `primary` to `remote`.",
      "Primary: `east` goes from primary `unset` to `west`.",
    ]);
  });
});

describe("Helm values", () => {
  const configMap = (text: string) =>
    manifest(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: values, namespace: istio-system }\ndata: { text: ${text} }`, {
      origin: fromChart("istiod"),
    });
  const release = (values: JsonObject) => ({
    name: "istiod",
    namespace: "istio-system",
    chart: "istiod",
    version: "1.31.0",
    digest: "sha256:00",
    values,
    isUpgrade: false,
    kubeVersion: "1.35",
    stage: "install" as const,
  });
  const given = (before: JsonObject, after: JsonObject, keys: readonly string[]): Study => {
    const caused = change(configMap("a"), configMap("b"), ["east", "west"], { cause: { kind: "values", chart: "istiod", keys } });
    const whole = study({ clusters: [east, west], changes: changes([caused]) });
    const side = (values: JsonObject) => ({
      ...whole.desired,
      classes: [
        {
          members: ["east", "west"],
          manifests: [],
          symbols: new Map(["east", "west"].map((name) => [name, new Map([["⟨cluster⟩", name]])])),
          releases: [release(values)],
          gaps: [],
        },
      ],
    });
    return { ...whole, desired: side(after), baseline: side(before) };
  };

  it.each([
    [{ pilot: { autoscaleMin: 2 } }, { pilot: { autoscaleMin: 5 } }, "goes from `2` to `5` in both clusters and changes 1 object."],
    [{}, { pilot: { autoscaleMin: 5 } }, "is now set to `5` in both clusters and changes 1 object."],
    [{ pilot: { autoscaleMin: 2 } }, {}, "is no longer set (was `2`) in both clusters and changes 1 object."],
    [
      { pilot: { autoscaleMin: "a" } },
      { pilot: { autoscaleMin: "⟨cluster⟩" } },
      "is set differently in both clusters and changes 1 object.",
    ],
    [{ pilot: { autoscaleMin: [1] } }, { pilot: { autoscaleMin: [2] } }, "is set differently in both clusters and changes 1 object."],
  ])("that are plain are told from one to the other: %j %j", (before, after, end) => {
    expect(sentences(given(before, after, ["pilot.autoscaleMin"]))).toContain(`Helm value \`pilot.autoscaleMin\` of \`istiod\` ${end}`);
  });

  it("of several keys are told each", () => {
    expect(sentences(given({ a: 1, b: "x" }, { a: 2, b: "y" }, ["a", "b"]))).toContain(
      "Helm values of `istiod` in both clusters: `a` goes from `1` to `2` and `b` goes from `x` to `y`. They change 1 object.",
    );
  });
});

describe("an upgrade previewed with the bundled charts", () => {
  const going = (charts: "bundled" | "repository") => {
    const of = (version: string) => ({
      ...istio(version),
      charts: charts === "bundled" ? ({ kind: "bundled" } as const) : ({ kind: "repository", url: "https://charts.example" } as const),
    });
    return study({ clusters: [{ ...east, istio: of("1.31.1") }, west], baseClusters: [{ ...east, istio: of("1.31.0") }, west] });
  };

  it("says beside the version that its charts were not there", () => {
    expect(sentences(going("bundled")).join()).toContain("Not the charts of this version: compared with the bundled snapshot");
    expect(sentences(going("repository")).join()).not.toContain("Not the charts");
  });
});

describe("a cluster that leaves", () => {
  const istiod = manifest("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: istiod, namespace: istio-system }", {
    origin: fromChart("istiod"),
    stage: "install",
  });
  const token = manifest("apiVersion: v1\nkind: Secret\nmetadata: { name: istio-remote-secret-west, namespace: istio-system }", {
    origin: { kind: "derived", why: "remote secret" },
    stage: "discovery",
  });
  const gone = study({
    clusters: [east],
    baseClusters: [east, west],
    changes: changes(
      [change(istiod, undefined, ["west"]), change(token, undefined, ["east"], { cause: { kind: "cluster-removed", cluster: "west" } })],
      { clusters: { added: [], removed: ["west"] } },
    ),
    plan: plan({
      deletions: new Map([
        ["east", 1],
        ["west", 11],
      ]),
      guards: [{ reason: "prune_unconfirmed", clusters: ["west"], text: "11 deletions need confirmation." }],
    }),
  });

  it("is told with what becomes of its callers and of what runs there", () => {
    const said = sentences(gone);
    expect(said).toContainEqual(expect.stringMatching(/^The other clusters forget the endpoints in `west`/u));
    expect(said).toContainEqual(
      expect.stringMatching(/^In `west` istiod is deleted and Isthmus restarts no pod\. Running pods keep their sidecars/u),
    );
    expect(said).toContain("2 objects are deleted: 1 in each of `east` and `west`.");
  });

  it("says how its deletions are confirmed: with the number of all clusters", () => {
    expect(comment(report(gone))).toContain("comment `/apply --prune=12`, or apply with `--confirm-deletions 12`");
  });
});

describe("a report about some clusters", () => {
  const whole = study({
    clusters: [east, west],
    changes: changes([change(policy("readers", "ALLOW"), undefined, ["west"])]),
    plan: plan({ guards: [{ reason: "irreversible", clusters: ["east", "west"], text: "2 new tokens are made." }] }),
  });
  const part = { ...whole, request: { ...whole.request, clusters: ["east"] } };

  it("counts what it does not show, and claims nothing of it", () => {
    expect(sentences(part)).toEqual(["Not shown, because other clusters were not asked for: 1 deleted object in `west`."]);
    const markdown = comment(report(part));
    expect(markdown).toContain("**No object changes in the clusters that were asked for**, but:");
    expect(markdown).toContain("- `east` and 1 cluster not shown here: 2 new tokens are made.");
    expect(markdown).not.toContain("in any cluster");
  });
});

describe("settings of a DestinationRule", () => {
  const rule = (name: string, policy: string, labels = "v1") =>
    manifest(`apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name}, namespace: shop }
spec: { host: checkout.shop, trafficPolicy: ${policy}, subsets: [{ name: v1, labels: { version: ${labels} } }] }`);
  const told = (...all: readonly (readonly [string, string, string])[]): readonly string[] =>
    sentences(
      study({
        clusters: [east, west],
        changes: changes(all.map(([name, before, after]) => change(rule(name, before), rule(name, after), ["east"]))),
      }),
    );

  it("are told with what they were and what they are", () => {
    const [sentence] = told([
      "one",
      "{ outlierDetection: { consecutive5xxErrors: 5, interval: 10s } }",
      "{ outlierDetection: { consecutive5xxErrors: 3, baseEjectionTime: 30s } }",
    ]);
    expect(sentence).toBe(
      "For `checkout.shop` it changes when a failing endpoint is ejected: `consecutive5xxErrors` `3` (was `5`), `interval` no longer (was `10s`), `baseEjectionTime` `30s` (new) in `east`.",
    );
  });

  it("are told three at the most, with how many more there are", () => {
    const http = (value: number) =>
      `{ connectionPool: { http: { http1MaxPendingRequests: ${value}, http2MaxRequests: ${value}, maxRetries: ${value}, idleTimeout: ${value}s } } }`;
    expect(told(["one", http(1), http(2)])[0]).toMatch(
      /may be open: `http\.http1MaxPendingRequests` `2` \(was `1`\), .* and 1 more in `east`\.$/u,
    );
  });

  it("are told as labels of a subset too", () => {
    const given = study({ clusters: [east], changes: changes([change(rule("one", "{}"), rule("one", "{}", "v2"), ["east"])]) });
    expect(sentences(given)[0]).toContain("`v1` of `checkout.shop` selects other pods: `version` `v2` (was `v1`)");
  });

  it("that change alike in several objects are told once, with how many they are", () => {
    const [before, after] = ["{ loadBalancer: { simple: ROUND_ROBIN } }", "{ loadBalancer: { simple: LEAST_REQUEST } }"] as const;
    const said = told(["one", before, after], ["two", before, after], ["three", before, "{ loadBalancer: { simple: RANDOM } }"]);
    expect(said.filter((sentence) => sentence.includes("how endpoints are chosen"))).toEqual([
      expect.stringMatching(/`LEAST_REQUEST` \(was `ROUND_ROBIN`\) in `east`\. \(2 changes alike\)$/u),
      expect.stringMatching(/`RANDOM` \(was `ROUND_ROBIN`\) in `east`\.$/u),
    ]);
  });

  it("that are secret are not told, and that they change is", () => {
    const cookie = (value: string) => `{ loadBalancer: { consistentHash: { httpHeaderName: ⟦secret ${value.repeat(32)}⟧ } } }`;
    const [sentence = ""] = told(["one", cookie("a"), cookie("b")]);
    expect(sentence).toContain("(value not shown)");
    expect(sentence).not.toMatch(/a{32}|b{32}/u);
  });
});
