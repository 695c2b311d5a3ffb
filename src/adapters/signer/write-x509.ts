// First of all: the library under the next import needs it while it is being loaded.
import "reflect-metadata";
import { type KeyObject, randomBytes, type webcrypto } from "node:crypto";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type Extension,
  type JsonName,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequestGenerator,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";

/**
 * The only module that writes X.509. Loaded late (`await import`): the library costs a tenth of a second, and most runs sign nothing.
 * Everything is signed with SHA-256.
 */

/** Times are milliseconds since 1970; seconds count, the rest is cut off. */
interface Validity {
  readonly notBefore: number;
  readonly notAfter: number;
}

export interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** What an intermediate says of itself. */
export interface Intermediate {
  readonly subject: Subject;
  readonly dnsNames: readonly string[];
}

export interface Subject {
  readonly organization: string;
  readonly unit?: string;
  readonly commonName: string;
}

const caUsage = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign | KeyUsageFlags.digitalSignature;

/** A certificate for `publicKey`, signed with the root's key: an authority under which only leafs may stand. PEM. */
export async function writeIntermediate(
  intermediate: Intermediate,
  { root, rootKey, publicKey, ...validity }: { root: string; rootKey: KeyObject; publicKey: KeyObject } & Validity,
): Promise<string> {
  const above = new X509Certificate(root);
  const extensions = [
    new BasicConstraintsExtension(true, 0, true),
    new KeyUsagesExtension(caUsage, true),
    ...(await identifiers(publicKey, above)),
    namesOf(intermediate),
  ];
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: nameOf(intermediate.subject),
    // As an object, not as text: the bytes of the root's own name must come back, whatever kind of string they use.
    issuer: above.subjectName,
    ...dates(validity),
    publicKey: publicKey.export({ type: "spki", format: "der" }),
    signingKey: signingKey(rootKey),
    extensions,
  });
  return pem(certificate);
}

/** A root that signs itself. PEM. */
export async function writeRoot(subject: Subject, { publicKey, privateKey, ...validity }: Pair & Validity): Promise<string> {
  const spki = publicKey.export({ type: "spki", format: "der" });
  const name = nameOf(subject);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: name,
    issuer: name,
    ...dates(validity),
    publicKey: spki,
    signingKey: signingKey(privateKey),
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(spki),
    ],
  });
  return pem(certificate);
}

/** A request (PKCS#10) for the intermediate, with the extensions it should get. PEM. */
export async function writeRequest(intermediate: Intermediate, { publicKey, privateKey }: Pair): Promise<string> {
  const keys = { publicKey: publicKey.toCryptoKey(ecdsa(publicKey), true, ["verify"]), privateKey: signingKey(privateKey) };
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: nameOf(intermediate.subject),
    keys,
    signingAlgorithm: { name: "ECDSA", hash: "SHA-256" },
    extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(caUsage, true), namesOf(intermediate)],
  });
  return pem(request);
}

async function identifiers(publicKey: KeyObject, above: X509Certificate): Promise<readonly Extension[]> {
  // The root may name its own key in its own way: what it says of itself is what verifiers look for.
  const named = above.getExtension(SubjectKeyIdentifierExtension)?.keyId;
  return [
    await SubjectKeyIdentifierExtension.create(publicKey.export({ type: "spki", format: "der" })),
    named === undefined ? await AuthorityKeyIdentifierExtension.create(above.publicKey) : new AuthorityKeyIdentifierExtension(named),
  ];
}

function namesOf({ dnsNames }: Intermediate): Extension {
  return new SubjectAlternativeNameExtension(dnsNames.map((value) => ({ type: "dns", value })));
}

function nameOf({ organization, unit, commonName }: Subject): JsonName {
  return [{ O: [fitting(organization)] }, ...(unit === undefined ? [] : [{ OU: [unit] }]), { CN: [fitting(commonName)] }];
}

/** RFC 5280 bounds these names to 64 characters. */
function fitting(name: string): string {
  return [...name].slice(0, 64).join("");
}

/** 128 random bits, positive (RFC 5280, 4.1.2.2): a leading zero byte where the first bit would read as a sign. */
function serial(): string {
  return `00${randomBytes(16).toString("hex")}`;
}

function dates({ notBefore, notAfter }: Validity): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(Math.ceil(notBefore / 1000) * 1000), notAfter: new Date(Math.floor(notAfter / 1000) * 1000) };
}

function signingKey(key: KeyObject): webcrypto.CryptoKey {
  const algorithm = key.asymmetricKeyType === "rsa" ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } : ecdsa(key);
  return key.toCryptoKey(algorithm, false, ["sign"]);
}

function ecdsa(key: KeyObject): { readonly name: string; readonly namedCurve: string } {
  return { name: "ECDSA", namedCurve: curves[key.asymmetricKeyDetails?.namedCurve ?? ""] ?? "" };
}

const curves: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

function pem(written: { toString(format: "pem"): string }): string {
  return `${written.toString("pem").trim()}\n`;
}
