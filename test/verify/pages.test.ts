import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clustersInMetrics, knownClusters, networkGateways, proxies, shards, trustDomains } from "../../src/verify/pages.ts";
import { page } from "./scene.ts";

/** The pages are answers of a real istiod of two connected clusters, with one workload of a sidecar in each. */

describe("what istiod says of itself", () => {
  it("names the clusters it reads, and by which Secret", () => {
    expect(knownClusters(page("clusterz"))).toEqual([
      { id: "east", secret: "", status: "synced" },
      { id: "west", secret: "istio-system/istio-remote-secret-west", status: "synced" },
    ]);
  });

  it("says the same in its metrics, without its own cluster", () => {
    expect(clustersInMetrics(readFileSync(join(import.meta.dirname, "pages", "metrics.txt"), "utf8"))).toEqual([
      { id: "west", secret: "?", status: "synced" },
    ]);
    expect(clustersInMetrics("istiod_managed_clusters 2\n")).toBeUndefined();
  });

  it("names its proxies, and nothing that they are behind with when they took everything", () => {
    const found = proxies(page("syncz"));
    expect(found?.map(({ id, cluster }) => [id.replace(/-[0-9a-z]+-[0-9a-z]{5}\./u, "."), cluster])).toEqual([
      ["probe-east.isthmus-probe", "east"],
      ["istio-eastwestgateway.istio-system", "east"],
    ]);
    expect(found?.flatMap(({ behind }) => behind)).toEqual([]);
  });

  it("tells what a proxy refused, when, and why", () => {
    const [first] = proxies(page("syncz-refused"))?.flatMap(({ behind }) => behind) ?? [];
    expect(first).toMatchObject({ kind: "CDS", sentAt: Date.parse("2026-11-23T12:00:57.965Z") });
    expect(first?.error).toContain("value must be greater than 0s");
  });

  it("counts endpoints by service and cluster, each address once, with networks and who speaks mutual TLS", () => {
    const found = shards(page("endpointShardz")) ?? [];
    const of = (host: string, cluster: string) => found.find((shard) => shard.host.startsWith(host) && shard.cluster === cluster);
    expect(of("istiod.", "west")).toMatchObject({ namespace: "istio-system", endpoints: 1, networks: ["west"], mutual: [] });
    expect(of("probe-west.", "west")).toMatchObject({ namespace: "isthmus-probe", endpoints: 1, networks: ["west"], mutual: ["http"] });
    expect(of("probe-west.", "east")).toBeUndefined();
  });

  it("names the gateways of networks", () => {
    expect(networkGateways(page("networkz"))?.[1]).toEqual({
      network: "west",
      cluster: "west",
      address: "172.30.2.10",
      port: 15443,
      hbonePort: 0,
    });
  });

  it("names its trust domain, also when that is the default and left out", () => {
    expect(trustDomains(page("mesh"))).toEqual({ domain: "cluster.local", aliases: [] });
    expect(trustDomains({ trustDomain: "shop.example", trustDomainAliases: ["old.example"] })).toEqual({
      domain: "shop.example",
      aliases: ["old.example"],
    });
    expect(trustDomains({})).toEqual({ domain: "cluster.local", aliases: [] });
  });

  it("says that a list has no entries by null", () => {
    expect([knownClusters(null), proxies(null), networkGateways(null)]).toEqual([[], [], []]);
  });
});

describe("something else than the page", () => {
  it.each([["a text"], [7], [{ error: "no" }]])("is no page: %j", (value) => {
    expect([knownClusters(value), proxies(value), networkGateways(value)]).toEqual([undefined, undefined, undefined]);
  });

  it("is read without a crash where only parts are wrong", () => {
    expect(knownClusters([null, 3, {}])).toHaveLength(3);
    expect(shards({ a: null, b: { c: { Shards: { "Kubernetes/x": null, "External/y": [] } } } })).toEqual([
      { host: "b", namespace: "c", cluster: "x", endpoints: 0, networks: [], mutual: [] },
    ]);
  });
});
