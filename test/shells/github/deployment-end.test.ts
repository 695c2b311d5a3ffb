import { expect, it } from "vitest";
import { problem } from "../../../src/catalog/problem.ts";
import type { Applied } from "../../../src/model/apply.ts";
import type { Check, Health } from "../../../src/model/health.ts";
import type { Verdict } from "../../../src/model/outcome.ts";
import { endOf } from "../../../src/shells/github/deployment-end.ts";
import { study } from "../../support/study.ts";

const why = problem("not-ready", { what: "Deployment istiod", cluster: "east", seconds: 300, seen: "0 of 1 replicas", remedy: "" });
const passed: Verdict = { kind: "done" };

function end(verdicts: Readonly<Record<string, Verdict>>, checks: readonly Partial<Check>[] = []) {
  const outcomes = Object.entries(verdicts).map(([step, verdict]) => ({ step, clusters: [step.split("/")[0] ?? ""], verdict, writes: [] }));
  const identity = { id: "run", by: "a test", planDigest: "", commit: undefined };
  const seen = checks.map((check): Check => ({ ...blank, ...check }));
  const health: Health | undefined = checks.length === 0 ? undefined : { at: 0, checks: seen };
  const live = { survey: { at: 0, clusters: new Map() }, unmet: [], drift: [], adoptions: { objects: [], releases: [] } };
  const run = { identity, startedAt: 0, endedAt: 0, outcomes, refused: new Map() };
  const applied: Applied = { study: { ...study(), live }, identity, refusals: [], run, health };
  return endOf(applied, "east");
}

const blank: Check = { name: "clusters-synced", cluster: "east", peer: undefined, verdict: "passed", observed: "", remedy: undefined };

it("is a success when every step of the cluster passed, whatever became of the others", () => {
  expect(end({ "east/base": passed, "east/istiod": { kind: "unchanged" }, "west/base": { kind: "failed", why } })).toEqual({
    state: "success",
    description: "2 steps passed",
  });
});

it("is a failure at the step that failed, not at one that waits for it", () => {
  const { state, description } = end({
    "east/base": passed,
    "east/config": { kind: "blocked", by: ["east/istiod"] },
    "east/istiod": { kind: "not-ready", why },
  });
  expect([state, description]).toEqual(["failure", expect.stringMatching(/^east\/istiod is not ready: .*0 of 1 replicas/u)]);
});

it("says that a stopped run goes on", () => {
  expect(end({ "east/base": passed, "east/istiod": { kind: "stopped" } })).toEqual({
    state: "error",
    description: "Stopped before east/istiod: 1 of 2 steps passed; the next run goes on from there",
  });
});

it("is no success when the mesh was seen not to work there", () => {
  const check = { verdict: "failed", observed: "istiod does not see west." } as const;
  expect(end({ "east/base": passed }, [check])).toEqual({
    state: "failure",
    description: "All written, but clusters-synced failed: istiod does not see west.",
  });
  expect(end({ "east/base": passed }, [{ ...check, cluster: "west" }]).state).toBe("success");
});

it("says how much could not be seen", () => {
  expect(end({ "east/base": passed }, [{ verdict: "unknown" }, {}]).description).toBe("1 step passed; 1 of 2 checks could not be made");
});

it("is never longer than GitHub takes, and cuts no character in half", () => {
  const long = problem("not-ready", { what: "🧭".repeat(200), cluster: "east", seconds: 1, seen: "", remedy: "" });
  const { description } = end({ "east/istiod": { kind: "failed", why: long } });
  expect([...description]).toHaveLength(140);
  expect(description).toMatch(/🧭…$/u);
});
