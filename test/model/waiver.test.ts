import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import type { DigestTree } from "../../src/model/plan.ts";
import { idleWaivers, waivable, withWaivers } from "../../src/model/waiver.ts";

const finding: Finding = {
  rule: "some-rule",
  severity: "error",
  layer: "mesh",
  message: "It is so.",
  remedy: "Change it.",
  object: { apiVersion: "v1", kind: "Service", namespace: "shop", name: "checkout" },
  source: { file: "config/all/a.yaml", line: 3, column: 1 },
  clusters: ["east"],
  refs: [],
  accepted: undefined,
};
const digest: DigestTree = {
  plan: "p",
  clusters: new Map([
    ["east", "e1"],
    ["west", "w1"],
  ]),
};
const waiver = { rule: "some-rule", findings: [waivable(finding, digest)], reason: "known", by: "ana", until: "2026-11-30" };
const marked = (one: Finding, change: { readonly digest?: DigestTree; readonly at?: number } = {}) =>
  withWaivers([one], { waivers: [waiver], digest, at: Date.UTC(2026, 10, 30, 23, 59), ...change })[0]?.accepted;

describe("a waiver", () => {
  it("covers the finding it was given for, to the end of its day, also where only lines moved or another cluster changed", () => {
    const accepted = { reason: "known", until: "2026-11-30", by: { login: "ana" } };
    expect(marked(finding)).toEqual(accepted);
    expect(marked({ ...finding, source: { file: "config/all/a.yaml", line: 9, column: 1 } })).toEqual(accepted);
    expect(
      marked(finding, {
        digest: {
          plan: "q",
          clusters: new Map([
            ["east", "e1"],
            ["west", "w2"],
          ]),
        },
      }),
    ).toEqual(accepted);
    expect(marked(finding, { at: Date.UTC(2026, 11, 1) })).toBeUndefined();
  });

  it("covers nothing else: another saying, object or cluster, or a cluster that would get something else", () => {
    expect(marked({ ...finding, message: "It is worse." })).toBeUndefined();
    expect(marked({ ...finding, rule: "other-rule" })).toBeUndefined();
    expect(marked({ ...finding, clusters: ["east", "west"] })).toBeUndefined();
    expect(marked(finding, { digest: { plan: "p", clusters: new Map([["east", "e2"]]) } })).toBeUndefined();
  });

  it("that covers nothing while its rule still counts is told; one that holds, or whose rule finds nothing any more, is not", () => {
    const after = (one: Finding, tree = digest) => withWaivers([one], { waivers: [waiver], digest: tree, at: Date.UTC(2026, 10, 30) });
    expect(idleWaivers(after(finding), [waiver])).toEqual([]);
    expect(idleWaivers([], [waiver])).toEqual([]);
    expect(idleWaivers(after({ ...finding, severity: "info", message: "Other." }), [waiver])).toEqual([]);
    expect(idleWaivers(after(finding, { plan: "p", clusters: new Map([["east", "e2"]]) }), [waiver])).toEqual([waiver]);
  });
});
