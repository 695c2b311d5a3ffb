import { describe, expect, it } from "vitest";
import { isLoopback } from "../../src/adapters/loopback.ts";

describe("this machine", () => {
  it.each(["localhost", "127.0.0.1", "127.0.0.2:5000", "[::1]:5000"])("is %s", (host) => expect(isLoopback(host)).toBe(true));
  it.each(["127.example.com", "127.0.0.1.example.com", "localhost.example"])("is not %s, whatever it begins with", (host) =>
    expect(isLoopback(host)).toBe(false),
  );
});
