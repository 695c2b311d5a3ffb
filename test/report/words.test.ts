import { describe, expect, it } from "vitest";
import type { Change } from "../../src/model/change.ts";
import type { Trust } from "../../src/model/mesh.ts";
import type { Study } from "../../src/model/study.ts";
import { comment, report, text } from "../../src/report/index.ts";
import { plainText } from "../../src/report/rich.ts";
import { change, changes, cluster, eastWest, fromChart, manifest, mesh, repository, study } from "../support/study.ts";

const sentences = (given: Study): readonly string[] => report(given).words.map(plainText);
const [east, west] = [cluster("east"), cluster("west")];

const policy = (name: string, action: string, namespace = "shop") =>
  manifest(`apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: { action: ${action}, rules: [{ to: [{ operation: { methods: [GET] } }] }] }`);

/** A study in which both clusters hold these objects after the change. */
function left(change: Change, objects: readonly ReturnType<typeof manifest>[]): Study {
  const whole = study({ clusters: [east, west], changes: changes([change]) });
  const classes = [{ members: ["east", "west"], manifests: objects, symbols: new Map(), releases: [], gaps: [] }];
  return { ...whole, desired: { ...whole.desired, classes }, baseline: { ...whole.desired, classes } };
}

describe("an ALLOW policy", () => {
  const gone = change(policy("readers", "ALLOW"), undefined, ["east", "west"]);

  it("that was the last of its namespace opens it, and the heading says so", () => {
    const given = left(gone, [policy("no-admin", "DENY"), policy("elsewhere", "ALLOW", "payments")]);
    expect(sentences(given)[0]).toContain("the last ALLOW policy in Git there: unless a DENY policy names it, everything is allowed");
    expect(comment(report(given)).split("\n")[1]).toContain("no errors, no warnings · ⚠️ security gets looser");
    expect(comment(report(given)).split("\n")[1]).not.toContain("✅");
  });

  it.each([
    ["in its namespace", policy("writers", "ALLOW")],
    ["in the root namespace", policy("all", "ALLOW", "istio-system")],
  ])("beside another one %s is told with both ends", (_, other) => {
    const given = left(gone, [other]);
    expect(sentences(given)[0]).toContain(
      "what it allowed is denied if other ALLOW policies remain; if it was the last, everything is allowed",
    );
    expect(comment(report(given)).split("\n")[1]).toContain("✅");
  });

  it("that is the first of its namespace closes it", () => {
    const given = left(change(undefined, policy("readers", "ALLOW"), ["east"]), []);
    expect(sentences(given)[0]).toMatch(
      /^Tighter: new .* is the first that allows in namespace `shop`: what its rules do not name is denied/u,
    );
  });
});

describe("a gateway that goes", () => {
  it("is told as one thing, not as a name that no longer resolves", () => {
    const service = manifest("apiVersion: v1\nkind: Service\nmetadata: { name: istio-eastwestgateway, namespace: istio-system }", {
      origin: fromChart("gateway"),
    });
    const given = study({
      clusters: [{ ...east, gateways: [] }, west],
      baseClusters: [{ ...east, gateways: [eastWest()] }, west],
      changes: changes([change(service, undefined, ["east"])]),
    });
    expect(sentences(given)).toContain("The east-west gateway `istio-system/istio-eastwestgateway` is removed in `east`.");
    expect(sentences(given).join()).not.toContain("no longer resolves");
  });
});

describe("a phase of a root rotation", () => {
  const rotating = (phase: NonNullable<Trust["rotation"]>["phase"]) => {
    const whole = mesh([east, west]);
    return repository({ mesh: { ...whole, trust: { ...whole.trust, rotation: { to: "root-b", phase } } } });
  };

  it("says what it does to who trusts whom, also where no object changes", () => {
    const given = { ...study({ clusters: [east, west] }), base: rotating("switch"), head: rotating("retire") };
    expect(sentences(given)[0]).toContain("every cluster stops trusting the old root");
    expect(comment(report(given))).toContain("**No object changes in any cluster**, but:\n\n- The rotation to root");
    expect(text(report(given), { colour: false, width: 200 })).toContain(
      "No object changes in any cluster, but:\n  • The rotation to root",
    );
  });
});
