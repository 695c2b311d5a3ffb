import { describe, expect, it } from "vitest";
import { duration, quantity } from "../../src/catalog/amount.ts";

describe("amounts as Kubernetes and Istio read them", () => {
  it.each([
    ["1", "1000m"],
    ["1", 1],
    ["0.5", "500m"],
    ["1e3", "1k"],
    ["1Ki", "1024"],
    ["1.5Gi", "1536Mi"],
    ["1E", "1000P"],
    ["-1", "-1000m"],
    ["0", "-0"],
  ])("%s is %s", (a, b) => {
    expect(quantity(a)).toBeDefined();
    expect(quantity(a)).toBe(quantity(b));
  });

  it.each(["", "Ki", "1 Gi", "1kk", "1.2.3", "100%", "0x10", "abc"])("%s is no quantity", (text) => {
    expect(quantity(text)).toBeUndefined();
  });

  it.each([
    ["1", "2"],
    ["1M", "1Mi"],
    ["1m", "1M"],
    ["0.1n", "0.2n"],
  ])("%s is not %s", (a, b) => {
    expect(quantity(a)).not.toBe(quantity(b));
  });

  it.each([
    ["5s", "5.000s"],
    ["60s", "1m"],
    ["1h0m0.5s", "3600500ms"],
    ["1500us", "1.5ms"],
  ])("%s lasts as long as %s", (a, b) => {
    expect(duration(a)).toBeDefined();
    expect(duration(a)).toBe(duration(b));
  });

  it.each(["", "5", "s", "5 s", "-", "5d", "5s!"])("%s is no duration", (text) => {
    expect(duration(text)).toBeUndefined();
  });
});
