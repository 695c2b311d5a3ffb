import { describe, expect, it, onTestFinished } from "vitest";
import { environmentProxy } from "../../../src/adapters/proxy.ts";
import { failure } from "../../contract/clusters.ts";
import type { ApiServer } from "../../support/api-server/index.ts";
import { startProxy } from "../../support/connect-proxy.ts";
import { apiBy, configMap, namespace, served } from "./world.ts";

/** On the way through a proxy: everything by CONNECT, so that the proxy sees no credential. */

const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "istiod", namespace: "shop" } };

async function proxied(options: Parameters<typeof startProxy>[0] = {}) {
  const proxy = await startProxy(options);
  onTestFinished(() => proxy.stop());
  const server = await served({ tls: true, objects: [namespace, pod], pods: ({ path }) => ({ status: 200, body: path }) });
  return { proxy, server, target: new URL(server.url).host };
}

const through = (server: ApiServer, proxy: string): string => {
  const config = JSON.parse(server.kubeconfig());
  const [{ name, cluster }] = config.clusters;
  return JSON.stringify({ ...config, clusters: [{ name, cluster: { ...cluster, "proxy-url": proxy } }] });
};

describe("a proxy", () => {
  it("of the kubeconfig carries requests, watches and port-forwards, over no more connections than without", async () => {
    const { proxy, server, target } = await proxied();
    const api = apiBy(through(server, proxy.url));
    await Promise.all(Array.from({ length: 60 }, (_, n) => api.apply(configMap(`m${n}`))));
    await Promise.all([1, 2, 3, 4].map((n) => api.inside?.({ namespace: "shop", name: "istiod", port: 8080 }, `/${n}`)));
    expect(new Set(proxy.targets)).toEqual(new Set([target]));
    expect(proxy.tunnels.most).toBeLessThanOrEqual(8);
    expect(server.connections().most).toBeLessThanOrEqual(8);
    expect(proxy.targets.length).toBe(server.connections().ever);
  });

  it("of the mesh document goes before that of the kubeconfig", async () => {
    const { proxy, server } = await proxied();
    await apiBy(through(server, "http://127.0.0.1:1"), {}, { proxyURL: proxy.url }).server();
    expect(proxy.targets.length).toBeGreaterThan(0);
  });

  it("is given its password, which nobody else sees", async () => {
    const { proxy, server } = await proxied({ password: "canary-of-the-proxy" });
    const address = proxy.url.replace("//", "//us:canary-of-the-proxy@");
    expect((await apiBy(through(server, address)).server()).user).toBe("admin");
    expect(JSON.stringify(server.requests())).not.toContain("canary-of-the-proxy");
    const refused = await failure(apiBy(through(server, address.replace("us:", "others:"))).server());
    expect(refused.code).toBe("cluster-unreachable");
    expect(JSON.stringify([refused, refused.message, String(refused.cause)])).not.toContain("canary-of-the-proxy");
  });

  it.each([403, 407, 502])("that answers %d makes the cluster unreachable, and is told", async (status) => {
    const { proxy, server } = await proxied({ refuses: status });
    const refused = await failure(apiBy(through(server, proxy.url), { limits: { totalMs: 3_000 } }).server());
    expect(refused).toMatchObject({ code: "cluster-unreachable", facts: { cluster: "east", url: server.url } });
    expect(refused.facts["why"]).toContain(String(status));
  });
});

describe("the proxy of the environment", () => {
  const api = "https://api.example.org:6443";
  it.each([
    [{ HTTPS_PROXY: "http://p:3128" }, api, "http://p:3128"],
    [{ https_proxy: "http://p:3128" }, api, "http://p:3128"],
    [{ HTTPS_PROXY: "p:3128" }, api, "http://p:3128"],
    [{ HTTP_PROXY: "http://p:3128" }, api, undefined],
    [{ HTTPS_PROXY: "http://p:3128" }, "https://127.0.0.1:6443", undefined],
    [{ HTTPS_PROXY: "http://p:3128" }, "https://localhost:6443", undefined],
    [{ HTTPS_PROXY: "http://p:3128", NO_PROXY: "example.org" }, api, undefined],
    [{ HTTPS_PROXY: "http://p:3128", NO_PROXY: ".example.org" }, api, undefined],
    [{ HTTPS_PROXY: "http://p:3128", NO_PROXY: ".example.org" }, "https://example.org", "http://p:3128"],
    [{ HTTPS_PROXY: "http://p:3128", NO_PROXY: "api.example.org:443" }, api, "http://p:3128"],
    [{ HTTPS_PROXY: "http://p:3128", no_proxy: "10.0.0.0/8, x" }, "https://10.9.8.7", undefined],
    [{ HTTPS_PROXY: "http://p:3128", no_proxy: "*" }, api, undefined],
  ])("%j for %s is %s, as Go reads it", (environment, address, proxy) => {
    expect(environmentProxy(address, environment)).toBe(proxy);
  });
});
