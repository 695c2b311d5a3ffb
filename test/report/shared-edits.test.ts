import { describe, expect, it } from "vitest";
import { blocksOf } from "../../src/report/blocks.ts";
import { change, networking } from "../support/study.ts";

const names = ["a", "b", "c", "d"];

describe("an edit that many objects share", () => {
  it.each([
    ["composed and decomposed letters", "caf\u00e9", "cafe\u0301"],
    ["white space at the end", "1.0.0", "1.0.0 "],
    ["a number and its text", "x", "1"],
  ])("is told with two sides that differ to the eye: %s", (_, before, after) => {
    const told = names.map((name) =>
      change(networking("VirtualService", name, { a: before }), networking("VirtualService", name, { a: after }), ["east"]),
    );
    const [shared] = blocksOf(told)[0]?.shared ?? [];
    expect(shared?.count).toBe(names.length);
    const [edit] = shared?.edits ?? [];
    expect(edit?.before?.normalize("NFKC")).not.toBe(edit?.after?.normalize("NFKC"));
    // Both in quotes or both bare: what differs is the text.
    expect(edit?.before?.startsWith('"')).toBe(edit?.after?.startsWith('"'));
  });
});
