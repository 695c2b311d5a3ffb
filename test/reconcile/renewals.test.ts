import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { isWhole } from "../../src/model/outcome.ts";
import { readCalendar } from "../../src/survey/index.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, studied, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

/** What is renewed because its time has come, and nothing else with it. */

const mesh = smallMesh(["east", "west"]);
const config = (weight: number) => ({ east: [route("checkout", weight)], west: [route("checkout", weight)] });
const hour = 3_600_000;

/** Two clusters that are one mesh already. Tokens live a day here. */
async function ready(): Promise<readonly Store[]> {
  const stores = [new Store("east"), new Store("west")];
  await applied(processOver(stores), { mesh, config: config(100) });
  return stores;
}

/** What was written but for our own records. */
const written = (process: ReturnType<typeof processOver>) => [
  ...new Set(
    writesOf(process)
      .filter((write) => /Secret|VirtualService/u.test(write))
      .map((write) => write.replace(/ \w+ /u, " ")),
  ),
];

describe("a renewal by plan", () => {
  it("writes the tokens past half of their life, and not what was merged and never applied", async () => {
    const process = processOver(await ready(), { at: 13 * hour });
    const run = await applied(process, { mesh, config: config(50), isDueOnly: true });
    expect(isWhole(run)).toBe(true);
    expect(written(process)).toEqual([
      "east |Secret|istio-system|istio-remote-secret-west",
      "west |Secret|istio-system|istio-remote-secret-east",
    ]);
  });

  it("writes nothing, and takes no lease, before their time", async () => {
    const process = processOver(await ready(), { at: 11 * hour });
    await applied(process, { mesh, config: config(50), isDueOnly: true });
    expect(writesOf(process)).toEqual([]);
  });

  it("issues the certificates that end, under the root that is there", async () => {
    const stores = await ready();
    const ends = (await readCalendar(processOver(stores).world, mesh)).expiries.find(({ kind }) => kind === "intermediate");
    const process = processOver(stores, { at: (ends?.dueFrom ?? 0) - Date.parse("2026-11-23T10:00:00Z") + hour });
    const { study } = await studied(process, { mesh, config: config(50), isDueOnly: true });
    expect(new Set(study.changes.changes.map(({ id }) => id.name))).toEqual(
      new Set(["cacerts", "istio-remote-secret-east", "istio-remote-secret-west"]),
    );
    await applied(process, { mesh, config: config(50), isDueOnly: true });
    expect(written(process)).toEqual(expect.arrayContaining(["east |Secret|istio-system|cacerts", "west |Secret|istio-system|cacerts"]));
    const after = (await readCalendar(process.world, mesh)).expiries.filter(({ kind }) => kind === "intermediate");
    expect(after.every(({ ends: until }) => until > (ends?.ends ?? 0))).toBe(true);
  });
});

describe("a calendar", () => {
  it("has the token by which an istiod outside reads its configuration", async () => {
    const stores = await ready();
    const secret = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "istio-kubeconfig", namespace: "istio-system", annotations: { "networking.istio.io/cluster": "west" } },
      stringData: { config: "apiVersion: v1", token: "canary-token-west-0" },
    };
    stores[0]?.put(secret);
    const outside = smallMesh(["east", "west"]);
    const clusters = outside.clusters.map((one) =>
      one.name === "east" ? { ...one, role: "external" as const, configCluster: "west" } : one,
    );
    const { expiries } = await readCalendar(processOver(stores).world, { ...outside, clusters });
    const found = expiries.find(({ name }) => name === "istio-system/istio-kubeconfig");
    expect(found).toEqual({
      kind: "token",
      cluster: "east",
      peer: "west",
      name: "istio-system/istio-kubeconfig",
      ends: Date.parse("2026-11-24T10:00:00Z"),
      dueFrom: Date.parse("2026-11-23T22:00:00Z"),
    });
  });

  it("has every token, intermediate and root with its end, the soonest first, and says of a silent cluster that nothing is known", async () => {
    const stores = await ready();
    const { expiries } = await readCalendar(processOver(stores).world, mesh);
    expect(expiries.map(({ kind, cluster, peer }) => [kind, cluster, peer].filter(Boolean).join(" "))).toEqual([
      "token east west",
      "token west east",
      "intermediate east",
      "intermediate west",
      "root east",
      "root west",
    ]);
    const [token] = expiries;
    expect([token?.ends, token?.dueFrom].map((at) => new Date(at ?? 0).toISOString().slice(0, 13))).toEqual([
      "2026-11-24T10",
      "2026-11-23T22",
    ]);
    const away = processOver(stores, {
      fate: {
        before: async ({ cluster }) => {
          if (cluster === "west") throw problem("cluster-unreachable", { cluster, url: "https://west", why: "away" });
        },
        after: async () => undefined,
      },
    });
    const seen = await readCalendar(away.world, mesh);
    expect([[...seen.unread.keys()], seen.expiries.every(({ cluster }) => cluster === "east")]).toEqual([["west"], true]);
  });
});
