import { describe, expect, it } from "vitest";
import { leadsNowhere, plainAddress } from "../../src/model/address.ts";

describe("an address that no other cluster can be given", () => {
  it.each([
    "localhost",
    "127.0.0.1:6443",
    "127.1",
    "[::1]:6443",
    "[::]",
    "0.0.0.0",
    "kind.localhost",
    "host.docker.internal",
    "kubernetes.default.svc",
  ])("%s", (host) => expect(leadsNowhere(`https://${host}`)).toBe(true));

  it.each(["127.example.com", "localhost.example", "api.svc.example", "203.0.113.1:6443", "[2001:db8::1]"])("is not %s", (host) =>
    expect(leadsNowhere(`https://${host}`)).toBe(false),
  );
});

it("has one spelling, and what is no address its own", () => {
  expect(plainAddress("https://API.example:443/")).toBe("https://api.example");
  expect(plainAddress("no address")).toBe("no address");
});
