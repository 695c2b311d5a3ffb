import { describe, expect, it } from "vitest";
import { Secret } from "../../../src/model/secret.ts";
import { adminToken } from "../../support/api-server/index.ts";
import { cluster } from "../../support/study.ts";
import { apiBy, clustersIn, configMap, eventually, mapRef, namespace, served } from "./world.ts";

/** Sockets are counted where they arrive. */

/** Long enough that all who want a page would have a connection at once if they might. */
const slow = () => new Promise<{ status: number; body: string }>((done) => setTimeout(() => done({ status: 200, body: "page" }), 150));

describe("connections to one cluster", () => {
  it("are eight at most, whatever is asked at once, and are used again", async () => {
    const pods = ["a", "b", "c"].map((name) => ({ apiVersion: "v1", kind: "Pod", metadata: { name, namespace: "shop" } }));
    const server = await served({ tls: true, objects: [namespace, ...pods], pods: slow, bookmarkMs: 20 });
    const clusters = clustersIn({ EAST: server.kubeconfig() });
    const api = clusters.of(cluster("east", { access: { kubeconfig: { env: "EAST" } } }));
    const end = new AbortController();
    const watching = [1, 2, 3].map(async () => {
      for await (const _ of api.watch({ apiVersion: "v1", kind: "ConfigMap", namespace: "shop" }, end.signal));
    });
    const endpoint = { cluster: "east", url: server.url, ca: server.ca, tlsServerName: undefined, proxyUrl: undefined };
    await Promise.all([
      ...Array.from({ length: 150 }, (_, n) => api.apply(configMap(`m${n}`, { n: String(n) }))),
      ...Array.from({ length: 30 }, () => clusters.by({ ...endpoint, token: new Secret(adminToken) }).server()),
      ...Array.from({ length: 12 }, (_, n) => api.inside?.({ namespace: "shop", name: "abc"[n % 3] ?? "", port: 8080 }, "/")),
    ]);
    const { most, ever } = server.connections();
    expect(most).toBeLessThanOrEqual(8);
    expect(most).toBeGreaterThanOrEqual(6);
    // Port-forwards take connections with them; requests do not.
    expect(ever).toBeLessThan(25);
    end.abort();
    await Promise.allSettled(watching);
  });

  it("are no more than asked for", async () => {
    const server = await served();
    const api = apiBy(server.kubeconfig(), { concurrency: 3 });
    await Promise.all(Array.from({ length: 40 }, (_, n) => api.apply(configMap(`m${n}`))));
    expect(server.connections().most).toBe(1);
  });

  it("are left to others while watches are under way, and a watch that waits in line can be given up", async () => {
    const server = await served({ bookmarkMs: 20 });
    const api = apiBy(server.kubeconfig(), { concurrency: 4 });
    const ends = [new AbortController(), new AbortController()];
    const seen: string[] = [];
    const watching = ends.map(async ({ signal }, index) => {
      for await (const { type } of api.watch({ apiVersion: "v1", kind: "ConfigMap", namespace: "shop" }, signal))
        seen.push(`${index} ${type}`);
    });
    await eventually(() => server.requests().filter(({ url }) => url.includes("watch=true")).length).toBe(1);
    await api.apply(configMap("one"));
    await eventually(() => seen).toHaveLength(1);
    for (const end of ends) end.abort();
    await Promise.all(watching);
    await expect(api.read(mapRef("one"))).resolves.toMatchObject({ kind: "present" });
  });

  it("all end when they are closed, and nothing is sent afterwards", async () => {
    const server = await served();
    const clusters = clustersIn({ EAST: server.kubeconfig() });
    const api = clusters.of(cluster("east", { access: { kubeconfig: { env: "EAST" } } }));
    await api.apply(configMap("one"));
    await clusters.close();
    await eventually(() => server.connections().open).toBe(0);
    const before = server.requests().length;
    await expect(api.read(mapRef("one"))).resolves.toMatchObject({ kind: "unknown", why: { code: "cluster-unreachable" } });
    expect(server.requests().length).toBe(before);
  });
});
