import { describe, expect, it } from "vitest";
import { contains, overlap } from "../../src/validate/facts/ranges.ts";

describe("ranges", () => {
  it.each([
    ["10.1.0.0/16", "10.1.128.0/20", true],
    ["10.1.0.0/16", "10.2.0.0/16", false],
    ["0.0.0.0/0", "192.0.2.1", true],
    ["2001:db8::/32", "2001:db8:ffff::1", true],
    ["2001:db8::/32", "2001:db9::/32", false],
    ["::/0", "10.0.0.0/8", false],
    ["10.0.0.0/33", "10.0.0.0/8", false],
    ["10.0.0/8", "10.0.0.0/8", false],
    ["::1::2", "::/0", false],
  ])("%s and %s share an address: %s", (a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });

  it("contains only when every address lies inside", () => {
    expect(contains("10.1.0.0/16", "10.1.128.0/20")).toBe(true);
    expect(contains("10.1.128.0/20", "10.1.0.0/16")).toBe(false);
  });
});
