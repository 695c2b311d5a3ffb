import { describe, expect, it } from "vitest";
import type { LiveStudy, Permit } from "../../src/model/apply.ts";
import type { Plan } from "../../src/model/plan.ts";
import { reasonsNotToApply } from "../../src/plan/index.ts";
import { cluster, mesh, repository, step, study } from "../support/study.ts";

const digests = (plan: string, clusters: Readonly<Record<string, string>>) => ({ plan, clusters: new Map(Object.entries(clusters)) });

/** What the clusters need: `plan`; what the change is: `change`. */
function live({ plan, change }: { readonly plan: Partial<Plan>; readonly change: LiveStudy["live"]["change"] }): LiveStudy {
  const whole = { ...study().plan, steps: [step("east/config"), step("west/config")], ...plan };
  const head = repository({ mesh: mesh([cluster("east"), cluster("west")]) });
  const seen = { survey: { at: 0, clusters: new Map() }, unmet: [], drift: [], adoptions: { objects: [], releases: [] } };
  return { ...study(), head, plan: whole, live: { ...seen, ...(change === undefined ? {} : { change }) } };
}

const permit = (approvedClusters?: Readonly<Record<string, string>>, confirmedDeletions?: number): Permit => ({
  trigger: "command",
  confirmedDeletions,
  force: false,
  snapshotCharts: true,
  approved: undefined,
  ...(approvedClusters === undefined ? {} : { approvedClusters: new Map(Object.entries(approvedClusters)) }),
});

const change = { digest: digests("p", { east: "e1e1e1e1e1", west: "w1w1w1w1w1" }), deletions: new Map([["west", 1]]) };
const codes = (study: LiveStudy, given: Permit) => reasonsNotToApply(study, given).map(({ code, text }) => `${code}: ${text}`);

describe("an apply of what was approved", () => {
  it("begins when every cluster it touches has the digest that was approved there", () => {
    const asked = live({ plan: {}, change });
    expect(codes(asked, permit({ east: "e1e1e1e1e1", west: "w1w1w1w1w1" }))).toEqual([]);
    expect(codes(asked, permit())).toEqual([]);
  });

  it("does not for one that changed since, or that nobody approved; what it does not touch does not matter", () => {
    const asked = live({ plan: {}, change });
    expect(codes(asked, permit({ east: "e0e0e0e0e0" }))).toEqual([
      "plan_changed: east: what would be done is `e1e1e1e1`, and `e0e0e0e0` was approved.",
      "plan_changed: west: what would be done is `w1w1w1w1`, and nothing was approved there.",
    ]);
    const part = live({ plan: { steps: [step("east/config")] }, change });
    expect(codes(part, permit({ east: "e1e1e1e1e1" }))).toEqual([]);
  });

  it("deletes nothing that the approved change does not delete, unless exactly that is confirmed", () => {
    const all = { east: "e1e1e1e1e1", west: "w1w1w1w1w1" };
    const asked = live({ plan: { deletions: new Map([["west", 3]]) }, change });
    expect(codes(asked, permit(all))).toEqual([
      "prune_unconfirmed: west: 3 would be deleted, and the approved change deletes 1: the cluster holds more than Git had.",
    ]);
    expect(codes(asked, permit(all, 2))).toHaveLength(1);
    expect(codes(asked, permit(all, 3))).toEqual([]);
    expect(codes(live({ plan: { deletions: new Map([["west", 1]]) }, change }), permit(all))).toEqual([]);
  });

  it("says what the part that was asked for waits for, when nothing of it can be done", () => {
    const heldBack = [{ step: "west/config", clusters: ["west"], waitsFor: ["east/config"] }];
    expect(codes(live({ plan: { steps: [], heldBack }, change }), permit())).toEqual([
      "waits_for_others: `west/config` comes after `east/config`, which you left out.",
    ]);
    expect(codes(live({ plan: { steps: [step("west/istiod")], heldBack }, change }), permit())).toEqual([]);
  });
});
