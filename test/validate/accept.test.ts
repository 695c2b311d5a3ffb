import { describe, expect, it } from "vitest";
import { finding } from "../../src/catalog/find.ts";
import type { Acceptance } from "../../src/model/repository.ts";
import { accept } from "../../src/validate/accept.ts";

const place = { file: "acceptances.yaml", line: 3, column: 5 };
const seen = finding("mesh-id-missing", {}, { clusters: ["east", "west"], source: { file: "mesh.yaml", line: 1, column: 1 } });
const noon = Date.parse("2026-11-23T12:00:00Z");

function acceptance(over: Partial<Acceptance>): Acceptance {
  return {
    rule: "mesh-id-missing",
    object: undefined,
    file: undefined,
    cluster: undefined,
    reason: "known",
    until: "2026-11-23",
    place,
    ...over,
  };
}

function shown(acceptances: readonly Acceptance[], at = noon): readonly string[] {
  return accept([seen], acceptances, at).map(({ rule, clusters, accepted }) =>
    `${rule} ${clusters.join("+")} ${accepted?.reason ?? "-"}`.trim(),
  );
}

describe("accept", () => {
  it("marks what matches, to the end of the last day", () => {
    expect(shown([acceptance({})])).toEqual(["mesh-id-missing east+west known"]);
    expect(shown([acceptance({})], Date.parse("2026-11-23T23:59:59Z"))).toEqual(["mesh-id-missing east+west known"]);
  });

  it("says when one ran out, and lets the finding count again", () => {
    expect(shown([acceptance({})], Date.parse("2026-11-24T00:00:00Z"))).toEqual(["mesh-id-missing east+west -", "acceptance-expired  -"]);
  });

  it("does not take a day that is none for one to come", () => {
    expect(shown([acceptance({ until: "soon" })])).toEqual(["mesh-id-missing east+west -", "acceptance-expired  -"]);
  });

  it("says when one matches nothing", () => {
    expect(shown([acceptance({ file: "other.yaml" })])).toEqual(["mesh-id-missing east+west -", "acceptance-unused  -"]);
  });

  it("leaves a rule that does not exist to whoever read the document", () => {
    expect(shown([acceptance({ rule: "mesh-id-misssing" })])).toEqual(["mesh-id-missing east+west -"]);
  });

  it("takes one cluster out of a finding about several", () => {
    expect(shown([acceptance({ cluster: "west" })])).toEqual(["mesh-id-missing west known", "mesh-id-missing east -"]);
  });
});
