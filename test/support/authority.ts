import "reflect-metadata";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import * as x509 from "@peculiar/x509";

/** Certificates for tests, good and bad, written by the library alone and not by our own code. */

export interface Made {
  readonly pem: string;
  /** PKCS#8. */
  readonly key: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  readonly certificate: x509.X509Certificate;
}

/** What differs from a good one. Times are milliseconds since 1970. */
export interface Recipe {
  readonly name?: string;
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly isCa?: boolean;
  readonly pathLength?: number | undefined;
  readonly usage?: number;
  readonly purposes?: readonly string[];
  readonly dnsNames?: readonly string[];
  readonly hash?: "SHA-1" | "SHA-256" | "SHA-384";
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly permittedUri?: string;
  readonly excludedUri?: string;
}

export const day = 86_400_000;
/** The time of these tests. */
export const now = Date.parse("2026-11-23T10:00:00Z");

export const ecKeys = (namedCurve = "P-256") => generateKeyPairSync("ec", { namedCurve });
export const rsaKeys = (modulusLength = 2048) => generateKeyPairSync("rsa", { modulusLength });

const caUsage = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign;

/** A root that signs itself: ten years, no path length. */
export function makeRoot(recipe: Recipe = {}): Promise<Made> {
  const keys = recipe.keys ?? ecKeys();
  return make({ name: "root-a", notAfter: now + 3650 * day, pathLength: undefined, ...recipe, keys }, undefined);
}

/** An intermediate of a year, path length 0, for cluster east. */
export function makeIntermediate(above: Made, recipe: Recipe = {}): Promise<Made> {
  const wanted = { name: "east", notAfter: now + 365 * day, pathLength: 0, dnsNames: ["istiod.istio-system.svc"], ...recipe };
  return make({ ...wanted, keys: recipe.keys ?? ecKeys() }, above);
}

async function make(recipe: Recipe & { readonly keys: NonNullable<Recipe["keys"]> }, above: Made | undefined): Promise<Made> {
  const { publicKey, privateKey } = recipe.keys;
  const spki = publicKey.export({ type: "spki", format: "der" });
  const hash = recipe.hash ?? "SHA-256";
  const subject = `O=shop, CN=${recipe.name ?? "x"}`;
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: above?.certificate.subjectName ?? subject,
    notBefore: new Date(recipe.notBefore ?? now - day),
    notAfter: new Date(recipe.notAfter ?? now + day),
    publicKey: spki,
    signingKey: cryptoKey(above?.privateKey ?? privateKey, hash),
    signingAlgorithm: { name: "ECDSA", hash },
    extensions: [
      new x509.BasicConstraintsExtension(recipe.isCa ?? true, recipe.pathLength, true),
      new x509.KeyUsagesExtension(recipe.usage ?? caUsage, true),
      await x509.SubjectKeyIdentifierExtension.create(spki),
      ...(above === undefined ? [] : [await x509.AuthorityKeyIdentifierExtension.create(above.certificate.publicKey)]),
      ...(recipe.purposes === undefined ? [] : [new x509.ExtendedKeyUsageExtension([...recipe.purposes])]),
      ...(recipe.dnsNames === undefined
        ? []
        : [new x509.SubjectAlternativeNameExtension(recipe.dnsNames.map((value) => ({ type: "dns", value })))]),
      ...nameConstraints(recipe),
    ],
  });
  return {
    pem: `${certificate.toString("pem")}\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey,
    privateKey,
    certificate,
  };
}

/** NameConstraints with one URI; written by hand, because the library has no class for it. */
function nameConstraints({ permittedUri, excludedUri }: Recipe): readonly x509.Extension[] {
  const list = (tag: number, uri: string | undefined): readonly number[] =>
    uri === undefined ? [] : [tag, uri.length + 4, 0x30, uri.length + 2, 0x86, uri.length, ...Buffer.from(uri)];
  const content = [...list(0xa0, permittedUri), ...list(0xa1, excludedUri)];
  return content.length === 0 ? [] : [new x509.Extension("2.5.29.30", true, Uint8Array.from([0x30, content.length, ...content]))];
}

function cryptoKey(key: KeyObject, hash: string) {
  const curve = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" }[key.asymmetricKeyDetails?.namedCurve ?? ""];
  const algorithm = curve === undefined ? { name: "RSASSA-PKCS1-v1_5", hash } : { name: "ECDSA", namedCurve: curve };
  return key.toCryptoKey(algorithm, true, ["sign"]);
}
