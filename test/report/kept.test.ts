import { describe, expect, it } from "vitest";
import { checkRuns, comment, json, page, report, text } from "../../src/report/index.ts";
import { change, changes, manifest, networking, plan, study } from "../support/study.ts";

const stays = change(manifest("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n"), undefined, ["east", "eu"]);
const goes = change(networking("VirtualService", "gone", {}), undefined, ["east"]);
const told = report(
  study({
    changes: changes([stays, goes]),
    plan: plan({ kept: [{ id: stays.id, clusters: ["east", "eu"] }] }),
  }),
);

describe("an object that the plan keeps", () => {
  it("is counted as kept everywhere, and as deleted nowhere", () => {
    expect(told.totals).toMatchObject({ objects: 1, delete: 1, kept: 1, writes: 1, clusters: 1 });
    expect(told.deletions.map(({ id }) => id.kind)).toEqual(["VirtualService"]);
    const written = comment(told);
    expect(written).toContain("1 deleted object, 1 kept");
    expect(written).toContain("**1 deletion in 1 cluster**");
    expect(checkRuns(told)[0]?.title).toContain("1 deleted object, 1 kept");
    expect(text(told, { colour: false, width: 100 })).toMatch(/= Namespace shop/u);
    expect(page(told)).toContain("📌 1");
    expect(JSON.parse(json(told))).toMatchObject({ totals: { delete: 1, kept: 1 }, plan: { kept: [{ clusters: ["east", "eu"] }] } });
  });

  it("is shown by its name only", () => {
    expect(told.blocks.flatMap((block) => block.entries).filter((entry) => entry.kind === "kept")).toMatchObject([{ body: [] }]);
  });
});
