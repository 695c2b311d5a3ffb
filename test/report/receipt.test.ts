import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { Applied } from "../../src/model/apply.ts";
import type { Check } from "../../src/model/health.ts";
import type { Outcome, Run, Verdict } from "../../src/model/outcome.ts";
import { receipt } from "../../src/report/index.ts";
import { cluster, mesh, repository, study } from "../support/study.ts";

const links = { page: "https://github.com/shop/mesh/actions/runs/77", asked: "https://github.com/shop/mesh/pull/412#issuecomment-9" };
const identity = { id: "20261123T100000Z-abcdef", by: "ana on #412 (run 77/1)", planDigest: "0".repeat(64), commit: undefined };
const why = problem("not-ready", {
  what: "Deployment istiod",
  cluster: "west",
  seconds: 300,
  seen: "0 of 1 replicas",
  remedy: "Look at it.",
});

function outcome(name: string, verdict: Verdict, writes: readonly ("configured" | "deleted" | "unchanged")[] = ["configured"]): Outcome {
  const id = { group: "", kind: "ConfigMap", namespace: "shop", name: "a" };
  return { step: `${name}/config`, clusters: [name], verdict, writes: writes.map((result) => ({ cluster: name, id, result })) };
}

function applied(run: Partial<Run>, more: { checks?: readonly Check["verdict"][]; hasWayBack?: boolean } = {}): Applied {
  const head = repository({ mesh: mesh(["east", "west", "eu"].map((name) => cluster(name))) });
  const wayBack = { kind: "known", to: identity, plan: study().plan, errors: 0 } as const;
  const live = {
    survey: { at: 0, clusters: new Map() },
    unmet: [],
    drift: [],
    adoptions: { objects: [], releases: [] },
    ...(more.hasWayBack === true ? { wayBack } : {}),
  };
  const checks = (more.checks ?? []).map((verdict) => ({
    name: "roots-equal",
    cluster: "east",
    peer: undefined,
    verdict,
    observed: "",
    remedy: undefined,
  }));
  return {
    study: { ...study(), head, live },
    identity,
    refusals: [],
    run: { identity, startedAt: 0, endedAt: 843_000, outcomes: [], refused: new Map(), ...run },
    health: more.checks === undefined ? undefined : { at: 0, checks },
  };
}

const digest = `\`${study().plan.digest.plan.slice(0, 8)}\``;
const done: Verdict = { kind: "done" };
const end = `<sub>[answer](${links.asked}) · [run](${links.page})</sub>\n`;

describe("the receipt of a run", () => {
  it("says what was done where, whether the mesh works, and how it goes back", () => {
    const outcomes = [outcome("east", done), outcome("west", done, ["deleted", "unchanged"])];
    expect(receipt(applied({ outcomes }, { checks: ["passed", "passed"], hasWayBack: true }), links)).toBe(
      `**Applied** ${digest} to \`east\` and \`west\`: 1 object written, 1 deleted in 14m 03s. The mesh works: 2 checks passed. \`/rollback\` leads back. ${end}`,
    );
  });

  it("does not call a mesh sound of which something failed, or could not be seen", () => {
    const outcomes = [outcome("east", done)];
    expect(receipt(applied({ outcomes }, { checks: ["passed", "failed", "unknown"] }), links)).toContain(
      "**The mesh does not work as it should:** 1 check failed.",
    );
    expect(receipt(applied({ outcomes }, { checks: ["passed", "unknown"] }), links)).toContain("1 thing could not be seen.");
  });

  it("says what stands in the way, and that it can go on", () => {
    const outcomes = [
      outcome("east", done),
      outcome("west", { kind: "not-ready", why }),
      outcome("eu", { kind: "blocked", by: ["west/config"] }, []),
    ];
    const text = receipt(applied({ outcomes, endedAt: 41_000 }), links) ?? "";
    expect(text).toContain(
      `**Did not get through:** ${digest}: 1 of 3 steps passed; 2 objects written in 41s. \`west/config\` is not ready: `,
    );
    expect(text).toContain("0 of 1 replicas");
    expect(text).toContain("`/resume` goes on from there.");
    expect(text).not.toContain("Applied");
  });

  it.each([
    ["pause", "**Paused**"],
    ["cancel", "**Cancelled**"],
  ] as const)("names who asked for a %s", (kind, word) => {
    const stopSign = { kind, by: "ben", reason: "@everyone `look`\n/apply" };
    const text = receipt(applied({ outcomes: [outcome("east", { kind: "stopped" }, [])], stopSign }), links) ?? "";
    expect(text).toContain(`${word} ${digest}: 0 of 1 step passed`);
    // What a person gave as the reason is code: it commands nobody and calls nobody.
    expect(text).toContain("`ben` asked for it: ``@everyone `look` /apply``.");
  });

  it("of nothing done, of a refusal and of a rehearsal is none", () => {
    expect(receipt(applied({}), links)).toBeUndefined();
    expect(receipt({ ...applied({}), run: undefined }, links)).toBeUndefined();
    expect(receipt(applied({ outcomes: [outcome("east", { kind: "rehearsed" })] }), links)).toBeUndefined();
  });
});
