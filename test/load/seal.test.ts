import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { readTree } from "../../src/load/documents.ts";
import { fingerprintOf, seal } from "../../src/load/seal.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { sealedText } from "../../src/model/secret.ts";

const certificate = "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUPUBLIC0=\n-----END CERTIFICATE-----\n";
const key = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIcanaryKEYcanaryKEYcanary=\n-----END EC PRIVATE KEY-----\n";
const token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYW5hcnkifQ.canaryTOKENcanaryTOKENcanary";
const kubeconfig = `apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user:\n    token: canaryTOKENplain\n`;

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function objectOf(object: JsonObject): JsonObject {
  return seal(object).object;
}

describe("sealing", () => {
  it("takes the values of a Secret, and leaves certificates", () => {
    const object = {
      kind: "Secret",
      metadata: { name: "cacerts" },
      data: { "ca-key.pem": base64(key), "root-cert.pem": base64(certificate), empty: "" },
      stringData: { chain: certificate, pair: `${certificate}${key}`, pin: 1234 },
    };
    const sealed = seal(object);
    expect(sealed.object).toEqual({
      ...object,
      data: { ...object.data, "ca-key.pem": sealedText(fingerprintOf(base64(key))) },
      stringData: { chain: certificate, pair: sealedText(fingerprintOf(`${certificate}${key}`)), pin: sealedText(fingerprintOf("1234")) },
    });
    expect(sealed.vault.get(fingerprintOf(base64(key)))?.open()).toBe(base64(key));
    expect(sealed.seals.map((entry) => entry.path.join("."))).toEqual(["data.ca-key.pem", "stringData.pair", "stringData.pin"]);
  });

  it("takes keys, tokens and kubeconfigs out of any object, and leaves the text around them", () => {
    const object = {
      kind: "ConfigMap",
      data: { log: `before ${token} after`, pem: key, config: kubeconfig, hidden: base64(key), plain: "nothing here" },
    };
    expect(objectOf(object)).toEqual({
      kind: "ConfigMap",
      data: {
        log: `before ${sealedText(fingerprintOf(token))} after`,
        pem: `${sealedText(fingerprintOf(key.trim()))}\n`,
        config: sealedText(fingerprintOf(kubeconfig)),
        hidden: sealedText(fingerprintOf(base64(key))),
        plain: "nothing here",
      },
    });
  });

  it("takes the copy of a Secret that kubectl leaves in an annotation", () => {
    const name = "kubectl.kubernetes.io/last-applied-configuration";
    const object = { kind: "Secret", metadata: { annotations: { [name]: '{"data":{"a":"canary"}}', other: "x" } } };
    expect(objectOf(object)).toEqual({
      kind: "Secret",
      metadata: { annotations: { [name]: sealedText(fingerprintOf('{"data":{"a":"canary"}}')), other: "x" } },
    });
  });

  it("hands an object without secrets back as it is, and changes none", () => {
    const object = Object.freeze({ kind: "ConfigMap", data: Object.freeze({ a: "b".repeat(100) }) });
    expect(objectOf(object)).toBe(object);
    const secret = Object.freeze({ kind: "Secret", data: Object.freeze({ a: "Yg==" }) });
    expect(objectOf(secret)).not.toBe(secret);
    expect(secret.data.a).toBe("Yg==");
  });

  it("gives equal values equal fingerprints, and different ones different", () => {
    expect(fingerprintOf("a")).toBe(fingerprintOf("a"));
    expect(fingerprintOf("a")).not.toBe(fingerprintOf("b"));
    expect(fingerprintOf("a")).toMatch(/^[0-9a-f]{32}$/u);
  });
});

/** Every place a secret was ever pasted into. `CANARY` stands for it; no part of it may come back in anything that is printed. */
const nests: readonly (readonly [place: string, text: (secret: string) => string])[] = [
  ["a Secret", (secret) => `kind: Secret\nmetadata: {name: s}\nstringData:\n  a: ${JSON.stringify(secret)}\n`],
  ["a Secret in a List", (secret) => `kind: List\nitems:\n- kind: Secret\n  stringData:\n    a: ${JSON.stringify(secret)}\n`],
  ["encoded data", (secret) => `kind: Secret\ndata: {a: ${base64(secret)}}\n`],
  ["an encoded ConfigMap", (secret) => `kind: ConfigMap\ndata: {a: ${base64(secret)}}\n`],
  ["a literal", (secret) => `kind: ConfigMap\ndata:\n  a: |\n${secret.replaceAll(/^/gmu, "    ")}\n`],
  ["a list", (secret) => `kind: A\nspec: [[${JSON.stringify(secret)}]]\n`],
  ["an environment variable", (secret) => `kind: A\nspec: {env: [{name: A, value: ${JSON.stringify(secret)}}]}\n`],
  ["JSON", (secret) => JSON.stringify({ kind: "A", spec: { a: secret } })],
  ["a key", (secret) => `kind: A\nspec: {${JSON.stringify(secret)}: 1, ${JSON.stringify(secret)}: 2}\n`],
  ["a key of a Secret", (secret) => `kind: Secret\nstringData: {${JSON.stringify(secret)}: "x"}\n`],
  ["a name", (secret) => `kind: Secret\nmetadata: {name: ${JSON.stringify(secret)}}\nstringData: {a: b}\n`],
  ["a comment", (secret) => `kind: A\n${secret.replaceAll(/^/gmu, "# ")}\nspec: {}\n`],
  ["beside a syntax error", (secret) => `kind: A\nspec:\n  a: ${JSON.stringify(secret)}\n  b: [\n`],
  ["in a syntax error", (secret) => `kind: A\nspec: "${secret.trim()}: x: y: "z\n`],
  ["after an ampersand", (secret) => `kind: A\nspec: *${secret.replaceAll("\n", "")}\n`],
  ["after an exclamation mark", (secret) => `kind: A\nspec: !${secret.replaceAll("\n", "")} x\n`],
  ["alone", (secret) => `${secret}\n`],
  ["alone in quotes", (secret) => `${JSON.stringify(secret)}\n`],
  ["behind the end", (secret) => `kind: A\n...\n${secret}\n`],
  [
    "a kubeconfig",
    (secret) =>
      `kind: Config\nusers:\n- name: a\n  user:\n    token: ${JSON.stringify(secret)}\n    auth-provider: {config: {id-token: ${JSON.stringify(secret)}}}\n`,
  ],
  [
    "a kubeconfig in a ConfigMap",
    (secret) => `kind: ConfigMap\ndata:\n  a: ${JSON.stringify(`kind: Config\nusers:\n- user: {password: ${JSON.stringify(secret)}}\n`)}\n`,
  ],
  ["an alias", (secret) => `kind: A\na: &a ${JSON.stringify(secret)}\nb: *a\n`],
  ["a merge", (secret) => `kind: Secret\nstringData: {<<: {a: ${JSON.stringify(secret)}}}\n`],
  ["a duplicate", (secret) => `kind: Secret\nstringData:\n  a: ${JSON.stringify(secret)}\n  a: b\n`],
  ["a number", (secret) => `kind: Secret\nstringData:\n  a: ${secret.includes("-----") ? "x" : "04711"}\n`],
];

describe("canaries", () => {
  const secrets: readonly (readonly [string, string])[] = [
    ["private key", key],
    ["token", token],
  ];
  const cases = nests.flatMap(([place, text]) => secrets.map(([what, secret]) => [`a ${what} in ${place}`, text(secret)] as const));

  it.each(cases)("%s is never shown", (_, text) => {
    const entries = [{ kind: "file", path: "config/a.yaml", size: text.length, text }] as const;
    const { documents, findings, vault } = readTree({ commit: undefined, entries }, () => true);
    const shown = [
      JSON.stringify(documents.map(({ object }) => object)),
      JSON.stringify(findings),
      inspect(vault, { depth: 9 }),
      JSON.stringify([...vault]),
    ];
    for (const output of shown) for (const part of parts) expect(output).not.toContain(part);
    expect(findings.length).toBeGreaterThan(0);
  });

  /** No piece of either secret, plain or encoded. */
  const parts = ["canary", "MHcCAQEE", "04711", "2505", base64(key).slice(30, 60), base64(token).slice(30, 60)];
});
