import { createHash, X509Certificate } from "node:crypto";
import type { CertificateChange, CertificateFacts } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import { type At, atEntry, atKey, root } from "./path.ts";
import { certificateBlocks, pemIn } from "./pem.ts";

/** The certificates that came, went or changed between two states of an object, by metadata only. */
export function certificateChanges(before: Json | undefined, after: Json | undefined): readonly CertificateChange[] {
  const left = certificatesIn(before);
  const right = certificatesIn(after);
  const places = [...new Set([...right.keys(), ...left.keys()])];
  return places.flatMap((place) => pair(place, left.get(place) ?? [], right.get(place) ?? []));
}

/** Certificates of one text: the same one is no change; another one of the same subject took its place; the rest came or went. */
function pair(place: string, before: readonly CertificateFacts[], after: readonly CertificateFacts[]): readonly CertificateChange[] {
  const old = before.filter((facts) => !after.some((other) => isSame(facts, other)));
  const rows: CertificateChange[] = [];
  for (const [index, facts] of after.entries()) {
    if (before.some((other) => isSame(facts, other))) continue;
    const at = old.findIndex((other) => other.subject === facts.subject);
    rows.push({ path: `${place}[${index}]`, before: at < 0 ? undefined : old.splice(at, 1)[0], after: facts });
  }
  const gone = old.map((facts) => ({ path: `${place}[${before.indexOf(facts)}]`, before: facts, after: undefined }));
  return [...rows, ...gone];
}

function isSame(a: CertificateFacts, b: CertificateFacts): boolean {
  return a.serial === b.serial && a.issuer === b.issuer && a.keyFingerprint === b.keyFingerprint && a.notAfter === b.notAfter;
}

function certificatesIn(value: Json | undefined): ReadonlyMap<string, readonly CertificateFacts[]> {
  const found = new Map<string, readonly CertificateFacts[]>();
  collect(value, root, found);
  return found;
}

function collect(value: Json | undefined, at: At, into: Map<string, readonly CertificateFacts[]>): void {
  if (typeof value === "string") {
    const pem = pemIn(value);
    const facts = pem === undefined ? [] : certificateBlocks(pem).flatMap(factsOf);
    if (facts.length > 0) into.set(at.shown, facts);
  } else if (isList(value)) {
    for (const [index, entry] of value.entries()) collect(entry, atEntry(at, index), into);
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) collect(entry, atKey(at, key), into);
  }
}

/** What may be told about one certificate; empty for a block that is none. */
export function factsOf(block: string): readonly CertificateFacts[] {
  try {
    const certificate = new X509Certificate(upright(block));
    const spki = certificate.publicKey.export({ type: "spki", format: "der" });
    return [
      {
        subject: oneLine(certificate.subject),
        issuer: oneLine(certificate.issuer),
        serial: certificate.serialNumber.toLowerCase(),
        notBefore: certificate.validFromDate.toISOString(),
        notAfter: certificate.validToDate.toISOString(),
        subjectAltNames: certificate.subjectAltName?.split(", ") ?? [],
        isCa: certificate.ca,
        keyKind: keyKind(certificate),
        keyFingerprint: createHash("sha256").update(spki).digest("hex"),
      },
    ];
  } catch {
    // Not a certificate after all, or one with a key that cannot be read: the text is hidden all the same, there are just no facts about it.
    return [];
  }
}

/** PEM as the parser wants it, also when it stood indented in YAML or with escaped line ends in JSON. */
function upright(block: string): string {
  return block.replaceAll(String.raw`\n`, "\n").replace(/^[ \t]+|[ \t\r]+$/gmu, "");
}

/** Node writes one attribute per line; a person reads `O=shop, CN=root`. */
function oneLine(name: string | undefined): string {
  return (name ?? "").split("\n").join(", ");
}

function keyKind({ publicKey }: X509Certificate): string {
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
