import { describe, expect, it } from "vitest";
import { wavesOf } from "../../src/plan/index.ts";
import { cluster, mesh } from "../support/study.ts";

const names = ["east", "west", "north", "eu"];
const plain = mesh(names.map((name) => cluster(name)));
const forth = { ...plain, rollout: { ...plain.rollout, waves: [["east"], ["west", "north"]] } };
const numbers = (of: ReadonlyMap<string, number>) => Object.fromEntries(of);

describe("the waves of a way back", () => {
  it("are those of the way there, the last one first", () => {
    expect(numbers(wavesOf(forth))).toEqual({ east: 1, west: 2, north: 2, eu: 3 });
    expect(numbers(wavesOf(forth, { isBack: true }))).toEqual({ east: 3, west: 2, north: 2, eu: 1 });
  });

  it("begin with 1 where every cluster is named, and are one where nothing is", () => {
    const all = { ...forth, rollout: { ...forth.rollout, waves: [["east"], ["west", "north", "eu"]] } };
    expect(numbers(wavesOf(all, { isBack: true }))).toEqual({ east: 2, west: 1, north: 1, eu: 1 });
    expect(new Set(wavesOf(plain, { isBack: true }).values())).toEqual(new Set([1]));
  });

  it("never put a remote before the cluster that serves it", () => {
    const served = {
      ...forth,
      clusters: forth.clusters.map((one) => (one.name === "eu" ? { ...one, role: "remote" as const, primary: "east" } : one)),
    };
    expect(numbers(wavesOf(served, { isBack: true }))).toMatchObject({ east: 3, eu: 3 });
  });
});
