import { describe, expect, it } from "vitest";
import { textAt } from "../../../src/model/json.ts";
import type { Clock, ClusterApi } from "../../../src/world.ts";
import { failure } from "../../contract/clusters.ts";
import { apiBy, configMap, eventually, mapRef, served } from "./world.ts";

/** Watches that are broken off, forgotten, refused: what happened meanwhile is told all the same, once. */

/** Real time, but pauses are short. */
const brisk: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => new Promise((done) => (signal?.aborted === true ? done() : void setTimeout(done, Math.min(ms, 10)))),
};

function watching(api: ClusterApi, name?: string) {
  const seen: string[] = [];
  const end = new AbortController();
  const done = (async () => {
    for await (const { type, object } of api.watch(
      { apiVersion: "v1", kind: "ConfigMap", namespace: "shop", ...(name && { name }) },
      end.signal,
    )) {
      seen.push(`${type} ${textAt(object.object, "metadata", "name")} ${textAt(object.object, "data", "n") ?? ""}`.trim());
    }
  })();
  return {
    seen,
    done,
    stop: async () => {
      end.abort();
      await done;
    },
  };
}
const watches = (server: { requests(): readonly { url: string }[] }) => server.requests().filter(({ url }) => url.includes("watch=true"));

describe("a watch", () => {
  it("goes on where it was when the connection ends, without listing again", async () => {
    const server = await served({ bookmarkMs: 10 });
    const watch = watching(apiBy(server.kubeconfig(), { clock: brisk }));
    await eventually(() => watches(server)).toHaveLength(1);
    server.seed(configMap("one", { n: "1" }));
    await eventually(() => watch.seen).toEqual(["added one 1"]);
    server.hangUp();
    server.seed(configMap("one", { n: "2" }));
    await eventually(() => watch.seen).toEqual(["added one 1", "modified one 2"]);
    expect(server.requests().filter(({ url }) => url.includes("limit="))).toHaveLength(1);
    await watch.stop();
  });

  it("tells of one name only when that is all it is for", async () => {
    const server = await served({ bookmarkMs: 10 });
    const watch = watching(apiBy(server.kubeconfig(), { clock: brisk }), "two");
    await eventually(() => watches(server)).toHaveLength(1);
    server.seed(configMap("one", { n: "1" }));
    server.seed(configMap("two", { n: "1" }));
    await eventually(() => watch.seen).toEqual(["added two 1"]);
    expect(new URL(`http://x${watches(server)[0]?.url}`).searchParams.get("fieldSelector")).toBe("metadata.name=two");
    await watch.stop();
  });

  it("begins from the last bookmark: what nobody touched for long does not make it start over", async () => {
    const server = await served({
      bookmarkMs: 10,
      objects: [
        { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
        { apiVersion: "v1", kind: "Namespace", metadata: { name: "other" } },
      ],
    });
    const watch = watching(apiBy(server.kubeconfig(), { clock: brisk }));
    await eventually(() => watches(server)).toHaveLength(1);
    for (let n = 0; n < 5; n += 1) server.seed({ ...configMap(`m${n}`), metadata: { name: `m${n}`, namespace: "other" } });
    // Events of others reach this watch as bookmarks alone.
    await new Promise((done) => setTimeout(done, 60));
    server.compact();
    server.hangUp();
    await eventually(() => watches(server).length).toBeGreaterThan(1);
    server.seed(configMap("one", { n: "1" }));
    await eventually(() => watch.seen).toEqual(["added one 1"]);
    expect(server.requests().filter(({ url }) => url.includes("limit="))).toHaveLength(1);
    await watch.stop();
  });

  it("that was forgotten lists again and tells what differs, deletions too, and nothing twice", async () => {
    // No bookmarks come in time.
    const server = await served({ bookmarkMs: 60_000 });
    for (const name of ["kept", "changed", "gone"]) server.seed(configMap(name, { n: "1" }));
    const api = apiBy(server.kubeconfig(), { clock: brisk });
    const watch = watching(api);
    await eventually(() => watches(server)).toHaveLength(1);
    expect(watch.seen).toHaveLength(3);
    server.faults([{ path: "watch=true", answer: { kind: "reset" } }]);
    server.hangUp();
    await api.remove(mapRef("gone"));
    server.seed(configMap("changed", { n: "2" }), configMap("new", { n: "1" }));
    server.compact();
    server.faults([]);
    await eventually(() => watch.seen.slice(3).toSorted()).toEqual(["added new 1", "deleted gone 1", "modified changed 2"]);
    await watch.stop();
  });

  it("that the server ends at once, over and over, is not asked for without a pause", async () => {
    const pauses: number[] = [];
    const clock: Clock = { ...brisk, sleep: async (ms, signal) => (pauses.push(ms), brisk.sleep(ms, signal)) };
    const server = await served();
    server.faults([{ path: "watch=true", times: 5, answer: { kind: "status", status: 503 } }]);
    const watch = watching(apiBy(server.kubeconfig(), { clock }));
    await eventually(() => pauses.slice(0, 5)).toEqual([250, 500, 1000, 2000, 4000]);
    await watch.stop();
  });

  it("that is refused for good ends with the reason", async () => {
    const rules = [{ apiGroups: [""], resources: ["configmaps"], verbs: ["list"] }];
    const server = await served({ users: [{ name: "lister", token: "a-token", rules }] });
    const refused = await failure(watching(apiBy(server.kubeconfig("lister"))).done);
    expect(refused).toMatchObject({ code: "permission-missing", facts: { verb: "watch", what: "configmaps in namespace shop" } });
    await expect(failure(watching(apiBy(server.kubeconfig("lister").replace("a-token", "another"))).done)).resolves.toMatchObject({
      code: "credentials-refused",
    });
  });
});

describe("a list in chunks", () => {
  const names = Array.from({ length: 1_200 }, (_, n) => `m-${String(n).padStart(4, "0")}`);

  it("that the server forgot half-way is read again, whole", async () => {
    const server = await served();
    server.seed(...names.map((name) => configMap(name)));
    server.faults([{ path: "continue=", times: 1, answer: { kind: "status", status: 410, message: "too old" } }]);
    const all = await apiBy(server.kubeconfig()).list({ apiVersion: "v1", kind: "ConfigMap", namespace: "shop" });
    expect(all.map(({ object }) => textAt(object, "metadata", "name"))).toEqual(names);
  });

  it("that it forgets again and again is asked for in one piece", async () => {
    const server = await served();
    server.seed(...names.map((name) => configMap(name)));
    server.faults([{ path: "continue=", answer: { kind: "status", status: 410, message: "too old" } }]);
    const api = apiBy(server.kubeconfig());
    await expect(api.list({ apiVersion: "v1", kind: "ConfigMap", namespace: "shop" })).resolves.toHaveLength(1_200);
    const lists = server.requests().filter(({ url }) => url.includes("/configmaps"));
    expect(lists.map(({ url }) => (url.includes("continue=") ? "rest" : url.includes("limit=") ? "chunk" : "whole"))).toEqual([
      "chunk",
      "rest",
      "chunk",
      "rest",
      "whole",
    ]);
  });
});
