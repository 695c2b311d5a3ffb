import "reflect-metadata";
import { generateKeyPairSync } from "node:crypto";
import * as x509 from "@peculiar/x509";
import { day, type Made, now } from "../support/authority.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** The certificate of a workload, as istiod signs it: PEM. `identity` is a URI, or `DNS:name` for istiod's own. */
export async function makeLeaf(above: Made, identity: string, notAfter: number = now + day): Promise<string> {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const certificate = await x509.X509CertificateGenerator.create({
    issuer: above.certificate.subjectName,
    notBefore: new Date(now - day),
    notAfter: new Date(notAfter),
    publicKey: publicKey.export({ type: "spki", format: "der" }),
    signingKey: above.privateKey.toCryptoKey(algorithm, true, ["sign"]),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      await x509.AuthorityKeyIdentifierExtension.create(above.certificate.publicKey),
      new x509.SubjectAlternativeNameExtension([nameIn(identity)], true),
    ],
  });
  return `${certificate.toString("pem")}\n`;
}

function nameIn(identity: string): x509.JsonGeneralName {
  return identity.startsWith("DNS:") ? { type: "dns", value: identity.slice("DNS:".length) } : { type: "url", value: identity };
}
