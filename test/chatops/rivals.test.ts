import { describe, expect, it } from "vitest";
import { overlapOf, type PlanFacts, planFacts } from "../../src/chatops/index.ts";
import { objectsOf } from "../../src/chatops/rivals.ts";
import type { Plan } from "../../src/model/plan.ts";
import { plan } from "../support/study.ts";

type Step = Plan["steps"][number];

function planOf(writes: Readonly<Record<string, readonly string[]>>): Plan {
  const steps = Object.entries(writes).map(
    ([name, objects]): Step => ({
      id: `${name}/config`,
      kind: "config",
      stage: "config",
      clusters: [name],
      after: [],
      writes: objects.map((object) => ({ id: { group: "", kind: "Service", namespace: "shop", name: object }, kind: "update" })),
      gate: undefined,
      wave: 1,
      irreversible: undefined,
    }),
  );
  return { ...plan(), steps };
}

const facts = (writes: Readonly<Record<string, readonly string[]>>): PlanFacts =>
  planFacts({ plan: planOf(writes), findings: [] }, { head: "h", base: "b" });

describe("two plans", () => {
  const own = { east: ["checkout", "cart"], west: ["checkout"] };
  const against = (theirs: PlanFacts) => overlapOf(planOf(own), facts(own), theirs);

  it("that change the same clusters are told with the objects that both write", () => {
    expect(against(facts({ eu: ["other"], west: ["checkout", "pay"] }))).toMatchObject({
      clusters: ["west"],
      objects: [{ name: "checkout" }],
    });
    expect(against(facts({ east: ["pay"] }))).toEqual({ clusters: ["east"], objects: [] });
  });

  it("of different clusters have nothing in common, whatever they write", () => {
    expect(against(facts({ eu: ["checkout"] }))).toBeUndefined();
  });

  it("of which one does not tell what it writes have their clusters in common", () => {
    const { objects: _, ...old } = facts({ east: ["checkout"] });
    expect(against(old)).toEqual({ clusters: ["east"], objects: undefined });
  });

  it("tell what they write as far as there is room for it", () => {
    const many = planOf({ east: Array.from({ length: 201 }, (_, index) => `s${index}`) });
    expect([objectsOf(many, 1), objectsOf(planOf(own), 501)]).toEqual([undefined, undefined]);
    expect(objectsOf(planOf(own), 2)).toHaveLength(2);
  });
});
