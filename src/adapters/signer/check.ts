import { problem } from "../../catalog/problem.ts";
import type { IntermediateRequest, Issued } from "../../model/certificate.ts";
import { type Certificate, judgeChain, nameOf, readCertificates } from "../../trust/index.ts";
import type { Key } from "./key.ts";

/** What a signer gave, before anybody believes it. Both are PEM. */
export interface Answer {
  /** Starts with the intermediate; upper ones may follow, and the root. */
  readonly chain: string;
  /** Every root that the mesh trusts now. */
  readonly roots: string;
}

/** A signer may round; it may not hand out days that nobody asked for. */
const roundingMs = 3_600_000;

/** A signer that dates by its own clock may be a little ahead of ours. */
const aheadMs = 60_000;

/** Less than one leaf's life is of no use (leafs are capped to the end of the intermediate). */
const leastLifeMs = 24 * 3_600_000;

/**
 * Checks an answer against the request, the key and the roots, and hands it on as the entries of `cacerts`. The root is taken out of the chain: Istio wants it
 * only beside it (istio/istio#43654). `at` is milliseconds since 1970. @throws Problem `certificate-unacceptable`, with every fault at once
 */
export function accept(answer: Answer, request: IntermediateRequest, key: Key, at: number): Issued {
  const given = readCertificates(answer.chain);
  const trusted = readCertificates(answer.roots);
  const misshapen = formFault(answer.chain, given, key);
  if (misshapen !== undefined) throw problem("certificate-unacceptable", { cluster: request.cluster, why: misshapen });
  const isTrusted = new Set(trusted.certificates.map(({ fingerprint }) => fingerprint));
  const chain = given.certificates.filter(({ fingerprint }, index) => index === 0 || !isTrusted.has(fingerprint));
  const [first] = chain;
  const soon = Math.max(at, Math.min(first?.notBefore ?? at, at + aheadMs));
  const judged = judgeChain({ chain, roots: trusted.certificates, at: soon, trustDomain: request.trustDomain });
  const faults = [
    ...given.faults.map((fault) => `in the answer, ${fault}`),
    ...trusted.faults.map((fault) => `in the roots, ${fault}`),
    ...judged.faults,
    ...(first === undefined ? [] : requestFaults(first, judged.root, { request, key, at })),
  ];
  if (first === undefined || faults.length > 0) {
    throw problem("certificate-unacceptable", { cluster: request.cluster, why: faults.join("; ") || "it holds no certificate" });
  }
  return {
    caCert: first.pem,
    caKey: key.pem,
    certChain: chain.map(({ pem }) => pem).join(""),
    rootCert: request.roots ?? answer.roots,
    facts: first.facts,
  };
}

/** What makes every other fault a consequence: nothing is there, or what was asked for is not the first. */
function formFault(text: string, { certificates, faults }: ReturnType<typeof readCertificates>, key: Key): string | undefined {
  if (certificates.length === 0) {
    const seen = text.trim() === "" ? "nothing was printed" : `${Buffer.byteLength(text)} bytes were printed`;
    return [`${seen}${text.trim() === "" ? "" : ", and no certificate that can be read (PEM) is among them"}`, ...faults].join("; ");
  }
  const at = certificates.findIndex(({ facts }) => facts.keyFingerprint === key.fingerprint);
  return at > 0
    ? `the certificate for the key that was asked for is no. ${at + 1} of ${certificates.length}, and has to come first`
    : undefined;
}

function requestFaults(
  certificate: Certificate,
  root: Certificate | undefined,
  { request, key, at }: { request: IntermediateRequest; key: Key; at: number },
): readonly string[] {
  const { facts, notAfter } = certificate;
  const name = `DNS:${istiodName(request)}`;
  const faults: string[] = [];
  if (facts.keyFingerprint !== key.fingerprint)
    faults.push("it is for another key than the one that was asked for, which is in the request on the standard input");
  if (!facts.subjectAltNames.includes(name)) faults.push(`it lacks the name ${name}`);
  if (certificate.isSelfIssued) faults.push("it is a root itself");
  if (notAfter > request.notAfter + roundingMs) faults.push(`it ends at ${facts.notAfter}, later than was asked for`);
  if (notAfter < Math.min(request.notAfter, at + leastLifeMs)) faults.push(`it ends at ${facts.notAfter}, too soon to be of use`);
  if (root === undefined) return faults;
  if (notAfter > root.notAfter) faults.push(`it outlives its root ${nameOf(root)}, which ends at ${root.facts.notAfter}`);
  if (request.under !== undefined && root.fingerprint !== request.under)
    faults.push(`it stands under ${nameOf(root)}, not under the root asked for`);
  return faults;
}

/** The name under which everything reaches istiod of a cluster. */
export function istiodName({ systemNamespace }: IntermediateRequest): string {
  return `istiod.${systemNamespace}.svc`;
}
