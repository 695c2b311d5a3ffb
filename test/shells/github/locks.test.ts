import { describe, expect, it } from "vitest";
import { isRunOf, pullIn, runBy } from "../../../src/shells/github/locks.ts";

/** What a run writes as the holder of a lease (`reconcile/open.ts`): its id, "by", and by whom. */
const holder = (by: string): string => `20261123T201500-1a2b by ${by}`;

describe("the pull request a lease is held for", () => {
  it("is the one whose comment started the run", () => {
    expect(pullIn(holder(runBy("ana", 412, "1700000000.1")))).toBe(412);
    expect(pullIn(holder(runBy("ana-b[bot]", 7, "9.2")))).toBe(7);
  });

  it("is none where a person or a push started it", () => {
    for (const by of ["ana", "ana on #x (run 1)", "a push to main (run 12)", "ana on #412"]) expect(pullIn(holder(by))).toBeUndefined();
  });
});

describe("a run of a pull request", () => {
  const merged = { number: 7, mergeCommit: "abcdef1234567890" };
  it("was begun by its comment, or by the push that merged it", () => {
    expect(isRunOf(merged, runBy("ana", 7, "9.2"))).toBe(true);
    expect(isRunOf(merged, "push of abcdef1 (run 77/1)")).toBe(true);
    expect(isRunOf({ number: 7, mergeCommit: undefined }, "push of abcdef1 (run 77/1)")).toBe(false);
    expect(isRunOf(merged, "push of 1234567 (run 77/1)")).toBe(false);
    expect(isRunOf(merged, runBy("ana", 77, "9.2"))).toBe(false);
  });
});
