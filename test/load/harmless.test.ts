import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHarmless } from "../../src/load/harmless.ts";
import { scan } from "../../src/load/scan.ts";
import { seal } from "../../src/load/seal.ts";
import { isObject } from "../../src/model/json.ts";
import { readDocuments } from "../../src/yaml/index.ts";

const shop = join(import.meta.dirname, "..", "..", "examples", "shop");
const files = readdirSync(shop, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));

const value = "cAnArY4711xyzcAnArY4711xyz0123";
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const pem = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIcanaryKEYcanaryKEYcanary=\n-----END EC PRIVATE KEY-----";
const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYW5hcnkifQ.canarySIGNcanarySIGNcanary";
const kubeconfig = "kind: Config\nusers:\n- name: a\n  user:\n    token: x\n";

/** Pieces of which a careless person's file is made: what tells, in every spelling that the sealer knows, and what looks like it. */
const pieces = [
  ..."Secret secret SECRETS stringData data users user kind Config token password passwd Passw0rd apiKey api_key accessKey PRIVATE_KEY private-key".split(
    " ",
  ),
  ..."keyſ Kelvin toKen \u212Aey \u017Fecret monkey keys hosts".split(" "),
  value,
  jwt,
  pem,
  kubeconfig,
  base64(pem),
  base64(base64(pem)),
  base64(jwt),
  base64(kubeconfig),
  base64("plain words, nothing more"),
  "PRIVATE KEY",
  "PRIVATE",
  "KEY-----",
  "https://user:pass@host/",
  "https://host:80/a@b",
  "://a:b@sha256:0",
  "asia-east1",
  `ghp_${value}`,
  `AKIA${"A1B2C3D4".repeat(2)}`,
  `glpat-${value}`,
  `hvs.${value}`,
  `xoxb-${value}`,
  `AIza${value}${value}`,
  '{"name": "DB_PASSWORD", "value": "cAnArY4711"}',
  "/checkout/orders/list/of/all",
  "CustomResourceDefinition",
  "a",
  "",
  "true",
  "0",
];
const piece = fc.constantFrom(...pieces);
const text = fc
  .array(piece, { minLength: 1, maxLength: 3 })
  .chain((parts) => fc.constantFrom("", " ", "\n", ": ", "=").map((by) => parts.join(by)));

const { tree } = fc.letrec<{ tree: unknown; object: Record<string, unknown> }>((tie) => ({
  object: fc.dictionary(fc.oneof(piece, text), tie("tree"), { maxKeys: 4, depthIdentifier: "d" }),
  tree: fc.oneof({ depthSize: "small", maxDepth: 3 }, text, tie("object"), fc.array(tie("tree"), { maxLength: 3, depthIdentifier: "d" })),
}));
const object = fc.dictionary(fc.oneof(piece, fc.constantFrom("kind", "metadata", "name", "value", "env")), tree, {
  minKeys: 1,
  maxKeys: 5,
});

/** One value in each style of YAML that can hold it. */
const written = fc.tuple(text, fc.constantFrom("|", ">", "'", '"', "", "flow")).map(([words, style]) => {
  const lines = words.split("\n").join("\n    ");
  if (style === "|" || style === ">") return `kind: A\ndata:\n  a: ${style}\n    ${lines}\n`;
  if (style === "'") return `kind: A\ndata:\n  a: '${lines.replaceAll("'", "''")}'\n`;
  if (style === '"') return `kind: A\ndata:\n  a: ${JSON.stringify(words)}\n`;
  return style === "flow" ? `{kind: A, data: {a: ${words}}}\n` : `kind: A\ndata:\n  a: ${lines}\n`;
});

/** What the two that look at every value have to say about a text. */
function taken(file: string): number {
  const seals = readDocuments("a.yaml", file).documents.flatMap(({ value: found }) => (isObject(found) ? seal(found).seals : []));
  const changed = readDocuments("a.yaml", file).documents.filter(({ value: found }) => isObject(found) && seal(found).object !== found);
  return scan("a.yaml", file, "error").length + seals.length + changed.length;
}

describe("a text without anything secret", () => {
  it("is told apart from one with something, in JSON", () => {
    fc.assert(
      fc.property(object, fc.constantFrom(0, 2), (found, indent) => holds(JSON.stringify(found, null, indent))),
      { numRuns: 3000 },
    );
  });

  it("is told apart from one with something, in every style of YAML", () => {
    fc.assert(fc.property(written, holds), { numRuns: 3000 });
  });

  it("is what nearly every file of the example is", () => {
    const harmless = files.filter((path) => isHarmless(readFileSync(join(shop, path), "utf8")));
    expect(harmless.length).toBeGreaterThan(files.length / 2);
  });

  it.each([
    ["base64 of any kind at the start of a value", `a: ${base64("anything at all here")}`, false],
    ["a long path", "a: x.CustomResourceDefinitionOfSomething", true],
    ["a word in a tag that decodes", "a: !!binary c2VjcmV0", false],
    ["an escape", '"\\u0073ecret": a', false],
    ["users with what they sign in by", "users: [{user: {value: cAnArY}}]", false],
    ["a token of short parts", "a: eyJhbGciOiJ9.eyJpc3MiOiJ9.c2lnbmF0dXJl", false],
    ["a key that was encoded twice, inside a text", `a: x-${base64(base64(pem))}`, false],
    ["a run at the very start", base64("anything at all here"), false],
    ["a run of a megabyte inside a word", `a: x.${"A".repeat(1_000_000)}`, true],
  ])("%s", (_, file, expected) => {
    expect(isHarmless(file)).toBe(expected);
  });
});

function holds(file: string): void {
  if (isHarmless(file)) expect(taken(file), file).toBe(0);
}
