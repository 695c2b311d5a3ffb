import { describe, expect, it } from "vitest";
import { pullIn, runBy } from "../../../src/shells/github/locks.ts";

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
