import type { Certificate } from "./certificate.ts";

/** Extended key usages under which Go and Envoy let an authority vouch for servers: serverAuth, any. */
const servingPurposes = ["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"];

const curves = new Set(["ECDSA P-256", "ECDSA P-384", "ECDSA P-521"]);

/**
 * What keeps a certificate from being an authority that istiod loads and every proxy accepts (reference 2.2 and C04 to C11), as clauses that follow its name.
 * `below` is the number of authorities that stand under it. Whether it expired is `dateFaults`.
 */
export function authorityFaults({ facts, extensions }: Certificate, below: number): readonly string[] {
  const { signature, pathLength, keyUsage, purposes, hasBasicConstraints } = extensions;
  const faults: string[] = [];
  if (!facts.isCa || !hasBasicConstraints) faults.push("is no authority (CA:TRUE is missing)");
  if (keyUsage !== undefined && !keyUsage.certSign) faults.push("may not sign certificates (key usage)");
  if (pathLength !== undefined && pathLength < below) faults.push(`allows ${pathLength} authorities below it (path length), not ${below}`);
  if (purposes !== undefined && !purposes.some((purpose) => servingPurposes.includes(purpose))) {
    faults.push("has an extended key usage without serverAuth");
  }
  if (/sha1|md5/u.test(signature)) faults.push(`is signed with ${signature}, which istiod refuses`);
  return [...faults, ...keyFaults(facts.keyKind)];
}

/** Whether the time is inside its validity, as clauses. */
export function dateFaults({ facts, notBefore, notAfter }: Certificate, at: number): readonly string[] {
  if (at > notAfter) return [`expired at ${facts.notAfter}`];
  return at < notBefore ? [`is not valid before ${facts.notBefore}`] : [];
}

/** What keeps a root from standing above intermediates, as clauses. */
export function rootFaults(root: Certificate, at: number): readonly string[] {
  const isSelfSigned = root.isSelfIssued && root.x509.verify(root.x509.publicKey);
  return [...(isSelfSigned ? [] : ["is not signed by itself, so it is no root"]), ...authorityFaults(root, 1), ...dateFaults(root, at)];
}

function keyFaults(kind: string): readonly string[] {
  const bits = /^RSA (\d+)$/u.exec(kind)?.[1];
  if (bits !== undefined) return Number(bits) < 2048 ? [`has an ${kind} key; 2048 bits are the least`] : [];
  return curves.has(kind) ? [] : [`has a key of kind ${kind}; RSA, P-256, P-384 and P-521 are understood everywhere`];
}
