import { describe, expect, it } from "vitest";
import { failure } from "../../contract/clusters.ts";
import type { PodAsked } from "../../support/api-server/index.ts";
import { apiBy, eventually, namespace, served } from "./world.ts";

/** What is behind an API server: a pod's answer is never told as the API server's own. */

const pod = (name: string) => ({ apiVersion: "v1", kind: "Pod", metadata: { name, namespace: "shop" } });
const objects = [namespace, pod("istiod-1"), pod("istiod-2")];
const answering = (status: number) => (): { status: number; body: string } => ({ status, body: "<html>a page of the pod's</html>" });
const rule = (resources: readonly string[], verbs: readonly string[]) => ({ apiGroups: [""], resources, verbs });

describe("the proxy of a pod", () => {
  const path = "/api/v1/namespaces/shop/pods/istiod-1:15014/proxy/metrics";

  it("gives what the pod says", async () => {
    const asked: PodAsked[] = [];
    const server = await served({ objects, pods: (what) => (asked.push(what), { status: 200, body: "pilot_xds 1\n" }) });
    await expect(apiBy(server.kubeconfig()).fetch(path)).resolves.toBe("pilot_xds 1\n");
    expect(asked).toEqual([{ namespace: "shop", name: "istiod-1", port: 15014, path: "/metrics" }]);
  });

  it.each([401, 403, 404, 302, 429, 500, 503])(
    "tells a %d of the pod as the pod's, asks once and does not sign in anew",
    async (status) => {
      const server = await served({ objects, pods: answering(status) });
      const refused = await failure(apiBy(server.kubeconfig()).fetch(path));
      expect(refused).toMatchObject({ code: "object-refused", facts: { object: `GET ${path}`, why: `the pod answered ${status}` } });
      expect(server.requests().map(({ url }) => url)).toEqual([path]);
    },
  );

  it("tells a 401 and a 403 of the API server as its own", async () => {
    const server = await served({ objects, pods: answering(200), users: [{ name: "nobody", token: "a-token", rules: [] }] });
    await expect(failure(apiBy(server.kubeconfig("nobody")).fetch(path))).resolves.toMatchObject({
      code: "permission-missing",
      facts: { verb: "get", what: "pods/proxy in namespace shop" },
    });
    const kubeconfig = server.kubeconfig("nobody");
    server.users.revoke("a-token");
    await expect(failure(apiBy(kubeconfig).fetch(path))).resolves.toMatchObject({ code: "credentials-refused" });
  });
});

describe("a port-forward", () => {
  const inside = { namespace: "shop", name: "istiod-1", port: 8080 };
  const forwards = (server: { requests(): readonly { url: string; code: number | undefined }[] }) =>
    server.requests().filter(({ url, code }) => url.includes("/portforward") && code === 101).length;

  it("serves page after page over one connection", async () => {
    const server = await served({ tls: true, objects, pods: ({ port, path }) => ({ status: 200, body: `page ${path} of ${port}` }) });
    const api = apiBy(server.kubeconfig());
    await expect(api.inside?.(inside, "/debug/syncz")).resolves.toBe("page /debug/syncz of 8080");
    await expect(api.inside?.(inside, "/debug/clusterz")).resolves.toBe("page /debug/clusterz of 8080");
    expect(forwards(server)).toBe(1);
    const pages = await Promise.all(
      ["istiod-1", "istiod-2"].flatMap((name) => [1, 2, 3].map((n) => api.inside?.({ ...inside, name }, `/${n}`))),
    );
    expect(pages).toEqual([1, 2, 3, 1, 2, 3].map((n) => `page /${n} of 8080`));
  });

  it("is made anew after the pod hung up", async () => {
    let isFirst = true;
    const server = await served({
      objects,
      pods: ({ path }) => {
        if (path !== "/second" || !isFirst) return { status: 200, body: path };
        isFirst = false;
        return "hang up";
      },
    });
    const api = apiBy(server.kubeconfig());
    await expect(api.inside?.(inside, "/first")).resolves.toBe("/first");
    await expect(api.inside?.(inside, "/second")).resolves.toBe("/second");
    expect(forwards(server)).toBe(2);
  });

  it("says what the pod answered, and that nothing listens", async () => {
    const server = await served({ objects, pods: ({ port }) => (port === 8080 ? { status: 401, body: "no" } : "refused") });
    const api = apiBy(server.kubeconfig());
    await expect(failure(api.inside!(inside, "/debug/syncz"))).resolves.toMatchObject({
      code: "object-refused",
      facts: { object: "GET /debug/syncz of pod shop/istiod-1 port 8080", why: "it answered 401" },
    });
    await expect(failure(api.inside!({ ...inside, port: 9 }, "/"))).resolves.toMatchObject({
      code: "cluster-unreachable",
      facts: { why: expect.stringContaining("connection refused") },
    });
  });

  it("names the right that is missing, and the pod that is not there", async () => {
    const users = [
      { name: "none", token: "token-none", rules: [] },
      { name: "half", token: "token-half", rules: [rule(["pods/portforward"], ["get"])] },
    ];
    const server = await served({ objects, users, pods: answering(200) });
    await expect(failure(apiBy(server.kubeconfig("none")).inside!(inside, "/"))).resolves.toMatchObject({
      code: "permission-missing",
      facts: { verb: "get", what: "pods/portforward in namespace shop" },
    });
    await expect(failure(apiBy(server.kubeconfig("half")).inside!(inside, "/"))).resolves.toMatchObject({
      code: "permission-missing",
      facts: { verb: "create", what: "pods/portforward in namespace shop" },
    });
    await expect(failure(apiBy(server.kubeconfig()).inside!({ ...inside, name: "gone" }, "/"))).resolves.toMatchObject({
      code: "object-refused",
      facts: { why: 'pods "gone" not found' },
    });
  });

  it("ends with the others", async () => {
    const server = await served({ objects, pods: answering(200) });
    const { clustersIn } = await import("./world.ts");
    const { cluster } = await import("../../support/study.ts");
    const clusters = clustersIn({ EAST: server.kubeconfig() });
    await clusters.of(cluster("east", { access: { kubeconfig: { env: "EAST" } } })).inside?.(inside, "/");
    await clusters.close();
    await eventually(() => server.connections().open).toBe(0);
  });
});
