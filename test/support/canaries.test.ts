import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { Canaries } from "../cluster/canaries.ts";

/** The search of the cluster tier finds what it must, however it is written, and does not take what is public for a secret. */

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const sec1 = pair.privateKey.export({ type: "sec1", format: "pem" }).toString();
const token = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.${"aB3-_".repeat(20)}`;
const base64 = (text: string, before = "") => Buffer.from(before + text).toString("base64");

it.each([
  ["a key as it is", pem],
  ["a key with its line breaks escaped", JSON.stringify({ key: pem })],
  ["a key in its older form", sec1],
  ["a key as the data of a Secret", base64(pem)],
  ["a key somewhere in a kubeconfig that is base64 itself", base64(pem, "client-key-data: ")],
  ["a key's number in hex", Buffer.from(pair.privateKey.export({ format: "jwk" }).d ?? "", "base64url").toString("hex")],
  ["a token in a header", `Authorization: Bearer ${token}`],
  ["a token in base64", base64(`x${token}`)],
])("%s", (_, text) => {
  const canaries = new Canaries();
  canaries.plant("the key", pem);
  canaries.plant("the token", token);
  canaries.heard("a log", `2026-11-23 ${text} and so on`);
  expect(canaries.found).toHaveLength(1);
});

it("a public key, a token's claims and a name are no secrets", () => {
  const canaries = new Canaries();
  canaries.plant("the key", pem);
  canaries.plant("the token", token);
  canaries.heard("a log", pair.publicKey.export({ type: "spki", format: "pem" }).toString() + token.split(".").slice(0, 2).join("."));
  expect(canaries.found).toEqual([]);
});
