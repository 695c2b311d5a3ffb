import { describe, expect, it } from "vitest";
import { nearest } from "../../src/validate/facts/nearest.ts";

describe("nearest", () => {
  it.each([
    ["routee", ["route", "retries"], "route"],
    ["lables", ["labels", "name"], "labels"],
    ["retry", ["retries", "timeout"], "retries"],
    ["SIMPEL", ["SIMPLE", "MUTUAL"], "SIMPLE"],
    ["colour", ["weight", "name"], undefined],
    ["trafficPolicies", ["trafficPolicy", "subsets"], "trafficPolicy"],
  ])("%s among %s is %s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});
