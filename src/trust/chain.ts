import { type Certificate, nameOf } from "./certificate.ts";
import { authorityFaults, dateFaults, rootFaults } from "./faults.ts";

/** A signing certificate with what leads from it to a root: `cert-chain.pem` and `root-cert.pem` as certificates. */
export interface Chain {
  /** Starts with the signing certificate, then upper intermediates, without the root. */
  readonly chain: readonly Certificate[];
  readonly roots: readonly Certificate[];
  readonly at: number;
  /** The trust domain that workloads get names in; name constraints must let it pass. */
  readonly trustDomain: string;
}

/** The root at the end, or what is wrong, as sentences. */
export interface Judged {
  readonly root: Certificate | undefined;
  readonly faults: readonly string[];
}

/**
 * Judges a chain as istiod does when it loads it and as every peer does when it meets a leaf (reference 2.2): built by names, key identifiers and signatures,
 * never by trust in the order alone.
 */
export function judgeChain({ chain, roots, at, trustDomain }: Chain): Judged {
  const [first] = chain;
  if (first === undefined) return { root: undefined, faults: ["there is no certificate"] };
  if (roots.length === 0) return { root: undefined, faults: ["there is no root"] };
  const path = pathFrom(first, chain.slice(1), roots, []);
  if (path === undefined)
    return { root: undefined, faults: [`${nameOf(first)} does not lead to a root that is trusted`, ...alone(first, at)] };
  const root = path.at(-1);
  const faults = path.flatMap((certificate, below) => linkFaults(certificate, { below, at, isRoot: below === path.length - 1 }));
  return { root, faults: [...faults, ...orderFaults(chain, path, roots), ...nameFaults(path, trustDomain)] };
}

/** Certificates from `first` by way of others in `pool` to one of the roots, both included. */
export function pathToRoot(
  first: Certificate,
  pool: readonly Certificate[],
  roots: readonly Certificate[],
): readonly Certificate[] | undefined {
  return pathFrom(first, pool, roots, []);
}

/** Depth first, each certificate at most once. */
function pathFrom(
  from: Certificate,
  pool: readonly Certificate[],
  roots: readonly Certificate[],
  behind: readonly Certificate[],
): readonly Certificate[] | undefined {
  const above = [...behind, from];
  if (roots.some(({ fingerprint }) => fingerprint === from.fingerprint)) return above;
  const root = roots.find((candidate) => isIssuedBy(from, candidate));
  if (root !== undefined) return [...above, root];
  for (const candidate of pool.filter((other) => !above.includes(other) && isIssuedBy(from, other))) {
    const path = pathFrom(candidate, pool, roots, above);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** True when `issuer` signed `certificate`: names and key identifiers match, and the signature is its own. */
function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.x509.publicKey);
}

function linkFaults(certificate: Certificate, { below, at, isRoot }: { below: number; at: number; isRoot: boolean }): readonly string[] {
  // A signing certificate that is a root itself has nothing below it but leafs.
  const clauses = isRoot && below > 0 ? rootClauses(certificate, below, at) : alone(certificate, at, below);
  return clauses.map((clause) => `${nameOf(certificate)} ${clause}`);
}

function rootClauses(root: Certificate, below: number, at: number): readonly string[] {
  return [...new Set([...rootFaults(root, at), ...authorityFaults(root, below)])];
}

function alone(certificate: Certificate, at: number, below = 0): readonly string[] {
  return [...authorityFaults(certificate, below), ...dateFaults(certificate, at)];
}

/** Every leaf carries `cert-chain.pem` as it stands: out of order, doubled or with the root in it, some peers refuse it (istio/istio#43654). */
function orderFaults(chain: readonly Certificate[], path: readonly Certificate[], roots: readonly Certificate[]): readonly string[] {
  const isRoot = new Set(roots.map(({ fingerprint }) => fingerprint));
  const upper = chain.slice(1);
  if (upper.some(({ fingerprint }) => isRoot.has(fingerprint))) return ["the chain holds the root"];
  const wanted = path.slice(0, isRoot.has(path[0]?.fingerprint ?? "") ? 1 : -1);
  const isSame = wanted.length === chain.length && wanted.every(({ fingerprint }, index) => fingerprint === chain[index]?.fingerprint);
  return isSame ? [] : ["the chain is not in order, or holds certificates that do not belong to it"];
}

/** Name constraints anywhere above must let `spiffe://<trust domain>/…` pass (RFC 5280, 4.2.1.10: a URI is judged by its host). */
function nameFaults(path: readonly Certificate[], trustDomain: string): readonly string[] {
  const host = trustDomain.toLowerCase();
  const covers = (constraint: string): boolean => (constraint.startsWith(".") ? host.endsWith(constraint) : host === constraint);
  const isShut = path.some(({ extensions: { names } }) => {
    if (names === undefined) return false;
    return names.excludedUris.some(covers) || (names.permittedUris !== undefined && !names.permittedUris.some(covers));
  });
  return isShut ? [`its name constraints do not allow identities of the trust domain ${trustDomain}`] : [];
}
