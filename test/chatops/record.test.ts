import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvalsFrom, planAt, type RecordedPlan, type Review, recordFrom, recordJson } from "../../src/chatops/index.ts";
import { notApproved } from "../../src/chatops/requirements/approval.ts";
import { fine } from "./asked.ts";

/** Approvals are held to what they are for: the digests that the reviewer saw. Seconds stand for time; GitHub tells no finer one. */

const second = 1000;
const names = ["east", "eu", "west"];

/** A record of a plan for a commit: the digest of each cluster it changes. */
function record(head: string, at: number, digests: Readonly<Record<string, string>>): RecordedPlan {
  const clusters = new Map(Object.entries(digests).map(([name, digest]) => [name, { digest, deletions: 0 }]));
  const plan = { digest: Object.values(digests).join("+"), head, base: "base", clusters, errors: 0 };
  return { repository: "shop/mesh", pull: 7, folder: "", plan, at: at * second };
}

function review(login: string, commit: string, at: number, verdict: Review["verdict"] = "approved"): Review {
  return { login, commit, at: at * second, verdict };
}

function byCommit(records: readonly RecordedPlan[]): ReadonlyMap<string, readonly RecordedPlan[]> {
  return Map.groupBy(records, ({ plan }) => plan.head);
}

const may = new Map([
  ["ben", "write"],
  ["dee", "write"],
] as const);

/** Clusters of the plan that lack an approval. */
function lacking(current: RecordedPlan, reviews: readonly Review[], records: readonly RecordedPlan[]): readonly string[] {
  const approvals = approvalsFrom(reviews, byCommit(records), may);
  return [...current.plan.clusters.keys()].filter(
    (cluster) => notApproved([cluster], { ...fine, approvals, plan: current.plan }).length > 0,
  );
}

const digests = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom("a", "b", "c")])));

describe("an approval", () => {
  it("holds through any number of equal plans, of other commits too", () => {
    fc.assert(
      fc.property(digests, fc.array(fc.nat({ max: 5 }), { maxLength: 8 }), (of, commits) => {
        const records = [record("c0", 1, of), ...commits.map((commit, index) => record(`c${commit}`, 10 + index, of))];
        expect(lacking(records.at(-1) ?? record("c0", 1, of), [review("ben", "c0", 5)], records)).toEqual([]);
      }),
    );
  });

  it("falls for exactly the clusters whose plan is another one now", () => {
    fc.assert(
      fc.property(digests, digests, (before, after) => {
        const records = [record("c0", 1, before), record("c1", 10, after)];
        const changed = names.filter((name) => before[name] !== after[name]);
        expect(lacking(record("c1", 10, after), [review("ben", "c0", 5)], records)).toEqual(changed);
      }),
    );
  });

  it("never stands for anything but what was there before the second it was given in", () => {
    const moves = fc.array(fc.record({ commit: fc.constantFrom("c0", "c1"), at: fc.nat({ max: 20 }), of: digests }), { maxLength: 10 });
    fc.assert(
      fc.property(moves, fc.constantFrom("c0", "c1"), fc.nat({ max: 20 }), (plans, commit, at) => {
        const records = plans.map((plan) => record(plan.commit, plan.at, plan.of)).sort((a, b) => a.at - b.at);
        const [approval] = approvalsFrom([review("ben", commit, at)], byCommit(records), may);
        // Said again in the plainest way: walk through the seconds and remember the last plan of that commit.
        let seen: RecordedPlan | undefined;
        for (const one of records) if (one.plan.head === commit && one.at < at * second) seen = one;
        expect(Object.fromEntries(approval?.clusters ?? [])).toEqual(
          Object.fromEntries([...(seen?.plan.clusters ?? [])].map(([name, { digest }]) => [name, digest])),
        );
      }),
    );
  });

  it("of a commit whose plan came later stands for nothing, and is still of its commit", () => {
    const records = [record("c0", 5, { east: "a" })];
    const [approval] = approvalsFrom([review("ben", "c0", 5)], byCommit(records), may);
    expect(approval).toEqual({ login: "ben", permission: "write", head: "c0", clusters: new Map() });
  });

  it("is only what approves, and counts for nobody who may not be asked", () => {
    const records = [record("c0", 1, { east: "a" })];
    const reviews = [review("ben", "c0", 5, "refused"), review("dee", "c0", 5, "withdrawn"), review("eve", "c0", 5)];
    expect(approvalsFrom(reviews, byCommit(records), may)).toMatchObject([{ login: "eve", permission: "none" }]);
    expect(lacking(record("c0", 1, { east: "a" }), reviews, records)).toEqual(["east"]);
  });

  it("is no approval of the same digest in another cluster", () => {
    const records = [record("c0", 1, { east: "a" }), record("c1", 10, { west: "a" })];
    expect(lacking(record("c1", 10, { west: "a" }), [review("ben", "c0", 5)], records)).toEqual(["west"]);
  });
});

describe("the plan that was current", () => {
  it("is the newest that was there before that second", () => {
    const records = [record("c0", 1, { east: "a" }), record("c0", 3, { east: "b" })];
    const at = (time: number) => planAt(records, time)?.plan.clusters.get("east")?.digest;
    expect([at(999), at(1000), at(1999), at(2000), at(3999), at(4000)]).toEqual([undefined, undefined, undefined, "a", "a", "b"]);
  });
});

describe("a record as data", () => {
  it("comes back as it was", () => {
    const text = fc.string({ maxLength: 12 });
    const clusters = fc.array(fc.tuple(text, fc.record({ digest: text, deletions: fc.nat() })), { maxLength: 5 });
    fc.assert(
      fc.property(
        text,
        text,
        fc.nat(),
        fc.record({ digest: text, head: text, base: text, errors: fc.nat(), clusters }),
        (repository, folder, pull, plan) => {
          const given = { repository, pull, folder, plan: { ...plan, clusters: new Map(plan.clusters) } };
          expect(recordFrom(JSON.parse(JSON.stringify(recordJson(given))))).toEqual(given);
        },
      ),
    );
  });

  it("is nothing that lacks a part or has one of another kind", () => {
    const whole = recordJson(record("c0", 1, { east: "a" }));
    for (const part of Object.keys(whole)) {
      expect(recordFrom({ ...whole, [part]: undefined }), part).toBeUndefined();
      expect(recordFrom({ ...whole, [part]: { odd: true } }), part).toBeUndefined();
    }
    for (const clusters of [["east"], [["east", "a"]], [["east", 1, 1]], [["east", "a", "1"]]])
      expect(recordFrom({ ...whole, clusters })).toBeUndefined();
    expect(recordFrom(null)).toBeUndefined();
  });
});
