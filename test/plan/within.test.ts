import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan, Step } from "../../src/model/plan.ts";
import { within } from "../../src/plan/within.ts";
import { step } from "../support/study.ts";

const planOf = (steps: readonly Step[], more: Partial<Plan> = {}): Plan => ({
  steps,
  waves: [1, 2].map((number) => ({
    number,
    clusters: [...new Set(steps.filter(({ wave }) => wave === number).flatMap(({ clusters }) => clusters))].sort(),
    soakSeconds: 600,
  })),
  guards: [],
  deletions: new Map(),
  kept: [],
  digest: { plan: "p", clusters: new Map() },
  ...more,
});

const deletion = (name: string) => ({ id: { group: "", kind: "ConfigMap", namespace: "shop", name }, kind: "delete" }) as const;

describe("a part of a plan", () => {
  const east = step("east/config");
  const west = step("west/config", { after: ["east/config"], wave: 2 });
  const both = step("mesh/certificates", { clusters: ["east", "west"], wave: 0 });

  it("is all of it when nothing is said", () => {
    const whole = planOf([east, west]);
    expect(within(whole, undefined)).toBe(whole);
    expect(within(whole, { clusters: [], lastWave: undefined })).toBe(whole);
  });

  it("has the steps of the clusters that are meant, and their wave", () => {
    const part = within(planOf([east, west]), { clusters: ["east"], lastWave: undefined });
    expect(part.steps).toEqual([east]);
    expect(part.waves.map(({ number, clusters }) => [number, clusters])).toEqual([[1, ["east"]]]);
    expect(part.heldBack).toEqual([]);
    expect(part.digest.plan).toBe("p");
  });

  it("goes before nothing it comes after: that is held back, and what comes after it too", () => {
    const later = step("west/prune", { after: ["west/config"], wave: 2 });
    const part = within(planOf([east, west, later]), { clusters: ["west"], lastWave: undefined });
    expect(part.steps).toEqual([]);
    expect(part.heldBack).toEqual([
      { step: "west/config", clusters: ["west"], waitsFor: ["east/config"] },
      { step: "west/prune", clusters: ["west"], waitsFor: ["west/config"] },
    ]);
  });

  it("has a step of several clusters only when all of them are meant", () => {
    expect(within(planOf([both, east]), { clusters: ["east"], lastWave: undefined }).steps).toEqual([east]);
    expect(within(planOf([both]), { clusters: ["east", "west"], lastWave: undefined }).steps).toEqual([both]);
  });

  it("has the steps of the parts of the mesh that are meant, and none that waits for another part", () => {
    const install = step("east/istiod", { stage: "install" });
    const config = step("east/config", { stage: "config", after: ["east/istiod"] });
    const only = (stage: "install" | "config") => within(planOf([install, config]), { clusters: [], lastWave: undefined, stages: [stage] });
    expect(only("install").steps).toEqual([install]);
    expect(only("config")).toMatchObject({ steps: [], heldBack: [{ step: "east/config", waitsFor: ["east/istiod"] }] });
  });

  it("ends with its last wave", () => {
    expect(within(planOf([both, east, west]), { clusters: [], lastWave: 1 }).steps).toEqual([both, east]);
  });

  it("counts its own deletions, and wants only those confirmed", () => {
    const prune = step("east/prune", { writes: [deletion("a"), deletion("b")] });
    const other = step("west/prune", { writes: [deletion("a"), deletion("b"), deletion("c")] });
    const guard = { reason: "prune_unconfirmed", clusters: ["east", "west"], text: "too many" } as const;
    const whole = planOf([prune, other], {
      deletions: new Map([
        ["east", 2],
        ["west", 3],
      ]),
      guards: [guard],
    });
    const part = within(whole, { clusters: ["east"], lastWave: undefined }, { maxDeletions: 1 });
    expect([...part.deletions]).toEqual([["east", 2]]);
    expect(part.guards.map(({ reason, clusters }) => [reason, clusters])).toEqual([["prune_unconfirmed", ["east"]]]);
    expect(within(whole, { clusters: ["east"], lastWave: undefined }, { maxDeletions: 2 }).guards).toEqual([]);
  });

  it("is closed under what comes before, holds nothing of others, and leaves out nothing that could be done", () => {
    const names = ["a", "b", "c"];
    const steps = fc
      .array(fc.record({ cluster: fc.constantFrom(...names), wave: fc.nat(2), before: fc.array(fc.nat(40), { maxLength: 3 }) }), {
        maxLength: 25,
      })
      .map((all) =>
        all.map(({ cluster, wave, before }, index) =>
          step(`${cluster}/${index}`, {
            wave,
            after: index === 0 ? [] : [...new Set(before.map((n) => n % index))].map((n) => `${all[n]?.cluster}/${n}`).sort(),
          }),
        ),
      );
    fc.assert(
      fc.property(steps, fc.subarray(names), fc.option(fc.nat(2), { nil: undefined }), (all, clusters, lastWave) => {
        fc.pre(clusters.length > 0 || lastWave !== undefined);
        const part = within(planOf(all), { clusters, lastWave });
        const ids = new Set(part.steps.map(({ id }) => id));
        const meant = all.filter(
          (one) => one.wave <= (lastWave ?? 9) && (clusters.length === 0 || one.clusters.every((name) => clusters.includes(name))),
        );
        for (const one of meant) expect(ids.has(one.id)).toBe(one.after.every((id) => ids.has(id)));
        expect(part.steps.every((one) => meant.includes(one))).toBe(true);
        expect((part.heldBack ?? []).length + part.steps.length).toBe(meant.length);
      }),
    );
  });
});
