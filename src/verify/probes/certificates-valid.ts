import { inWords } from "../../model/duration.ts";
import type { Check } from "../../model/health.ts";
import { textAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import type { Cluster } from "../../model/mesh.ts";
import { type Certificate, fingerprints, judgeChain, nameOf, readCertificates, readServing } from "../../trust/index.ts";
import { failed, type Place, type Probe, passed, perCluster } from "../check.ts";
import { type RootMap, runsIstiod, valueOf } from "../observed.ts";

const day = 86_400_000;

/** The certificate that istiod signs with, or with istio-csr serves with, leads to a root, fits its key, and does not end soon. */
export const certificatesValid: Probe = (observed) =>
  perCluster("certificates-valid", observed, {
    of: ({ cacerts }) => cacerts,
    concerns: ({ cluster }) => runsIstiod(cluster),
    judge: (secret, { cluster, roots }, place) => {
      const about = { cluster, given: valueOf(roots) ?? [], place, at: observed.at };
      return [observed.mesh.trust.signer.kind === "certManager" ? judgeServed(secret, about) : judge(secret, about)];
    },
  });

interface Held {
  readonly cluster: Cluster;
  /** What the namespaces were given. */
  readonly given: readonly RootMap[];
  readonly place: Place;
  readonly at: number;
}

/** With istio-csr the intermediate never enters the cluster: what can be seen is what istiod shows to proxies and API servers. */
function judgeServed(secret: Present | undefined, { cluster, given, place, at }: Held): Check {
  const { systemNamespace: namespace } = cluster;
  const name = `\`${namespace}/istiod-tls\``;
  const look = `See the Certificate for it (\`kubectl -n ${namespace} get certificate,certificaterequest\`): cert-manager issues it, istio-csr's chart asks for it.`;
  if (secret === undefined) return failed(place, `There is no Secret ${name}: istiod has nothing to serve with.`, look);
  const own = given.find((map) => map.namespace === namespace)?.pem ?? "";
  const { certificate, faults } = readServing(secret, { cluster, given: own, at });
  if (certificate === undefined || faults.length > 0) return failed(place, `Secret ${name} cannot be used: ${faults.join("; ")}.`, look);
  const left = certificate.notAfter - at;
  const told = `istiod's own certificate ends in ${inWords(left)}`;
  return isClose(certificate, left)
    ? failed(place, `cert-manager has not renewed ${name}: ${told}.`, look)
    : passed(place, `What istiod serves with leads to the mesh's root; ${told}.`);
}

function judge(cacerts: Present | undefined, { cluster, given, place, at }: Held): Check {
  const secret = `\`${cluster.systemNamespace}/cacerts\``;
  if (cacerts === undefined)
    return failed(
      place,
      `There is no Secret ${secret}: istiod signs with a root of its own, which no other cluster trusts.`,
      "Apply the mesh, or have whoever keeps the Secret write it; then restart istiod.",
    );
  const { chain, roots, isComplete, keyFits } = held(cacerts);
  if (!isComplete)
    return failed(
      place,
      `Secret ${secret} lacks a part that istiod needs.`,
      "It needs `ca-cert.pem`, `ca-key.pem`, `cert-chain.pem`, `root-cert.pem`.",
    );
  const { faults } = judgeChain({ chain: withoutRoots(chain, roots), roots, at, trustDomain: cluster.trustDomain });
  if (!keyFits)
    return failed(
      place,
      `The key in ${secret} does not belong to its certificate.`,
      "`isthmus certs renew` issues both anew; istiod does not start with these.",
    );
  if (faults[0] !== undefined)
    return failed(place, `The certificate in ${secret} cannot be used: ${faults.join("; ")}.`, "`isthmus certs renew` issues it anew.");
  const trusted = fingerprints(given.flatMap(({ pem }) => readCertificates(pem).certificates));
  if (trusted.length > 0 && !roots.some(({ fingerprint }) => trusted.includes(fingerprint)))
    return failed(
      place,
      `No namespace was given a root of ${secret}: istiod does not sign with it.`,
      "istiod takes a Secret that came after it only when it starts: restart it, then the workloads, one after the other.",
    );
  return ending([...chain, ...roots], place, at);
}

/**
 * Istio's own Makefile for plugged-in certificates writes the root into `cert-chain.pem`, so running meshes hold it there and work; who is to write a chain anew is
 * held to the stricter rule.
 */
function withoutRoots(chain: readonly Certificate[], roots: readonly Certificate[]): readonly Certificate[] {
  const known = new Set(roots.map(({ fingerprint }) => fingerprint));
  return chain.filter(({ fingerprint }, index) => index === 0 || !known.has(fingerprint));
}

/** Both forms of the Secret (reference 2.2): istiod takes `tls.crt` as soon as it exists. */
function held({ object, privates }: Present): {
  readonly chain: readonly Certificate[];
  readonly roots: readonly Certificate[];
  readonly isComplete: boolean;
  readonly keyFits: boolean;
} {
  const text = (key: string): string => textAt(object, "stringData", key) ?? "";
  const isTls = text("tls.crt") !== "";
  const keys = isTls
    ? (["tls.crt", "tls.key", "tls.crt", "ca.crt"] as const)
    : (["ca-cert.pem", "ca-key.pem", "cert-chain.pem", "root-cert.pem"] as const);
  const [first, key, chain, root] = keys;
  const [signing] = readCertificates(text(first)).certificates;
  const roots = readCertificates(text(root)).certificates;
  // cert-manager may end the chain with the root; istiod appends it itself.
  const links = readCertificates(text(chain)).certificates.filter(
    ({ fingerprint }, index) => !isTls || index === 0 || !roots.some((other) => other.fingerprint === fingerprint),
  );
  const facts = privates.find((entry) => entry.path === key);
  const keyFits = facts?.kind !== "private-key" || facts.fingerprint === signing?.facts.keyFingerprint;
  const isSame = signing === undefined || signing.fingerprint === links[0]?.fingerprint;
  // A chain that starts with another certificate leads peers astray: then only the signing certificate itself is a chain.
  return {
    chain: isSame || signing === undefined ? links : [signing],
    roots,
    isComplete: keys.every((name) => text(name) !== ""),
    keyFits,
  };
}

/** When a fifth of a life is left, or 30 days of a long one: by then renewal, which starts much earlier, has failed several times. */
function isClose({ notBefore, notAfter }: Certificate, left: number): boolean {
  return left < Math.min(30 * day, (notAfter - notBefore) / 5);
}

function ending(certificates: readonly Certificate[], place: Place, at: number): Check {
  const [next] = certificates.toSorted((a, b) => a.notAfter - b.notAfter);
  if (next === undefined) return failed(place, "There is no certificate.", "`isthmus certs renew` issues one.");
  const left = next.notAfter - at;
  const told = `certificate \`${nameOf(next)}\` ends in ${inWords(left)} (${next.facts.notAfter.slice(0, 10)})`;
  const remedy = next.isSelfIssued
    ? "A root is replaced in steps that take days: begin now with `spec.trust.rotation`."
    : "`isthmus certs renew` issues a new one; see why that did not happen by itself.";
  return isClose(next, left) ? failed(place, `The ${told}.`, remedy) : passed(place, `The chain holds; its ${told}.`);
}
