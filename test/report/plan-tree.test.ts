import { describe, expect, it } from "vitest";
import { planTree } from "../../src/report/index.ts";
import { plan, step } from "../support/study.ts";

describe("the tree of a part of a plan", () => {
  const heldBack = [{ step: "west/config", clusters: ["west"], waitsFor: ["east/config"] }];

  it("tells what waits for what was left out", () => {
    const tree = planTree(plan({ steps: [step("west/base")], heldBack }));
    expect(tree).toContain("left for later");
    expect(tree).toContain("west/config  ·  after east/config");
  });

  it("does not say that there is nothing to do when all of it waits", () => {
    expect(planTree(plan({ heldBack }))).not.toContain("nothing to do");
    expect(planTree(plan({ heldBack: [] }))).toBe("nothing to do");
  });
});
