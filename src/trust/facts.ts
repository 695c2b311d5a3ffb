import { createHash, type KeyObject, type X509Certificate } from "node:crypto";
import type { CertificateFacts } from "../model/change.ts";

/** What may be told about a certificate. @throws Error when it has a key that Node cannot read */
export function factsOf(certificate: X509Certificate): CertificateFacts {
  const { publicKey } = certificate;
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serial: certificate.serialNumber.toLowerCase(),
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    subjectAltNames: certificate.subjectAltName?.split(", ") ?? [],
    isCa: certificate.ca,
    keyKind: keyKind(publicKey),
    keyFingerprint: keyFingerprint(publicKey),
  };
}

/** SHA-256 of a public key as SubjectPublicKeyInfo, in hex: equal for a certificate and the private key that belongs to it. */
export function keyFingerprint(publicKey: KeyObject): string {
  return createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/** Node writes one attribute per line; a person reads `O=shop, CN=root`. */
function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").join(", ");
}

function keyKind(publicKey: KeyObject): string {
  const details = publicKey.asymmetricKeyDetails;
  switch (publicKey.asymmetricKeyType) {
    case "rsa":
      return `RSA ${details?.modulusLength ?? ""}`.trim();
    case "ec":
      return `ECDSA ${curves[details?.namedCurve ?? ""] ?? details?.namedCurve ?? ""}`.trim();
    default:
      return publicKey.asymmetricKeyType ?? "unknown";
  }
}

const curves: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };
