import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { Applied, WayBack } from "../../src/model/apply.ts";
import type { Outcome, Run } from "../../src/model/outcome.ts";
import { appliedChapters, appliedJson, chaptersMarkdown, chaptersText } from "../../src/report/index.ts";
import { repository, study } from "../support/study.ts";

/** What an apply tells when things went another way than planned: nothing that the run noticed may be lost on its way to a reader. */

const identity = { id: "20261123T101500Z-3f2a9c", by: "alice on laptop", planDigest: "d".repeat(64), commit: "a".repeat(40) };
const checkout = { group: "networking.istio.io", kind: "VirtualService", namespace: "shop", name: "checkout" };
const refusal = problem("object-refused", { cluster: "east", object: "VirtualService shop/checkout", why: "spec.http: Required value" });

function applied(run: Partial<Run>, wayBack?: WayBack): Applied {
  const live = { survey: { at: 0, clusters: new Map() }, unmet: [], drift: [], adoptions: { objects: [], releases: [] } };
  return {
    study: { ...study(), live: { ...live, ...(wayBack === undefined ? {} : { wayBack }) } },
    identity,
    refusals: [],
    run: { identity, startedAt: 0, endedAt: 2000, outcomes: [], refused: new Map(), ...run },
    health: undefined,
  };
}

function outcome(step: string, verdict: Outcome["verdict"], notes: readonly string[] = []): Outcome {
  return { step, clusters: [step.split("/")[0] ?? ""], verdict, writes: [], ...(notes.length === 0 ? {} : { notes }) };
}

/** Without the marks of code. */
const text = (given: Applied): string => chaptersText(appliedChapters(given), { colour: false, width: 200 }).replaceAll("`", "");

describe("an apply tells", () => {
  it("every object that a dry run refused, in every cluster, not only the first of a step", () => {
    const rehearsal = ["east", "west"].flatMap((cluster) =>
      ["checkout", "cart"].map((name) => ({ step: `${cluster}/config`, cluster, id: { ...checkout, name }, why: refusal })),
    );
    const outcomes = [
      outcome("east/config", { kind: "failed", why: refusal }),
      outcome("eu/config", { kind: "blocked", by: ["east/config"] }),
    ];
    const given = applied({ outcomes, rehearsal });
    expect(text(given)).toContain("Nothing was written: 4 objects were refused in a dry run");
    for (const name of ["checkout", "cart"]) expect(text(given)).toMatch(new RegExp(`VirtualService shop/${name} in east and west: `, "u"));
    expect(JSON.parse(appliedJson(given)).rehearsal).toHaveLength(4);
  });

  it("what a step noticed, be it in the plan or not", () => {
    const noted = "VirtualService shop/checkout in east could not be looked at: no permission.";
    const outcomes = [
      outcome("east/adopt", { kind: "done" }),
      outcome("east/config", { kind: "done" }, [noted]),
      outcome("east/istiod-old", { kind: "done" }),
    ];
    const given = applied({ outcomes });
    expect(text(given)).toContain(`east/config: ${noted}`);
    expect(text(given)).toContain("east: 3 of 3 steps");
    expect(chaptersMarkdown(appliedChapters(given))).toContain("could not be looked at");
    expect(JSON.parse(appliedJson(given)).outcomes.map((each: { readonly notes: readonly string[] }) => each.notes)).toEqual([
      [],
      [noted],
      [],
    ]);
  });

  it("how a cluster that left and could not be cleaned is cleaned later, and is silent of one that was", () => {
    const before = { ...repository(), tree: { ...repository().tree, commit: "b".repeat(40) } };
    const outcomes = [outcome("east/remote-secret/west", { kind: "done" }), outcome("eu/prune", { kind: "done" })];
    const refused = new Map([["west", problem("cluster-unreachable", { cluster: "west", url: "https://west", why: "ETIMEDOUT" })]]);
    const given = applied({ outcomes, refused });
    const clusters = { added: [], removed: ["eu", "west"] };
    const told = text({ ...given, study: { ...given.study, base: before, changes: { ...given.study.changes, clusters } } });
    expect(told).toContain("west still holds what Isthmus wrote there");
    expect(told).toContain(`isthmus apply --base ${"b".repeat(12)} cleans it`);
    expect(told).not.toContain("eu still holds");
    expect(text(given)).not.toContain("Left the mesh");
  });

  it("that it settled what a dead run had left, though nothing else was to do", () => {
    const given = applied({ settled: ["east", "west"] });
    expect(text(given)).toContain("Nothing to do");
    expect(text(given)).toContain("east and west: an earlier run had ended in the middle");
    expect(JSON.parse(appliedJson(given))).toMatchObject({ verdict: "done", settledClusters: ["east", "west"] });
  });

  it("where the way back leads, what stays there and what stands against it", () => {
    const { plan } = study();
    const kept = [{ id: { group: "", kind: "Namespace", namespace: "", name: "later" }, clusters: ["east"] }];
    const wayBack: WayBack = { kind: "known", to: identity, plan: { ...plan, kept, deletions: new Map([["east", 2]]) }, errors: 1 };
    const given = applied({ outcomes: [outcome("east/config", { kind: "done" })] }, wayBack);
    expect(text(given)).toContain(`isthmus rollback leads to ${"a".repeat(12)}`);
    expect(text(given)).toContain("2 deletions");
    expect(text(given)).toContain("Stays when going back, because Isthmus never deletes it: Namespace later");
    expect(text(given)).toContain("1 finding of severity error stands against it");
    const unknown = applied(
      { outcomes: [outcome("east/config", { kind: "done" })] },
      { kind: "unknown", to: identity, why: "the clone is too shallow" },
    );
    expect(text(unknown)).toContain("is unknown: the clone is too shallow");
  });
});
