import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validate } from "../../src/validate/index.ts";
import { inputOf } from "../support/validate-case.ts";

/** What is not known is not missing: a rule that speaks of something absent is silent when a part of the repository or of an install could not be read. */
const root = join(import.meta.dirname, "../stages/validate");

const aboutUnwritten = [
  "route-to-missing-subset",
  "route-from-missing-gateway",
  "subset-of-unknown-cluster",
  "subset-missing-in-destination-cluster",
  "mesh-network-of-unknown-cluster",
  "network-not-exposed",
  "network-without-gateway",
  "istiod-not-exposed",
  "istiod-revision-not-exposed",
  "waypoint-missing-in-cluster",
  "gateway-kind-missing",
  "removed-cluster-still-named",
  "network-gateway-removed",
];
const aboutUninstalled = [
  "webhook-without-service",
  "default-revision-missing",
  "no-injector",
  "network-without-gateway",
  "istiod-not-exposed",
  "gateway-kind-missing",
  "east-west-selector-matches-nothing",
  "istiod-revision-not-exposed",
  "network-gateway-removed",
  "east-west-gateway-without-network",
];

describe("a rule about something that nobody wrote", () => {
  it.each(aboutUnwritten)("%s is silent when a file could not be read", async (rule) => {
    const input = await inputOf(join(root, rule));
    expect(namesOf(validate(input))).toContain(rule);
    expect(namesOf(validate({ ...input, head: { ...input.head, unreadFiles: ["config/all/broken.yaml"] } }))).not.toContain(rule);
    expect(namesOf(validate({ ...input, head: { ...input.head, leftOut: ["north"] } }))).not.toContain(rule);
  });
});

describe("a rule about something that is not installed", () => {
  it.each(aboutUninstalled)("%s is silent when a chart did not render", async (rule) => {
    const input = await inputOf(join(root, rule));
    expect(namesOf(validate(input))).toContain(rule);
    const gap = { release: "istiod", stage: "install", why: "a template failed" } as const;
    const classes = input.desired.classes.map((owner) => ({ ...owner, gaps: [gap] }));
    expect(namesOf(validate({ ...input, desired: { ...input.desired, classes } }))).not.toContain(rule);
  });
});

describe("a rule that throws", () => {
  it("is a finding of its own and hides nobody else's", async () => {
    const input = await inputOf(join(root, "duplicate-cluster-name"));
    const origin = { kind: "derived", why: "the test says so" } as const;
    const broken = Object.defineProperty({}, "data", {
      get: () => {
        throw new TypeError("broken on purpose");
      },
    });
    const hostile = input.desired.classes.map((owner) => ({
      ...owner,
      manifests: [
        {
          id: { group: "", kind: "ConfigMap", namespace: "istio-system", name: "istio" },
          object: broken,
          origin,
          stage: "install" as const,
        },
      ],
    }));
    const names = namesOf(validate({ ...input, desired: { ...input.desired, classes: hostile } }));
    expect(names).toContain("rule-failed");
    expect(names).toContain("duplicate-cluster-name");
  });
});

function namesOf(findings: readonly { readonly rule: string }[]): readonly string[] {
  return findings.map(({ rule }) => rule);
}
