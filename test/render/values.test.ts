import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/model/chart.ts";
import { type JsonObject, objectAt } from "../../src/model/json.ts";
import { chartValues, contradictions } from "../../src/render/merge-values.ts";
import { meantKey, valueFaults } from "../../src/render/value-keys.ts";
import { byVersion, knowledgeOf, kubeVersion } from "../../src/render/versions.ts";
import { readValues } from "../../src/yaml/index.ts";
import { bundledCharts } from "../support/charts.ts";
import { clusterOf, meshOf, repositoryOf } from "./mesh-of.ts";

const node = { namespace: "kube-system", values: {}, enabled: true };

async function chart(name: string): Promise<Chart> {
  const mesh = meshOf([clusterOf("a", { components: { cni: node, ztunnel: node } })]);
  for (const found of (await bundledCharts(repositoryOf(mesh))).values()) if ("files" in found && found.name === name) return found;
  throw new Error(`no chart ${name}`);
}

const faults = async (name: string, given: JsonObject, version = "1.31.0") =>
  valueFaults(await chart(name), version, given).map((fault) => `${fault.kind} ${fault.path.join(".")}`);

describe("unknown keys (T24)", () => {
  it.each([
    ["istiod", { global: { multicluster: { clusterName: "x" } } }, ["unknown global.multicluster"]],
    ["istiod", { meshID: "x" }, ["unknown meshID"]],
    ["istiod", { pilot: { autoscaleMni: 1 } }, ["unknown pilot.autoscaleMni"]],
    ["gateway", { nodeSelektor: {} }, ["unknown nodeSelektor"]],
    ["ztunnel", { global: { netwrok: "x" } }, ["unknown global.netwrok"]],
    ["cni", { ambient: { enabeld: true } }, ["unknown ambient.enabeld"]],
  ])("%s %j", async (name, given, expected) => {
    expect(await faults(name, given)).toEqual(expected);
  });

  it.each([
    ["istiod", { pilot: { autoscaleMin: 1, env: { ANY: "x" }, resources: { limits: { cpu: "1" } } }, meshConfig: { a: { b: 1 } } }],
    ["istiod", { autoscaleMin: 1, env: { ANY: "x" }, podAnnotations: { a: "b" }, gatewayClasses: { istio: { service: {} } } }],
    // Read by templates alone: values.yaml names none of these.
    ["istiod", { global: { trustBundleName: "x", platform: "gke" }, base: { validationFailurePolicy: "Fail" }, trafficDistribution: "x" }],
    ["istiod", { terminationMessagePolicy: "x", global: { tracer: { zipkin: { address: "x" } } } }],
    ["istiod", { global: { readerServiceAccount: { name: "x", namespace: "y" }, enableReaderRBAC: false } }],
    ["ztunnel", { global: { network: "x", hub: "y" }, resourceName: "z", nodeSelector: { a: "b" } }],
    ["gateway", { labels: { team: "x" }, networkGatewayPorts: { tls: { port: 443 } }, service: { loadBalancerClass: "x" }, name: "y" }],
    ["base", { base: { excludedCRDs: [], validationFailurePolicy: "Fail" }, profile: "ambient" }],
    ["cni", { ambient: { enabled: true }, repair: { enabled: false }, nodeSelector: {}, env: { A: "b" } }],
  ])("%s reads all of %j", async (name, given) => {
    expect((await faults(name, given)).filter((fault) => !fault.endsWith("nodeSelector"))).toEqual([]);
  });

  it("every default of every chart is a known key", async () => {
    for (const name of ["base", "istiod", "cni", "ztunnel", "gateway"]) {
      const found = await chart(name);
      const values = readValues(found.files.get("values.yaml") ?? "")[0];
      expect([name, valueFaults(found, "1.31.0", objectAt(values, "_internal_defaults_do_not_set"))]).toEqual([name, []]);
    }
  });

  it("names the key that was probably meant", () => {
    const known = ["global.network", "global.meshID", "global.multiCluster.clusterName", "autoscaleMin", "nodeSelector"];
    expect(meantKey("global.netwrok", known)).toBe("global.network");
    expect(meantKey("global.clusterName", known)).toBe("global.multiCluster.clusterName");
    expect(meantKey("meshID", known)).toBe("global.meshID");
    expect(meantKey("somethingElse", known)).toBeUndefined();
  });
});

describe("dead, internal and impossible values (T23, T25, T26)", () => {
  it("a key is dead from the release that dropped it", async () => {
    expect(await faults("istiod", { global: { multiCluster: { enabled: true } } })).toEqual(["dead global.multiCluster.enabled"]);
    expect(await faults("cni", { rollingMaxUnavailable: 1 })).toEqual(["dead rollingMaxUnavailable"]);
    expect(await faults("cni", { rollingMaxUnavailable: 1 }, "1.25.0")).toEqual(["unknown rollingMaxUnavailable"]);
    expect(await faults("base", { global: { platform: "gke" } })).toEqual(["dead global.platform"]);
  });

  it("internal keys and unknown profiles are named before Helm fails", async () => {
    expect(await faults("istiod", { _internal_defaults_do_not_set: { a: 1 }, defaults: { b: 1 } })).toEqual([
      "internal _internal_defaults_do_not_set",
      "internal defaults",
    ]);
    expect(await faults("istiod", { profile: "x", global: { platform: "y" }, compatibilityVersion: "1.2" })).toEqual([
      "no-such-profile profile",
      "no-such-profile global.platform",
      "no-such-profile compatibilityVersion",
    ]);
    expect(await faults("istiod", { profile: "ambient", global: { platform: "gke" }, compatibilityVersion: "1.30" })).toEqual([]);
  });
});

describe("derived values", () => {
  const derived = { global: { network: "n" }, pilot: { env: { A: "false" } } };

  it("win, equal ones are fine, and each other spelling counts (1.1)", () => {
    expect(contradictions("istiod", { global: { network: "n" } }, derived)).toEqual([]);
    const given = { global: { network: "x", other: 1 }, env: { A: "true", B: "1" } };
    const found = contradictions("istiod", given, derived);
    expect(found.map(({ path }) => path.join("."))).toEqual(["global.network", "env.A"]);
    expect(chartValues(given, derived, found)).toEqual({
      global: { network: "n", other: 1 },
      env: { B: "1" },
      pilot: { env: { A: "false" } },
    });
  });

  it("ztunnel reads global.network as network", () => {
    expect(contradictions("ztunnel", { global: { network: "x" } }, { network: "n" })).toHaveLength(1);
  });

  it("a text where an object must be is a contradiction too", () => {
    const found = contradictions("istiod", { global: "x" }, derived);
    expect(found.map(({ path }) => path.join("."))).toEqual(["global"]);
    expect(chartValues({ global: "x" }, derived, found)).toEqual(derived);
  });
});

describe("versions (0.1 no. 15)", () => {
  it("what was read is known, later patches are unread, other lines unknown", () => {
    expect(knowledgeOf("1.30.3").kind).toBe("known");
    expect(knowledgeOf("1.31.0-rc.0").kind).toBe("known");
    expect(knowledgeOf("1.31.0").kind).toBe("unread");
    expect(knowledgeOf("1.30.4").kind).toBe("unread");
    expect(knowledgeOf("1.32.0").kind).toBe("unknown");
    expect(knowledgeOf("latest").kind).toBe("unknown");
  });

  it("sorts by meaning and takes the cluster's Kubernetes first", () => {
    expect(["1.31.0", "1.9.0", "1.31.0-rc.0"].toSorted(byVersion)).toEqual(["1.9.0", "1.31.0-rc.0", "1.31.0"]);
    expect(kubeVersion("1.33", "1.29.0")).toBe("v1.33.0");
    expect(kubeVersion(undefined, "1.29.0")).toBe("v1.35.0");
    expect(kubeVersion(undefined, "1.28.0")).toBe("v1.34.0");
  });
});
