import * as fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createCharts } from "../../src/adapters/charts/index.ts";
import type { Engine } from "../../src/model/chart.ts";
import type { Json } from "../../src/model/json.ts";
import type { Request, Study } from "../../src/model/study.ts";
import { cook, handedOn, split, study } from "../../src/pipeline.ts";
import { cookedIn, emptyMemory, remember } from "../../src/render/index.ts";
import { checkRuns, comment, json, report } from "../../src/report/index.ts";
import { changedRepository, meshRepository } from "../../src/tools/bench/mesh.ts";
import type { World } from "../../src/world.ts";
import { lightEngine } from "../support/charts.ts";
import { treeOf } from "../support/tree.ts";

/** 300 clusters of a mesh that changes: what several processes render and one joins is what one process says, to the byte. */

const size = { primaries: 6, remotesPerPrimary: 49, configObjects: 24 };
const request: Request = {
  head: { kind: "commit", revision: "head" },
  base: { kind: "commit", revision: "base" },
  at: Date.parse("2026-11-23T10:00:00Z"),
  clusters: [],
};

function base(): ReadonlyMap<string, string> {
  return meshRepository(size);
}

/** Weights move everywhere; one cluster gets values of its own, one leaves, one comes, one subset is gone: words, tables, findings and deletions. */
function head(): ReadonlyMap<string, string> {
  const files = new Map(changedRepository(size));
  const text = (path: string): string => files.get(path) ?? "";
  files.set("clusters/p1-r7.yaml", `${text("clusters/p1-r7.yaml")}  istio: { values: { istiod: { global: { logAsJson: true } } } }\n`);
  files.set("clusters/p2-r60.yaml", text("clusters/p2-r3.yaml").replaceAll("p2-r3", "p2-r60"));
  files.delete("clusters/p3-r4.yaml");
  const [service = ""] = [...files.keys()].filter((path) => path.startsWith("config/"));
  files.set(service, text(service).replace("{ name: v2, labels: { version: v2 } }", "{ name: v3, labels: { version: v3 } }"));
  return files;
}

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let calls = 0;
let engine: Engine;
let world: World;
let alone: Study;
let shards: readonly (readonly string[])[];
let made: readonly Json[];

beforeAll(async () => {
  const light = await lightEngine();
  engine = { version: light.version, render: (release) => (calls++, light.render(release)) };
  const trees = { head: treeOf(Object.fromEntries(head())), base: treeOf(Object.fromEntries(base())) };
  const read: World["files"]["read"] = async (ref) => (ref.kind === "commit" && ref.revision === "base" ? trees.base : trees.head);
  world = { files: { read }, charts: { ...createCharts(), engine: async () => engine } };
  alone = await study(world, request);
  shards = await split(world, request, 4);
  made = await parts(shards);
});

/** As it comes out of a file. */
const handed = (cooked: Json): Json => JSON.parse(JSON.stringify(cooked)) as Json;

async function parts(cut: readonly (readonly string[])[]): Promise<readonly Json[]> {
  const all: Json[] = [];
  for (const clusters of cut) all.push(handed(await cook(world, request, clusters)));
  return all;
}

describe("300 clusters in shards", () => {
  it("joined, they are what one process says: comment, check runs, JSON and digests; and nothing is rendered again", async () => {
    const whole = report(alone);
    expect(whole.clusters.length).toBe(301);
    expect(whole.findings.some(({ severity }) => severity === "error")).toBe(true);

    const { memory, broken } = handedOn(made);
    expect(broken.size).toBe(0);
    calls = 0;
    const together = await study(world, request, { memory });
    expect(calls).toBe(0);
    expect(together.plan.digest).toEqual(alone.plan.digest);
    const joined = report(together);
    expect(comment(joined)).toBe(comment(whole));
    expect(checkRuns(joined)).toEqual(checkRuns(whole));
    expect(json(joined)).toBe(json(whole));
  });

  it("are balanced, whole, and the same each time", async () => {
    expect(await split(world, request, 4)).toEqual(shards);
    const names = shards.flat();
    expect(new Set(names).size).toBe(301);
    expect(names.length).toBe(301);
    const sizes = shards.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it.each([1, 300, 1000])("are at most as many as asked for, none without a cluster: %i", async (count) => {
    const cut = await split(world, request, count);
    expect(cut.length).toBeLessThanOrEqual(Math.min(count, 301));
    expect(cut.every(({ length }) => length > 0)).toBe(true);
    expect(cut.flat().length).toBe(301);
  });

  it("without a part its clusters are unknown, never unchanged, and the others are told as they are", async () => {
    // One that holds nothing that leaves: what is not known of a cluster that is gone is not told as deleted either.
    const missing = shards.findIndex((clusters) => !clusters.includes("p3-r4"));
    const lost = new Set(shards[missing]);
    const { memory } = handedOn(made.filter((_, index) => index !== missing));
    const withheld = new Map([...lost].map((name) => [name, "its part is missing"]));
    const found = report(await study(world, request, { memory, withheld }));
    expect(found.clusters.filter(({ isUnknown }) => isUnknown).map(({ name }) => name)).toEqual([...lost].sort());
    const whole = report(alone);
    const others = (rows: typeof whole): readonly (string | undefined)[] =>
      rows.clusters.filter(({ name }) => !lost.has(name)).map(({ digest }) => digest);
    expect(others(found)).toEqual(others(whole));
    // What charts bring is not taken for deleted.
    expect(found.totals.delete).toBe(whole.totals.delete);
    expect(comment(found)).toContain("its part is missing");
  });
});

describe("what was rendered, handed on", () => {
  it("holds no sealed value and no Secret: whoever joins renders those again", async () => {
    const secret = "⟦secret 0123456789abcdef0123456789abcdef⟧";
    const files = new Map(meshRepository({ primaries: 2, remotesPerPrimary: 0, configObjects: 0 }));
    files.set(
      "clusters/p1.yaml",
      `${files.get("clusters/p1.yaml") ?? ""}  istio: { values: { istiod: { env: { TOKEN: "${secret}" } } } }\n`,
    );
    const tree = treeOf(Object.fromEntries(files));
    const sealing: World = { ...world, files: { read: async () => tree } };
    const cooked = await cook(sealing, { ...request, base: undefined }, ["p0", "p1"]);
    expect(JSON.stringify(cooked)).not.toContain("0123456789abcdef0123");
    expect(JSON.stringify(await cook(sealing, { ...request, base: undefined }, ["p0"]))).not.toBe("{}");
    const { memory } = handedOn([handed(cooked)]);
    calls = 0;
    await study(sealing, { ...request, base: undefined }, { memory });
    expect(calls).toBeGreaterThan(0);
  });

  it("is taken whole or not at all, whatever is in it", async () => {
    const good = made[0] ?? null;
    const text = JSON.stringify(good);
    expect(remember(emptyMemory(), good)).toBe(true);
    const places = fc.integer({ min: 0, max: text.length - 1 });
    fc.assert(
      fc.property(places, fc.constantFrom("null", "[]", "{}", "7", '"x"'), (at, other) => {
        // Some value in it becomes another one.
        let index = 0;
        const changed = JSON.parse(text, (_, value: Json) => (index++ === at % 3000 ? (JSON.parse(other) as Json) : value)) as Json;
        const memory = emptyMemory();
        if (!remember(memory, changed)) expect(memory.dishes.size).toBe(0);
        else expect(() => cookedIn(memory)).not.toThrow();
      }),
      { numRuns: 25, seed: 20261124 },
    );
  });
});
