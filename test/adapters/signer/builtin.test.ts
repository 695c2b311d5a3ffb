import { createPrivateKey, X509Certificate } from "node:crypto";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createSigners } from "../../../src/adapters/signer/index.ts";
import type { IntermediateRequest } from "../../../src/model/certificate.ts";
import { Problem } from "../../../src/model/problem.ts";
import { day, ecKeys, type Made, makeIntermediate, makeRoot, now, rsaKeys } from "../../support/authority.ts";
import { openssl, opensslOn, opensslVerify, withFiles } from "../../support/openssl.ts";
import { signedBy } from "../../support/signed-by.ts";

const request: IntermediateRequest = {
  cluster: "east",
  meshId: "shop",
  trustDomain: "cluster.local",
  systemNamespace: "istio-system",
  notBefore: now - 300_000,
  notAfter: now + 365 * day,
};

/** The builtin signer with its root and key in variables. */
function signer(certificate: string, key: string) {
  const options = { folder: ".", env: { ROOT: certificate, KEY: key }, clock: { now: () => now } };
  return createSigners(options).of(signedBy({ kind: "builtin", root: { certificate: { env: "ROOT" }, key: { env: "KEY" } } }));
}

async function failure(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`not a Problem: ${String(error)}`);
  return error;
}

describe("the builtin signer", () => {
  it("issues an intermediate with everything Istio wants of it", async () => {
    const root = await makeRoot();
    const issued = await signer(root.pem, root.key).issue(request);
    const certificate = new X509Certificate(issued.caCert);
    expect(certificate.subject.split("\n")).toEqual(["O=shop", "OU=Istio intermediate", "CN=east"]);
    expect(certificate.subjectAltName).toBe("DNS:istiod.istio-system.svc");
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(new X509Certificate(root.pem).publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(issued.caKey.open()))).toBe(true);
    expect(issued.caKey.open()).toMatch(/^-----BEGIN PRIVATE KEY-----/u);
    expect(issued.certChain).toBe(issued.caCert);
    expect(issued.rootCert).toBe(new X509Certificate(root.pem).toString());
    expect(issued.facts).toMatchObject({
      keyKind: "ECDSA P-256",
      notAfter: "2027-11-23T10:00:00.000Z",
      notBefore: "2026-11-23T09:55:00.000Z",
    });
    expect(issued.facts.serial).toBe(certificate.serialNumber.toLowerCase());
  });

  it("never gives two certificates the same serial or key", async () => {
    const root = await makeRoot();
    const port = signer(root.pem, root.key);
    const issued = await Promise.all(Array.from({ length: 20 }, () => port.issue(request)));
    expect(new Set(issued.map(({ facts }) => facts.serial)).size).toBe(20);
    expect(new Set(issued.map(({ facts }) => facts.keyFingerprint)).size).toBe(20);
    for (const { facts } of issued) expect(facts.serial).toMatch(/^[0-9a-f]{28,32}$/u);
  });

  it.skipIf(openssl === undefined)("openssl verifies it strictly, under EC and RSA roots (needs openssl)", async () => {
    for (const keys of [ecKeys(), ecKeys("P-384"), rsaKeys()]) {
      const root = await makeRoot({ keys });
      const issued = await signer(root.pem, root.key).issue(request);
      expect(await opensslVerify(issued.certChain, issued.rootCert, now)).toBe("chain.pem: OK");
      const text = opensslOn(issued.caCert, "x509", "-noout", "-text");
      expect(text).toMatch(/X509v3 Basic Constraints: critical\s+CA:TRUE, pathlen:0\n/u);
      expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature, Certificate Sign, CRL Sign\n/u);
      expect(text).toMatch(keys.privateKey.asymmetricKeyType === "rsa" ? /sha256WithRSAEncryption/u : /ecdsa-with-SHA256/u);
      expect(text).not.toMatch(/Serial Number:\s+\(Negative\)/u);
    }
  });

  it.skipIf(openssl === undefined)("takes a root that openssl made, names and key identifiers as they are (needs openssl)", async () => {
    const config =
      "[req]\ndistinguished_name=dn\nx509_extensions=v3\nprompt=no\nutf8=yes\n[dn]\nO=Größe\nCN=root\n" +
      "[v3]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=0102030405\n";
    const key = opensslOn("", "ecparam", "-name", "prime256v1", "-genkey", "-noout");
    const pem = await withFiles({ "root.cnf": config, "key.pem": key }, (folder) => {
      const files = ["-key", join(folder, "key.pem"), "-config", join(folder, "root.cnf")];
      return opensslOn("", "req", "-x509", "-new", "-days", "3650", ...files);
    });
    const made = { pem, key };
    const at = Date.now();
    const options = { folder: ".", env: { ROOT: made.pem, KEY: made.key }, clock: { now: () => at } };
    const port = createSigners(options).of(signedBy({ kind: "builtin", root: { certificate: { env: "ROOT" }, key: { env: "KEY" } } }));
    const issued = await port.issue({ ...request, notBefore: at - 1000, notAfter: at + 30 * day });
    expect(await opensslVerify(issued.certChain, issued.rootCert, at + 2000)).toBe("chain.pem: OK");
  });

  it("never outlives its root, nor begins before it", async () => {
    const root = await makeRoot({ notBefore: now - 60_000, notAfter: now + 30 * day });
    const { facts } = await signer(root.pem, root.key).issue(request);
    expect(facts).toMatchObject({ notBefore: "2026-11-23T09:59:00.000Z", notAfter: "2026-12-23T10:00:00.000Z" });
  });

  it("signs with the root that is asked for, while both are trusted", async () => {
    const [a, b] = [await makeRoot(), await makeRoot({ name: "root-b" })];
    const port = signer(a.pem + b.pem, a.key + b.key);
    const under = new X509Certificate(b.pem).fingerprint256.replaceAll(":", "").toLowerCase();
    const issued = await port.issue({ ...request, under });
    expect(issued.facts.issuer).toBe("O=shop, CN=root-b");
    expect(issued.rootCert).toBe(await port.roots());
    expect(issued.rootCert.match(/BEGIN CERTIFICATE/gu)).toHaveLength(2);
    expect((await port.issue(request)).facts.issuer).toBe("O=shop, CN=root-a");
  });

  it("puts the bytes of the roots it is told beside it", async () => {
    const root = await makeRoot();
    const roots = `# our root\n${root.pem}\n`;
    expect((await signer(root.pem, root.key).issue({ ...request, roots })).rootCert).toBe(roots);
  });

  it("has nothing to do with a root beside it that it does not stand under", async () => {
    const [a, b] = [await makeRoot(), await makeRoot({ name: "root-b" })];
    const error = await failure(signer(a.pem, a.key).issue({ ...request, roots: b.pem }));
    expect(error).toMatchObject({
      code: "certificate-unacceptable",
      message: expect.stringContaining("does not lead to a root that is trusted"),
    });
  });

  const refusals: readonly [string, () => Promise<Made | { pem: string; key: string }>, string][] = [
    ["a root that may have nothing below it", () => makeRoot({ pathLength: 0 }), "allows 0 authorities below it (path length), not 1"],
    ["what is no authority", () => makeRoot({ isCa: false }), "is no authority (CA:TRUE is missing)"],
    ["a root that expired", () => makeRoot({ notAfter: now - 1000 }), "expired at 2026-11-23T09:59:59.000Z"],
    ["a root of the future", () => makeRoot({ notBefore: now + 60_000 }), "is not valid before"],
    ["SHA-1", () => makeRoot({ keys: rsaKeys(), hash: "SHA-1" }), "is signed with rsa-sha1"],
    ["a short RSA key", () => makeRoot({ keys: rsaKeys(1024) }), "has an RSA 1024 key; 2048 bits are the least"],
    ["a root that may not sign", () => makeRoot({ usage: 1 }), "may not sign certificates (key usage)"],
    ["a root for clients only", () => makeRoot({ purposes: ["1.3.6.1.5.5.7.3.2"] }), "has an extended key usage without serverAuth"],
    [
      "the key of another root",
      async () => ({ pem: (await makeRoot()).pem, key: (await makeRoot()).key }),
      "does not belong to root root-a",
    ],
    ["an intermediate in place of a root", async () => makeIntermediate(await makeRoot()), "is not signed by itself, so it is no root"],
    [
      "a key that is none",
      async () => ({ pem: (await makeRoot()).pem, key: "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----" }),
      "cannot be read as one",
    ],
    ["text in place of a certificate", async () => ({ pem: "hello", key: (await makeRoot()).key }), "holds no certificate in PEM"],
    [
      "a key among the certificates",
      async () => makeRoot().then(({ pem, key }) => ({ pem: pem + key, key })),
      "a block of kind PRIVATE KEY",
    ],
  ];
  it.each(refusals)("refuses %s", async (_, make, why) => {
    const { pem, key } = await make();
    const error = await failure(signer(pem, key).issue(request));
    expect(error).toMatchObject({ code: "signer-unavailable", message: expect.stringContaining(why) });
    expectNoKey(error, key);
  });

  it("refuses an encrypted key, and says what else could be done", async () => {
    const root = await makeRoot();
    const key = root.privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "hush" }).toString();
    expect((await failure(signer(root.pem, key).roots())).message).toContain("is encrypted with a passphrase");
  });

  it("names the variable or the file that is missing", async () => {
    const options = { folder: ".", env: {}, clock: { now: () => now } };
    const by = (root: object) => createSigners(options).of(signedBy({ kind: "builtin", root: root as never }));
    const key = { env: "KEY" };
    expect((await failure(by({ certificate: { env: "ROOT" }, key }).roots())).message).toContain("the variable ROOT");
    expect((await failure(by({ certificate: { file: "no/root.pem" }, key }).roots())).message).toContain("the file no/root.pem");
    expect((await failure(by({ certificate: { file: "no/root.pem" }, key }).roots())).message).toContain("(ENOENT)");
  });

  it("reads files from the folder of the mesh repository, again after they were mended", async () => {
    const root = await makeRoot();
    await withFiles({ "root.pem": root.pem, "root.key": root.key }, async (folder) => {
      const port = createSigners({ folder, env: {}, clock: { now: () => now } }).of(
        signedBy({
          kind: "builtin",
          root: { certificate: { file: "root.pem" }, key: { file: "root.key" } },
        }),
      );
      expect((await port.issue(request)).facts.issuer).toBe("O=shop, CN=root-a");
    });
  });

  it("shows neither key in any text it gives away", async () => {
    const root = await makeRoot();
    const port = signer(root.pem, root.key);
    const issued = await port.issue(request);
    const texts = [
      JSON.stringify(issued),
      inspect(issued, { depth: 10, showHidden: true }),
      `${String(issued.caKey)}`,
      inspect(port, { depth: 10, showHidden: true }),
    ];
    for (const text of texts) {
      expectNoKey(text, root.key);
      expectNoKey(text, issued.caKey.open());
    }
    expectNoKey(await failure(port.issue({ ...request, roots: (await makeRoot()).pem })), root.key);
  });
});

/**
 * No line of the key's PEM body that holds the private number stands in the text, in the error with its causes, or in its stack. PKCS#8 of a P-256 key has it in
 * the first two lines; what follows is the public key, which the certificate shows as well.
 */
function expectNoKey(shown: unknown, key: string): void {
  const text = typeof shown === "string" ? shown : `${inspect(shown, { depth: 10, showHidden: true })}${JSON.stringify(shown)}`;
  const lines = key
    .split("\n")
    .filter((line) => line.length > 20 && !line.startsWith("-----"))
    .slice(0, 2);
  for (const line of lines) expect(text).not.toContain(line.slice(0, 20));
}
