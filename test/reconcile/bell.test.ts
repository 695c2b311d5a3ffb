import { expect, it } from "vitest";
import { systemClock } from "../../src/adapters/clock.ts";
import { problem } from "../../src/catalog/problem.ts";
import { Bell } from "../../src/reconcile/gates/bell.ts";
import type { ClusterApi } from "../../src/world.ts";
import { apiBy, configMap, eventually, served } from "../adapters/kubernetes/world.ts";
import { FakeClock } from "./fake/clock.ts";

const hours = 3_600_000;
const where = { apiVersion: "v1", kind: "ConfigMap", namespace: "shop", name: "one" };

it("ends a pause as soon as what is watched changes, and counts what happened before it", async () => {
  const server = await served();
  const end = new AbortController();
  const bell = new Bell({ api: apiBy(server.kubeconfig()), where }, end.signal);
  await eventually(() => server.requests().filter(({ url }) => url.includes("watch=true"))).toHaveLength(1);
  const paused = bell.pause(systemClock, hours, end.signal);
  server.seed(configMap("one", { n: "1" }));
  await paused;
  server.seed(configMap("one", { n: "2" }));
  await bell.pause(systemClock, hours, end.signal);
  end.abort();
});

it("leaves the pause as long as it is where watching is refused", async () => {
  const clock = new FakeClock(0);
  // eslint-disable-next-line require-yield
  async function* refused(): AsyncGenerator<never> {
    throw problem("permission-missing", { cluster: "east", verb: "watch", what: "configmaps" });
  }
  const api = { watch: () => refused() } as unknown as ClusterApi;
  const bell = new Bell({ api, where }, new AbortController().signal);
  await bell.pause(clock, 2000, new AbortController().signal);
  expect(clock.now()).toBe(2000);
});
