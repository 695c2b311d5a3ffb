import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNear, nearest } from "../../src/catalog/nearest.ts";

describe("nearest", () => {
  it.each([
    ["routee", ["route", "retries"], "route"],
    ["lables", ["labels", "name"], "labels"],
    ["retry", ["retries", "timeout"], "retries"],
    ["SIMPEL", ["SIMPLE", "MUTUAL"], "SIMPLE"],
    ["colour", ["weight", "name"], undefined],
    ["trafficPolicies", ["trafficPolicy", "subsets"], "trafficPolicy"],
    ["esat", ["west", "east"], "east"],
    ["netwrok", ["network", "networks"], "network"],
    ["", ["a"], undefined],
  ])("%s among %s is %s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it("does not compare what was never meant to be a name, and looks at no more candidates than there ever are", () => {
    expect(nearest("x".repeat(1_000_000), ["x".repeat(1_000_000), "y"])).toBeUndefined();
    expect(nearest("name", ["z".repeat(1_000_000), "nane"])).toBe("nane");
    expect(isNear("x".repeat(1_000_000), "x".repeat(1_000_000))).toBe(false);
    let asked = 0;
    const endless = (function* () {
      for (;;) yield `candidate-${asked++}`;
    })();
    expect(nearest("candidate-0", endless)).toBe("candidate-0");
    expect(asked).toBeLessThanOrEqual(2000);
  });

  it("is as near as the fewest edits, a swap of neighbours counting as one", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 5 }), (name, candidates) => {
        const found = nearest(name, candidates);
        const edits = (other: string): number => slowDistance(name, other);
        const slips = candidates.filter((other) => edits(other) <= Math.max(1, Math.floor(Math.max(name.length, other.length) / 3)));
        if (slips.length > 0) expect(edits(found ?? "")).toBe(Math.min(...slips.map(edits)));
        else expect(found === undefined || found.startsWith(name.slice(0, 4))).toBe(true);
        expect(candidates.filter((other) => isNear(name, other))).toEqual(slips);
      }),
    );
  });
});

/** The definition as it is written down, without any table. */
function slowDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const change = slowDistance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1);
  const swaps = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  const swap = swaps ? slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1 : change;
  return Math.min(change, swap, slowDistance(a.slice(0, -1), b) + 1, slowDistance(a, b.slice(0, -1)) + 1);
}
