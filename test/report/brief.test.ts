import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { Applied, Refusal } from "../../src/model/apply.ts";
import type { Check } from "../../src/model/health.ts";
import type { Outcome, Verdict } from "../../src/model/outcome.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { appliedBrief, appliedJson, healthJson, statusJson } from "../../src/report/index.ts";
import { cluster, mesh, repository, study } from "../support/study.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../src/catalog/schemas/apply-result.schema.json"), "utf8")) as object;
const isResult = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const names = Array.from({ length: 100 }, (_, index) => `cluster-${index}`);
const why = problem("not-ready", {
  what: "Deployment istiod",
  cluster: "east",
  seconds: 300,
  seen: "0 of 1 replicas",
  remedy: "Look at it.",
});

/** A hundred clusters, each of which reads all others. */
function applied({ verdict, check, refusals = [] }: { verdict: Verdict; check: Check["verdict"]; refusals?: readonly Refusal[] }): Applied {
  const identity = { id: "20261123T100000Z-abcdef", by: "push of 1234567 (run 77)", planDigest: "0".repeat(64), commit: undefined };
  const steps = ["base", "istiod", "gateways", ...names.map((name) => `remote-secret/${name}`), "config"];
  const outcomes = names.flatMap((name): readonly Outcome[] =>
    steps.map((step) => ({ step: `${name}/${step}`, clusters: [name], verdict, writes: [written(name)] })),
  );
  const checks = names.flatMap((name): readonly Check[] =>
    names.flatMap((peer) =>
      ["clusters-synced", "endpoints-seen", "roots-equal"].map((kind) => ({ ...seen, name: kind, cluster: name, peer, verdict: check })),
    ),
  );
  const live = { survey: { at: 0, clusters: new Map() }, unmet: [], drift: [], adoptions: { objects: [], releases: [] } };
  const head = repository({ mesh: mesh(names.map((name) => cluster(name))) });
  const run = { identity, startedAt: 0, endedAt: 1, outcomes, refused: new Map([["cluster-7", why]]) };
  return { study: { ...study(), head, live }, identity, refusals, run, health: { at: 2, checks } };
}

function entryOf(text: string, wanted: string): unknown {
  return (JSON.parse(text) as { readonly clusters: readonly { readonly name: string }[] }).clusters.find(({ name }) => name === wanted);
}

const seen = { observed: "istiod-1 does not know it as synced.", remedy: "See `isthmus verify`." };
const written = (name: string) => ({
  cluster: name,
  id: { group: "", kind: "Secret", namespace: "istio-system", name: "s" },
  result: "created" as const,
});

describe("the result of an apply to a hundred clusters", () => {
  it("is small when all went well, and counts", () => {
    const text = appliedBrief({ ...applied({ verdict: { kind: "done" }, check: "passed" }) });
    expect(text.length).toBeLessThan(16_000);
    expect(JSON.parse(text)).toMatchObject({
      schemaVersion: 1,
      open: { entries: [], leftOff: 0 },
      health: { passed: 30_000, failed: 0, unknown: 0, checks: [{ name: "clusters-synced", passed: 10_000 }, {}, {}] },
    });
    expect(entryOf(text, "cluster-8")).toEqual({ name: "cluster-8", verdict: "done", steps: 104, passed: 104, written: 104 });
  });

  it("stays bounded when nothing did, and says how much it left off", () => {
    const text = appliedBrief(applied({ verdict: { kind: "not-ready", why }, check: "failed" }));
    expect(text.length).toBeLessThan(128_000);
    expect(JSON.parse(text)).toMatchObject({ verdict: "failed", open: { leftOff: 10_300 }, health: { open: { leftOff: 29_900 } } });
    expect(entryOf(text, "cluster-7")).toMatchObject({ name: "cluster-7", verdict: "refused", problem: { code: "not-ready" } });
  });

  it.each<[string, Verdict]>([
    ["done", { kind: "done" }],
    ["blocked", { kind: "blocked", by: ["east/base"] }],
    ["stopped", { kind: "stopped" }],
    ["failed", { kind: "failed", why }],
  ])("follows the published schema when steps are %s", (_, verdict) => {
    const refusals: readonly Refusal[] = [{ code: "prerequisites", text: "a", remedy: "b" }];
    for (const given of [
      applied({ verdict, check: "unknown" }),
      { ...applied({ verdict, check: "passed", refusals }), run: undefined, health: undefined },
    ]) {
      isResult(JSON.parse(appliedBrief(given)));
      expect(isResult.errors ?? []).toEqual([]);
    }
  });
});

describe("what the command line prints of a hundred clusters as JSON", () => {
  const whole = applied({ verdict: { kind: "done" }, check: "passed" });
  const broken = applied({ verdict: { kind: "not-ready", why }, check: "failed" });

  it("tells an apply by what is open, and counts what is not", () => {
    const counts = { outcomes: [], outcomesLeftOff: 10_400, health: { checks: [], checksLeftOff: 30_000 } };
    expect(JSON.parse(appliedJson(whole))).toMatchObject(counts);
    expect(appliedJson(whole).length).toBeLessThan(16_000);
    const { outcomes, outcomesLeftOff } = JSON.parse(appliedJson(broken));
    expect([outcomes.length, outcomesLeftOff]).toEqual([1000, 9400]);
    expect(appliedJson(broken).length).toBeLessThan(1_500_000);
  });

  it("tells a verification so too", () => {
    const health = broken.health ?? { at: 0, checks: [] };
    const checks = health.checks.map((check, index): Check => (index === 17 ? check : { ...check, verdict: "passed" }));
    expect(JSON.parse(healthJson({ ...health, checks }))).toMatchObject({
      verdict: "failed",
      checks: [{ cluster: "cluster-0" }],
      checksLeftOff: 29_999,
    });
  });

  it("tells of every cluster's ledger what did not pass", () => {
    const entries = names.map((name, index) => ({
      step: `remote-secret/${name}`,
      state: index === 3 ? ("failed" as const) : ("passed" as const),
      serial: undefined,
      why: undefined,
    }));
    const ledger = { run: whole.identity, state: "ended" as const, startedAt: 0, endedAt: 1, entries, orphanSerials: [] };
    const server = { url: "https://a", ca: undefined, version: "v1.35.4", clockSkewMs: 0, user: undefined };
    const one: Surveyed = {
      kind: "surveyed",
      server,
      objects: new Map(),
      inventory: undefined,
      ledger,
      lease: undefined,
      addresses: new Map(),
    };
    const text = statusJson({ at: 0, clusters: new Map(names.map((name) => [name, one])) });
    expect(JSON.parse(text).clusters[0].run).toMatchObject({
      entries: [{ step: "remote-secret/cluster-3", state: "failed" }],
      entriesLeftOff: 99,
    });
    expect(text.length).toBeLessThan(100_000);
  });
});
