import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "../../../src/world.ts";
import { failure } from "../../contract/clusters.ts";
import type { ApiServer, Fault } from "../../support/api-server/index.ts";
import { apiBy, configMap, mapRef, served } from "./world.ts";

/** What is sent again, when, and what is not. Pauses are told to a clock that does not wait. */

interface Told extends Clock {
  readonly pauses: number[];
}

/** Real time, but a pause is over at once and counts as waited. */
function hasty(): Told {
  let skipped = 0;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => Date.now() + skipped,
    monotonic: () => performance.now() + skipped,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      skipped += milliseconds;
    },
  };
}

/** The kubeconfig of something that answers everything alike and is no API server. */
async function plain(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return JSON.stringify({
    clusters: [{ name: "c", cluster: { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } }],
    users: [{ name: "u", user: { token: "t" } }],
    contexts: [{ name: "c", context: { cluster: "c", user: "u" } }],
    "current-context": "c",
  });
}

const status = (code: number, more: object = {}): Fault["answer"] => ({ kind: "status", status: code, ...more });
const overtaken =
  'Operation cannot be fulfilled on configmaps "one": the object has been modified; please apply your changes to the latest version and try again';
const sent = (server: ApiServer, method: string): number =>
  server.requests().filter((request) => request.method === method && request.url.includes("configmaps")).length;

async function ground(faults: readonly Fault[], limits = {}) {
  const clock = hasty();
  const server = await served();
  const api = apiBy(server.kubeconfig(), { clock, limits });
  // Discovery is not what is looked at here.
  await api.serves({ apiVersion: "v1", kind: "ConfigMap" });
  server.faults(faults);
  return { clock, server, api };
}

describe("a request that may be repeated", () => {
  it.each([
    ["429 that names a time", status(429, { retryAfter: 3 }), [3000]],
    ["503 that names a time", status(503, { retryAfter: 7 }), [7000]],
    ["500", status(500), [100]],
    ["504", status(504), [100]],
    ["reset", { kind: "reset" } as const, [100]],
    ["lost answer", { kind: "lose" } as const, [100]],
    ["409 of a server that others overtook", status(409, { message: overtaken }), [100]],
  ])("is sent again after a %s", async (_, answer, pauses) => {
    const { clock, server, api } = await ground([{ path: "configmaps", times: 1, answer }]);
    await expect(api.apply(configMap("one", { a: "1" }))).resolves.toMatchObject({ kind: "present" });
    expect(sent(server, "PATCH")).toBe(2);
    expect(clock.pauses).toEqual(pauses);
  });

  it("is sent six times at most, with longer and longer pauses", async () => {
    const { clock, server, api } = await ground([{ path: "configmaps", answer: status(503) }]);
    await expect(api.read(mapRef("one"))).resolves.toMatchObject({
      kind: "unknown",
      why: { code: "cluster-overloaded", facts: { why: "it answered 503 (the server is not well)" } },
    });
    expect(sent(server, "GET")).toBe(6);
    expect(clock.pauses).toEqual([100, 200, 400, 800, 1600]);
  });

  it("is given up when the server wants more patience than there is", async () => {
    const { server, api } = await ground([{ path: "configmaps", answer: status(429, { retryAfter: 120 }) }]);
    expect(await failure(api.apply(configMap("one")))).toMatchObject({
      code: "cluster-overloaded",
      facts: { cluster: "east", why: "it answered 429 and wants 120 s of patience" },
    });
    expect(sent(server, "PATCH")).toBe(1);
  });

  it("is not sent again for what no repetition cures", async () => {
    for (const code of [400, 403, 404, 409, 422, 501]) {
      const { server, api } = await ground([{ path: "configmaps", answer: status(code) }]);
      await failure(api.apply(configMap("one")));
      expect([code, sent(server, "PATCH")]).toEqual([code, 1]);
    }
  });
});

describe("a request that may not be repeated", () => {
  it("is sent again only when the server did not do it", async () => {
    for (const [answer, times] of [
      [status(429), 2],
      [status(503, { retryAfter: 1 }), 2],
      [status(500, { message: 'failed calling webhook "validation.istio.io": connection refused' }), 2],
      [status(500), 1],
      [status(409, { message: overtaken }), 1],
      [{ kind: "lose" } as const, 1],
      [{ kind: "reset" } as const, 1],
    ] as const) {
      const { server, api } = await ground([{ methods: ["POST"], times: 1, answer }]);
      const made = await api.create(configMap("one")).catch(() => undefined);
      expect([answer, sent(server, "POST"), made !== undefined]).toEqual([answer, times, times === 2]);
    }
  });

  it("is told as broken, not as refused, when its answer was lost: it may have been done", async () => {
    const { server, api } = await ground([{ methods: ["POST"], times: 1, answer: { kind: "lose" } }]);
    expect(await failure(api.create(configMap("one")))).toMatchObject({ code: "cluster-unreachable" });
    expect(server.objects().some(({ kind }) => kind === "ConfigMap")).toBe(true);
  });
});

describe("time", () => {
  it("ends for one that never answers", async () => {
    const { server, api } = await ground([{ path: "configmaps", answer: { kind: "hang" } }], { requestMs: 200 });
    expect(await failure(api.apply(configMap("one")))).toMatchObject({
      code: "cluster-slow",
      facts: { cluster: "east", request: "PATCH /api/v1/namespaces/shop/configmaps/one", seconds: 0.2 },
    });
    expect(sent(server, "PATCH")).toBe(1);
  });

  it("covers the last byte: an answer that stalls is no answer", async () => {
    const stalling = await plain((response) => void response.writeHead(200, { "content-type": "application/json" }).write('{"kind":'));
    const api = apiBy(stalling, { limits: { requestMs: 150 } });
    await expect(api.read(mapRef("one"))).resolves.toMatchObject({ kind: "unknown", why: { code: "cluster-slow" } });
  });

  it("nothing is sent after the end of a hold, also not by a process that was stopped in between", async () => {
    const { clock, server, api } = await ground([]);
    expect(await failure(api.apply(configMap("one"), { until: clock.monotonic() - 1 }))).toMatchObject({ code: "cluster-slow" });
    // By then the server would have heard of it.
    await expect(api.read(mapRef("one"))).resolves.toEqual({ kind: "absent" });
    expect(sent(server, "PATCH")).toBe(0);
    server.faults([{ path: "configmaps", answer: status(503, { retryAfter: 5 }) }]);
    await failure(api.apply(configMap("one"), { until: clock.monotonic() + 3_000 }));
    expect(sent(server, "PATCH")).toBe(1);
  });
});

describe("a server that is not there", () => {
  it("is unreachable, and the address is named without what is secret in it", async () => {
    const server = await served();
    const [kubeconfig, url] = [server.kubeconfig(), server.url];
    await server.stop();
    const refused = await failure(apiBy(kubeconfig, { clock: hasty() }).server());
    expect(refused).toMatchObject({ code: "cluster-unreachable", facts: { cluster: "east", url } });
    expect(refused.message).toContain("ECONNREFUSED");
  });

  it("is not taken for one that has nothing: a login page is no API server", async () => {
    const api = apiBy(await plain((response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>sign in</html>")));
    await expect(api.read(mapRef("one"))).resolves.toMatchObject({ kind: "unknown", why: { code: "cluster-unreachable" } });
    expect(await failure(api.list({ apiVersion: "v1", kind: "ConfigMap" }))).toMatchObject({ code: "cluster-unreachable" });
  });
});
