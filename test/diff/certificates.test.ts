import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { beforeAll, describe, expect, it } from "vitest";
import { diff } from "../../src/diff/index.ts";
import type { Change } from "../../src/model/change.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { idOf, type Manifest } from "../../src/model/manifest.ts";
import { sealedText } from "../../src/model/secret.ts";
import { desired } from "../support/desired.ts";
import { sourceAt } from "../support/study.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
let old = "";
let renewed = "";
let key = "";

beforeAll(async () => {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const make = (serial: string, notAfter: string) =>
    x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: serial,
      name: "CN=root R1, O=shop",
      notBefore: new Date("2026-01-01T00:00:00Z"),
      notAfter: new Date(notAfter),
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(true, 1, true),
        new x509.SubjectAlternativeNameExtension([{ type: "dns", value: "istiod.istio-system.svc" }]),
      ],
    });
  old = (await make("0a01", "2027-01-01T00:00:00Z")).toString("pem");
  renewed = (await make("0a02", "2028-01-01T00:00:00Z")).toString("pem");
  const exported = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  key = x509.PemConverter.encode(exported, "PRIVATE KEY");
});

describe("certificates and secrets in changes", () => {
  it("tells a renewed certificate by its facts, in Secrets, ConfigMaps and mesh config, and never shows PEM", () => {
    const changes = between(
      [secret({ "root-cert.pem": btoa(old), "ca-key.pem": btoa(key) }), configMap({ "root-cert.pem": old }), meshConfig(old)],
      [
        secret({ "root-cert.pem": btoa(renewed), "ca-key.pem": btoa(`${key}\n`) }),
        configMap({ "root-cert.pem": renewed }),
        meshConfig(renewed),
      ],
    );
    expect(changes.map(({ id, certificates }) => [id.name, certificates.map(({ path }) => path)])).toEqual([
      ["istio", ["data.mesh[0]"]],
      ["istio-ca-root-cert", ["data[root-cert.pem][0]"]],
      ["cacerts", ["data[root-cert.pem][0]"]],
    ]);
    const [row] = changes.find(({ id }) => id.name === "cacerts")?.certificates ?? [];
    expect(row?.before).toMatchObject({ serial: "0a01", notAfter: "2027-01-01T00:00:00.000Z", isCa: true, keyKind: "ECDSA P-256" });
    expect(row?.after).toMatchObject({
      serial: "0a02",
      notAfter: "2028-01-01T00:00:00.000Z",
      subjectAltNames: ["DNS:istiod.istio-system.svc"],
    });
    expect(row?.before?.keyFingerprint).toBe(row?.after?.keyFingerprint);
    expect(row?.after?.subject).toContain("CN=root R1");
    nothingLeaks(changes);
  });

  it("hides values of a new Secret, and of one that changed, whatever they are", () => {
    const [created] = between([], [secret({ password: btoa("hunter2hunter2") }, { user: "plain-user-name" })]);
    expect(JSON.stringify(created)).not.toMatch(/hunter2|aHVudGVy|plain-user-name/u);
    const [changed] = between([secret({ password: btoa("hunter2hunter2") })], [secret({ password: btoa("another-secret") })]);
    expect(changed?.fields.map(({ path }) => path)).toEqual(["data.password"]);
    expect(JSON.stringify(changed)).not.toMatch(/hunter2|aHVudGVy|another|YW5vdGhl/u);
  });

  it("keeps the fingerprint of a sealed value, so that equal ones can be told", () => {
    const [sealed, other] = [sealedText("0".repeat(32)), sealedText("1".repeat(32))];
    const [changed] = between([secret({ password: sealed })], [secret({ password: other })]);
    expect(changed?.fields).toEqual([{ path: "data.password", before: sealed, after: other, lines: undefined }]);
  });

  it("hides a private key wherever it is, also when only part of its text changed", () => {
    const other = key.replace(/[A-Za-z](?=[^\n]*\n-----END)/u, "Q");
    const changes = between([configMap({ script: `a\n${key}\nb` })], [configMap({ script: `a\n${other}\nc` })]);
    expect(changes).toHaveLength(1);
    nothingLeaks(changes);
    expect(JSON.stringify(changes)).toContain("private key, not shown");
  });

  it("hides what begins like PEM and never ends, and does not fail on a certificate that is none", () => {
    const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    const [change] = between([configMap({ a: "x" })], [configMap({ a: `-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA`, b: broken })]);
    expect(JSON.stringify(change)).not.toMatch(/MIIEow|AAAA/u);
    expect(change?.certificates).toEqual([]);
  });
});

function nothingLeaks(changes: readonly Change[]): void {
  const text = JSON.stringify(changes);
  expect(text).not.toMatch(/-----BEGIN|LS0tLS1CRUdJTi/u);
  for (const pem of [old, renewed, key]) for (const line of pem.split("\n").slice(1, -2)) expect(text).not.toContain(line);
}

function between(before: readonly Manifest[], after: readonly Manifest[]): readonly Change[] {
  return diff(desired({ east: after }), desired({ east: before })).changes;
}

function secret(data: JsonObject, stringData: JsonObject = {}): Manifest {
  return manifest({ apiVersion: "v1", kind: "Secret", metadata: { name: "cacerts", namespace: "istio-system" }, data, stringData });
}

function configMap(data: JsonObject): Manifest {
  return manifest({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "istio-ca-root-cert", namespace: "shop" }, data });
}

function meshConfig(pem: string): Manifest {
  const mesh = `caCertificates:\n- pem: |\n${pem.trimEnd().replace(/^/gmu, "    ")}\n`;
  return manifest({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "istio", namespace: "istio-system" }, data: { mesh } });
}

function manifest(object: JsonObject): Manifest {
  return { id: idOf(object), object, origin: { kind: "config", source: sourceAt("config/all/x.yaml") }, stage: "config" };
}
