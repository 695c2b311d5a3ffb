import { expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { textAt } from "../../src/model/json.ts";
import { isWhole } from "../../src/model/outcome.ts";
import type { ClusterApi } from "../../src/world.ts";
import { smallMesh } from "./fake/mesh.ts";
import { applied, type Process, processOver, type Wanted } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const wanted: Wanted = { mesh: smallMesh(["east", "eu", "west"]) };
/** Tokens live a day here, so they are past half of it. */
const later = 13 * 3_600_000;

function fresh(): readonly Store[] {
  return ["east", "eu", "west"].map((name) => new Store(name));
}

function secretIn(store: Store | undefined, peer: string): string | undefined {
  return textAt(
    store?.get({ group: "", kind: "Secret", namespace: "istio-system", name: `istio-remote-secret-${peer}` }),
    "stringData",
    peer,
  );
}

/** An API server that takes no request at all. */
function deaf(answer: ReturnType<typeof problem>): ClusterApi {
  return { list: () => Promise.reject(answer) } as unknown as ClusterApi;
}

const refused = () => problem("credentials-refused", { cluster: "west" });
const silent = () => problem("cluster-unreachable", { cluster: "west", url: "https://west.internal", why: "timeout" });

it("renews tokens past half of their life, one reader of a cluster at a time, gate included", async () => {
  const stores = fresh();
  await applied(processOver(stores), wanted);
  const before = secretIn(stores[0], "west");
  const process = processOver(stores, { at: later });
  expect(isWhole(await applied(process, wanted))).toBe(true);
  expect(secretIn(stores[0], "west")).not.toBe(before);
  expect(readersOf(process, "west")).toEqual(["east token", "east secret", "east synced", "eu token", "eu secret", "eu synced"]);
});

/** What happened to the secrets that lead to a cluster, in order. Reader of a token is whoever stores a secret next. */
function readersOf({ requests }: Process, peer: string): readonly string[] {
  const secret = `istio-remote-secret-${peer}`;
  const lines: string[] = [];
  for (const { cluster, verb, id, writes } of requests) {
    if (verb === "token" && cluster === peer) lines.push("? token");
    if (writes && id.endsWith(secret)) {
      lines[lines.lastIndexOf("? token")] = `${cluster} token`;
      lines.push(`${cluster} secret`);
    }
    if (id === "/debug/clusterz" && lines.at(-1) === `${cluster} secret`) lines.push(`${cluster} synced`);
  }
  return lines;
}

it("leaves the old token in place when the new one is useless, and says why", async () => {
  const stores = fresh();
  await applied(processOver(stores), wanted);
  const before = secretIn(stores[0], "west");
  const process = processOver(stores, { at: later, by: ({ cluster }) => (cluster === "west" ? deaf(refused()) : undefined) });
  const run = await applied(process, wanted);
  const verdict = run.outcomes.find(({ step }) => step === "east/remote-secret/west")?.verdict;
  expect(verdict).toMatchObject({ kind: "failed", why: { code: "token-useless" } });
  expect(secretIn(stores[0], "west")).toBe(before);
  expect(run.outcomes.find(({ step }) => step === "east/remote-secret/eu")?.verdict.kind).toBe("done");
});

it("replaces no working secret by one whose address nobody here could try", async () => {
  const stores = fresh();
  await applied(processOver(stores), wanted);
  const before = secretIn(stores[0], "west");
  const by = ({ cluster }: { readonly cluster: string }) => (cluster === "west" ? deaf(silent()) : undefined);
  const run = await applied(processOver(stores, { at: later, by }), wanted);
  expect(run.outcomes.find(({ step }) => step === "east/remote-secret/west")?.verdict).toMatchObject({ kind: "failed" });
  expect(secretIn(stores[0], "west")).toBe(before);
});

it("says when an API server gives shorter tokens than are asked for, and renews at half of what it gave", async () => {
  const stores = fresh();
  const west = stores[2] as Store;
  west.longestToken = 3600;
  const run = await applied(processOver(stores), wanted);
  const told = run.outcomes.filter(({ notes = [] }) => notes.some((note) => note.includes("gave a token for")));
  expect(told.map(({ step }) => step).sort()).toEqual(["east/remote-secret/west", "eu/remote-secret/west"]);
  expect(told[0]?.notes?.[0]).toContain(
    "The API server of west gave a token for 1 hour, and `spec.discovery.lifetime` asks for 1 day: a run must come at least every 30 minutes",
  );
  const before = secretIn(stores[0], "west");
  expect(isWhole(await applied(processOver(stores, { at: 1_900_000 }), wanted))).toBe(true);
  expect(secretIn(stores[0], "west")).not.toBe(before);
});

it("never lets a token reach an event, an outcome or a record", async () => {
  const stores = fresh();
  const process = processOver(stores);
  const run = await applied(process, wanted);
  const told = JSON.stringify([
    run.outcomes,
    process.events,
    [...(stores[0]?.objects.values() ?? [])].filter(({ kind }) => kind === "ConfigMap"),
  ]);
  expect(secretIn(stores[0], "west")).toContain("canary-token-west");
  expect(told).not.toContain("canary-token");
});
