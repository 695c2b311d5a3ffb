import "reflect-metadata";
import { generateKeyPairSync, webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** A certificate with its key, both PEM. */
export interface Credential {
  readonly certificate: string;
  readonly key: string;
}

export interface Wanted {
  readonly name: string;
  /** Kubernetes reads them as groups. */
  readonly organizations?: readonly string[];
  readonly addresses?: readonly string[];
  readonly hosts?: readonly string[];
  /** Seconds; default one day. */
  readonly lifetime?: number;
}

/** A certificate authority: a cluster's own, or the root of a mesh. */
export interface Authority {
  readonly certificate: string;
  issue(wanted: Wanted): Promise<Credential>;
  /** An intermediate that may sign leaves only. */
  issueAuthority(name: string): Promise<Credential>;
}

export async function newAuthority(name: string): Promise<Authority> {
  const keys = await newKeys();
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    ...validity(86400),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.digitalSignature, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    certificate: root.toString("pem"),
    issue: (wanted) => issue(root, keys, wanted),
    issueAuthority: (name) => issueAuthority(root, keys, name),
  };
}

/** Key pair with which an API server signs the tokens of service accounts. */
export function newSigningKeys(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}

async function issue(root: x509.X509Certificate, rootKeys: webcrypto.CryptoKeyPair, wanted: Wanted): Promise<Credential> {
  const keys = await newKeys();
  const names = [
    ...(wanted.addresses ?? []).map((value) => ({ type: "ip" as const, value })),
    ...(wanted.hosts ?? []).map((value) => ({ type: "dns" as const, value })),
  ];
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [...(wanted.organizations ?? []).map((group) => ({ O: [group] })), { CN: [wanted.name] }],
    issuer: root.subject,
    ...validity(wanted.lifetime ?? 86400),
    publicKey: keys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
      ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)]),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  return { certificate: certificate.toString("pem"), key: await pemOf(keys.privateKey) };
}

async function issueAuthority(root: x509.X509Certificate, rootKeys: webcrypto.CryptoKeyPair, name: string): Promise<Credential> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: root.subject,
    ...validity(86400),
    publicKey: keys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  return { certificate: certificate.toString("pem"), key: await pemOf(keys.privateKey) };
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const base64 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", key)).toString("base64");
  return `-----BEGIN PRIVATE KEY-----\n${base64.replace(/.{64}/g, "$&\n").trim()}\n-----END PRIVATE KEY-----\n`;
}

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);

/** From a minute ago: two clocks of one machine agree, a second boundary does not wait. */
function validity(seconds: number): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + seconds * 1000) };
}
