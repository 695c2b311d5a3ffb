import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createRoot, createSigners, saveRoot } from "../../../src/adapters/signer/index.ts";
import { day, now } from "../../support/authority.ts";
import { openssl, opensslOn, opensslVerify, withFiles } from "../../support/openssl.ts";
import { signedBy } from "../../support/signed-by.ts";

const wanted = { organization: "shop", name: "root-a", days: 3650, at: now };

describe("a new root", () => {
  it("is what the builtin signer takes, from files that only their owner may read", async () => {
    await withFiles({}, async (folder) => {
      const root = await createRoot(wanted);
      const files = { certificate: join(folder, "root-cert.pem"), key: join(folder, "root-key.pem") };
      await saveRoot(root, files);
      expect(statSync(files.key).mode & 0o777).toBe(0o600);
      expect(statSync(files.certificate).mode & 0o777).toBe(0o644);
      const certificate = new X509Certificate(readFileSync(files.certificate));
      expect(certificate.checkPrivateKey(createPrivateKey(readFileSync(files.key)))).toBe(true);
      const port = createSigners({ folder, env: {}, clock: { now: () => now } }).of(
        signedBy({
          kind: "builtin",
          root: { certificate: { file: "root-cert.pem" }, key: { file: "root-key.pem" } },
        }),
      );
      const request = {
        cluster: "east",
        meshId: "shop",
        trustDomain: "td",
        systemNamespace: "istio-system",
        notBefore: now,
        notAfter: now + 90 * day,
      };
      expect((await port.issue(request)).facts.issuer).toBe("O=shop, CN=root-a");
    });
  });

  it("overwrites nothing, and leaves no key behind when the certificate cannot be written", async () => {
    await withFiles({}, async (folder) => {
      const files = { certificate: join(folder, "root-cert.pem"), key: join(folder, "root-key.pem") };
      writeFileSync(files.certificate, "mine");
      await expect(saveRoot(await createRoot(wanted), files)).rejects.toMatchObject({
        code: "output-unwritable",
        facts: { why: "EEXIST" },
      });
      expect(readFileSync(files.certificate, "utf8")).toBe("mine");
      expect(existsSync(files.key)).toBe(false);
      writeFileSync(files.key, "mine too");
      await expect(saveRoot(await createRoot(wanted), files)).rejects.toMatchObject({ code: "output-unwritable" });
      expect(readFileSync(files.key, "utf8")).toBe("mine too");
    });
  });

  it("does not show its key", async () => {
    const root = await createRoot(wanted);
    const line = root.key.open().split("\n")[1] ?? "";
    expect(`${inspect(root, { depth: 9, showHidden: true })}${JSON.stringify({ key: root.key })}`).not.toContain(line);
  });

  it.skipIf(openssl === undefined)("is a root by openssl's strict rules, of ten years, without a path length (needs openssl)", async () => {
    const { pem } = (await createRoot(wanted)).certificate;
    expect(await opensslVerify(pem, pem, now)).toBe("chain.pem: OK");
    const text = opensslOn(pem, "x509", "-noout", "-text");
    expect(text).toMatch(/X509v3 Basic Constraints: critical\s+CA:TRUE\n/u);
    expect(text).toMatch(/NIST CURVE: P-256/u);
    expect(text).toMatch(/Not After : Nov 20 10:00:00 2036 GMT/u);
  });
});
