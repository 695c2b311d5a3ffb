import { X509Certificate } from "node:crypto";
import type { CertificateFacts } from "../model/change.ts";
import { type Extensions, extensionsOf } from "./extensions.ts";
import { factsOf } from "./facts.ts";

/** One certificate, with what a judgement needs beyond its public facts. Times are milliseconds since 1970. */
export interface Certificate {
  readonly x509: X509Certificate;
  readonly facts: CertificateFacts;
  readonly extensions: Extensions;
  /** SHA-256 of the whole certificate, in hex without colons. */
  readonly fingerprint: string;
  /** Written anew: 64 columns, ends with a line end. */
  readonly pem: string;
  readonly notBefore: number;
  readonly notAfter: number;
  /** Subject and issuer are the same: a root, or what wants to be one. */
  readonly isSelfIssued: boolean;
}

/** The certificates of a text in their order, and what is wrong with the text, as sentences. */
export interface Read {
  readonly certificates: readonly Certificate[];
  readonly faults: readonly string[];
}

const most = 50;

/**
 * Reads a PEM text of certificates. Text between the blocks is passed over, as Go does; a block of another kind is a fault, because a private key has no place
 * beside what everybody may read. Nothing of the text is quoted.
 */
export function readCertificates(pem: string): Read {
  const blocks = [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/gu)];
  const begun = pem.match(/-----BEGIN /gu)?.length ?? 0;
  const faults: string[] = [];
  const foreign = blocks.find(([, kind]) => kind !== "CERTIFICATE")?.[1];
  if (foreign !== undefined) faults.push(`it holds a block of kind ${foreign} among the certificates`);
  if (begun > blocks.length) faults.push("it holds a block that does not end");
  if (blocks.length > most) faults.push(`it holds ${blocks.length} certificates; ${most} is the limit`);
  const certificates = blocks.slice(0, most).flatMap(([block, kind], index) => {
    const certificate = kind === "CERTIFICATE" ? parse(block) : undefined;
    if (kind === "CERTIFICATE" && certificate === undefined) faults.push(`its certificate no. ${index + 1} cannot be read`);
    return certificate === undefined ? [] : [certificate];
  });
  return { certificates, faults };
}

/** The common name, or the whole subject when there is none. */
export function nameOf({ facts }: Certificate): string {
  return /(?:^|, )CN=([^,]+)/u.exec(facts.subject)?.[1] ?? facts.subject;
}

/** Fingerprints of a set of certificates, sorted: equal for equal sets, however they are written. */
export function fingerprints(certificates: readonly Certificate[]): readonly string[] {
  return [...new Set(certificates.map(({ fingerprint }) => fingerprint))].sort();
}

/** Fingerprints as the certificates stand, each once: equal for texts that differ in spelling only. */
export function fingerprintsInOrder(certificates: readonly Certificate[]): readonly string[] {
  return [...new Set(certificates.map(({ fingerprint }) => fingerprint))];
}

function parse(block: string): Certificate | undefined {
  try {
    const x509 = new X509Certificate(block);
    return {
      x509,
      facts: factsOf(x509),
      extensions: extensionsOf(x509.raw),
      fingerprint: x509.fingerprint256.replaceAll(":", "").toLowerCase(),
      pem: x509.toString(),
      notBefore: x509.validFromDate.getTime(),
      notAfter: x509.validToDate.getTime(),
      isSelfIssued: x509.subject === x509.issuer,
    };
  } catch {
    return undefined;
  }
}
