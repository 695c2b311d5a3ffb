import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/index.ts";
import { holeOf, holesIn, holeText } from "../../src/model/hole.ts";
import { textAt } from "../../src/model/json.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import type { Mesh, Trust } from "../../src/model/mesh.ts";
import { plan } from "../../src/plan/index.ts";
import { certificates } from "../../src/render/certificates.ts";
import { viewOf } from "../../src/render/view.ts";
import { desired } from "../support/desired.ts";
import { cluster, mesh, repository } from "../support/study.ts";

type Phase = NonNullable<Trust["rotation"]>["phase"];

const east = cluster("east");

function meshIn(phase: Phase | undefined): Mesh {
  const whole = mesh([east]);
  const signer = { kind: "command", command: ["./sign.sh"] } as const;
  return { ...whole, trust: { ...whole.trust, signer, rotation: phase && { to: "root-b", phase } } };
}

/** What one cluster should hold of `cacerts` while the document says so. */
function stateIn(phase: Phase | undefined) {
  const manifests = certificates(viewOf(meshIn(phase), east, true)).map(
    ({ object }): Manifest => ({
      id: { group: "", kind: "Secret", namespace: "istio-system", name: "cacerts" },
      object,
      origin: { kind: "derived", why: "" },
      stage: "certificates",
    }),
  );
  return desired({ east: manifests });
}

/** Each step of a rotation: the plan of the change between two documents. */
function between(was: Phase | undefined, now: Phase | undefined) {
  const [before, after] = [stateIn(was), stateIn(now)];
  const [base, head] = [meshIn(was), meshIn(now)].map((each) => repository({ mesh: each }));
  return plan({ base, head: head ?? repository(), desired: after, baseline: before, changes: diff(after, before) });
}

describe("a phase of a root rotation", () => {
  it.each([
    [undefined, "distribute", undefined],
    ["distribute", "switch", /a new intermediate is signed/u],
    ["switch", "retire", /the old root is dropped/u],
  ] as const)("from %s to %s is a step of its own, with what cannot be undone", (was, now, irreversible) => {
    const { steps } = between(was, now);
    expect(steps.map(({ kind, clusters }) => ({ kind, clusters }))).toEqual([{ kind: "certificates", clusters: ["east"] }]);
    if (irreversible === undefined) expect(steps[0]?.irreversible).toBeUndefined();
    else expect(steps[0]?.irreversible).toMatch(irreversible);
  });

  it("is not there once the document no longer speaks of it", () => {
    expect(between("retire", undefined).steps).toEqual([]);
  });

  it("gives other digests, so that the approval of one phase is not one of the next", () => {
    const digests = ([undefined, "distribute", "switch", "retire"] as const).map((phase) => between(undefined, phase).digest.plan);
    expect(new Set(digests).size).toBe(3);
  });

  it("stands in a hole that is read back as it was written", () => {
    const manifest = stateIn("switch").classes[0]?.manifests[0];
    const text = textAt(manifest?.object ?? {}, "stringData", "root-cert.pem") ?? "";
    expect(text).toBe("⟦root-cert of east, root-b first⟧");
    expect(holesIn(text).map((each) => holeText(holeOf(each) ?? { kind: "api-server-url", cluster: "none" }))).toEqual([text]);
  });
});
