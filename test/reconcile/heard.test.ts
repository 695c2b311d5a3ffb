import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../src/model/json.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import { heardSign } from "../../src/reconcile/gates/heard.ts";
import { acceptedSign } from "../../src/reconcile/gates/proxies.ts";
import type { Task } from "../../src/reconcile/task.ts";
import type { ClusterApi } from "../../src/world.ts";
import { page } from "../verify/scene.ts";

/** A gate after configuration: what istiod says is a recorded page of a real one, with one thing changed at a time. */

const pod: JsonObject = { apiVersion: "v1", kind: "Pod", metadata: { name: "istiod-a" }, status: { phase: "Running" } };
const id = { group: "networking.istio.io", kind: "VirtualService", namespace: "shop", name: "cart" };
const object: JsonObject = {
  apiVersion: "networking.istio.io/v1",
  kind: "VirtualService",
  metadata: { namespace: "shop", name: "cart", resourceVersion: "12" },
};

function scene(shown: { syncz?: Json; configz?: Json; live?: JsonObject }) {
  let time = 0;
  const api = {
    cluster: "east",
    list: async () => [{ kind: "present", object: pod, privates: [] }],
    read: async () => ({ kind: "present", object: shown.live ?? object, privates: [] }),
    inside: async (_: unknown, path: string) => JSON.stringify(path === "/debug/syncz" ? shown.syncz : shown.configz),
  } as unknown as ClusterApi;
  const clock = { now: () => time, monotonic: () => time, sleep: async () => {} };
  const manifest = { id, object } as unknown as Manifest;
  const task = {
    site: { api, cluster: { name: "east", systemNamespace: "istio-system" } },
    campaign: { world: { clock }, wanted: () => new Map([["x", manifest]]) },
    items: [{ id, kind: "update", manifest }],
  } as unknown as Task;
  return { api, clock, task, shown, pass: (milliseconds: number) => (time += milliseconds) };
}

const again = (value: Json): Json => JSON.parse(JSON.stringify(value).replaceAll("2026-11-23T12:00:50Z", "2026-11-23T12:00:59Z")) as Json;

describe("configuration that was taken", () => {
  it("counts when istiod sent nothing more for a second, not at the first look", async () => {
    const { api, clock, pass } = scene({ syncz: page("syncz") });
    const sign = acceptedSign(api, "istio-system", clock);
    expect(await sign.look()).toEqual({ kind: "waiting", seen: "istiod may still be gathering changes" });
    pass(900);
    expect((await sign.look()).kind).toBe("waiting");
    pass(200);
    expect((await sign.look()).kind).toBe("ready");
  });

  it("does not count while istiod goes on sending, until its longest wait is over", async () => {
    const { api, clock, pass, shown } = scene({ syncz: page("syncz") });
    const sign = acceptedSign(api, "istio-system", clock);
    await sign.look();
    pass(900);
    shown.syncz = again(page("syncz"));
    await sign.look();
    pass(900);
    expect((await sign.look()).kind).toBe("waiting");
    shown.syncz = page("syncz");
    pass(8300);
    expect((await sign.look()).kind).toBe("ready");
  });

  it("does not count when a proxy refused it, however long it is", async () => {
    const { api, clock, pass } = scene({ syncz: page("syncz-refused") });
    const sign = acceptedSign(api, "istio-system", clock);
    await sign.look();
    pass(20_000);
    expect(await sign.look()).toMatchObject({ kind: "waiting", seen: expect.stringContaining("refused") });
  });
});

describe("configuration that istiod has read", () => {
  it.each([
    ["the version that was written", [object], { kind: "ready" }],
    [
      "another one",
      [{ ...object, metadata: { namespace: "shop", name: "cart", resourceVersion: "11" } }],
      { kind: "waiting", seen: "istiod-a holds another version of VirtualService shop/cart" },
    ],
    ["none of it", [], { kind: "waiting", seen: "istiod-a does not know VirtualService shop/cart" }],
  ])("%s", async (_, configz, sight) => {
    const { task } = scene({ configz });
    expect(await heardSign(task).look()).toEqual(sight);
  });

  it("counts in the version that istiod itself made of it by writing to its status", async () => {
    const patched = { ...object, metadata: { namespace: "shop", name: "cart", resourceVersion: "13" } };
    const { task, shown } = scene({ configz: [] });
    const sign = heardSign(task);
    expect((await sign.look()).kind).toBe("waiting");
    shown.configz = [patched];
    shown.live = patched;
    expect((await sign.look()).kind).toBe("ready");
  });

  it("is not waited for for ever where istiod leaves the namespace out", async () => {
    const { task, pass } = scene({ configz: [] });
    const sign = heardSign(task);
    await sign.look();
    pass(10_001);
    expect((await sign.look()).kind).toBe("ready");
  });
});
