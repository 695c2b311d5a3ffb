import { problem } from "../catalog/problem.ts";
import type { CacertsVerdict, TrustPosition } from "../model/certificate.ts";
import type { Live } from "../model/live.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import {
  type Certificate,
  fingerprints,
  fingerprintsInOrder,
  intermediateRequest,
  leafLifeMs,
  nameOf,
  readCertificates,
  renewAt,
} from "../trust/index.ts";
import { type Held, readHeld } from "./cacerts-held.ts";
import { phaseBefore, positionOf, signerForNew, signingClusters, type Wanted, wantedNow, whyToWait } from "./cacerts-rotation.ts";

/** What was read in one cluster. */
export interface LiveTrust {
  /** Secret `cacerts` of the system namespace. */
  readonly cacerts: Live;
  /** Secret `istio-ca-secret` there: istiod's own root, made when it started without `cacerts`. */
  readonly selfSigned: Live;
  /** Whether proxies run there; `undefined` is not known, and taken for yes. */
  readonly hasProxies: boolean | undefined;
}

/** What the mesh expects of it. */
export interface ExpectedTrust {
  readonly mesh: Mesh;
  readonly cluster: Cluster;
  /** PEM of every root that the signer knows, or why it could not say; `undefined` when nobody of ours signs. */
  readonly roots: string | Problem | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Renew what is still good: somebody asked for it. */
  readonly renew?: boolean;
  /** Where every cluster stands, by name (`positionIn`); one that could not be read is not in it. Only a rotation looks at it. */
  readonly positions?: ReadonlyMap<string, TrustPosition | "none">;
}

interface Case extends ExpectedTrust {
  readonly secret: string;
  readonly known: readonly Certificate[];
  readonly wanted: Wanted;
}

/**
 * Judges what one cluster's istiod signs with. What is good is kept, whoever made it; what ends soon is renewed under the same root, its bundle of roots kept
 * byte for byte (without multi-root support istiod refuses another spelling); another root is refused unless a rotation leads there; and nothing is issued
 * because something could not be read.
 */
export function judgeCacerts(live: LiveTrust, expected: ExpectedTrust): CacertsVerdict {
  const { mesh, cluster } = expected;
  if (!signingClusters(mesh).includes(cluster)) return keep();
  const secret = `${cluster.systemNamespace}/cacerts`;
  if (live.cacerts.kind === "unknown") return live.cacerts;
  const held = live.cacerts.kind === "present" ? readHeld(live.cacerts, { at: expected.at, trustDomain: cluster.trustDomain }) : undefined;
  const early = held === undefined ? judgeAbsence(live, expected, secret) : judgeForm(held, cluster, secret);
  if (early !== undefined) return early;
  if (mesh.trust.signer.kind === "external") return judgeForeign(held, cluster, secret);

  if (expected.roots instanceof Problem) return { kind: "unknown", why: expected.roots };
  const known = readCertificates(expected.roots ?? "").certificates;
  if (known.length === 0) return { kind: "unknown", why: problem("signer-unavailable", { why: "its roots are not known" }) };
  const wanted = wantedNow(mesh.trust, known);
  if (wanted instanceof Problem) return { kind: "refuse", why: wanted };
  const all: Case = { ...expected, secret, known, wanted };
  const verdict = held === undefined ? issueFirst(all) : judgeHeld(held, all);
  return held?.isImmutable && (verdict.kind === "issue" || verdict.kind === "roots") ? immutable(all) : verdict;
}

/** Where a cluster stands in a rotation; `undefined`: that cannot be told. */
export function positionIn(cacerts: Live, cluster: Cluster, at: number): TrustPosition | "none" | undefined {
  if (cacerts.kind === "unknown") return undefined;
  return cacerts.kind === "absent" ? "none" : positionOf(readHeld(cacerts, { at, trustDomain: cluster.trustDomain }));
}

function judgeAbsence({ selfSigned, hasProxies }: LiveTrust, { mesh, cluster }: ExpectedTrust, secret: string): CacertsVerdict | undefined {
  if (selfSigned.kind === "unknown") return selfSigned;
  const isInUse = selfSigned.kind === "present" && hasProxies !== false;
  if (isInUse) return { kind: "refuse", why: problem("self-signed-in-use", { cluster: cluster.name }) };
  return mesh.trust.signer.kind === "external"
    ? { kind: "refuse", why: problem("cacerts-missing", { cluster: cluster.name, secret }) }
    : undefined;
}

function judgeForm({ isGenerated, missing }: Held, { name: cluster }: Cluster, secret: string): CacertsVerdict | undefined {
  if (isGenerated) return { kind: "refuse", why: problem("self-signed-in-use", { cluster }) };
  if (missing.length === 0) return undefined;
  return { kind: "refuse", why: problem("cacerts-incomplete", { cluster, secret, missing: missing.join(", ") }) };
}

/** Somebody else keeps it: it is only verified. */
function judgeForeign(held: Held | undefined, cluster: Cluster, secret: string): CacertsVerdict {
  if (held === undefined || held.faults.length === 0) return keep();
  const remedy = "Tell whoever keeps it: `spec.trust.signer` says that this is not Isthmus.";
  return { kind: "refuse", why: problem("cacerts-unusable", { cluster: cluster.name, secret, why: held.faults.join("; "), remedy }) };
}

function issueFirst(all: Case): CacertsVerdict {
  const wait = waiting(all);
  if (wait !== undefined) return wait;
  const under = signerForNew(all.mesh.trust, all.wanted);
  const roots = all.wanted.roots.map(({ pem }) => pem).join("");
  return issue(all, { why: "there is none yet", under, roots, replaces: undefined });
}

function judgeHeld(held: Held, all: Case): CacertsVerdict {
  const differs = judgeRoots(held, all);
  if (differs !== undefined) return differs;
  const rootCert = rootsAfter(held, all);
  const reason = whyToIssue(held, all);
  if (reason === undefined && rootCert === held.rootText) return keep(lateNotes(held));
  if (held.form === "cert-manager") return notOurForm(held, all, reason ?? "the roots beside it change");
  const wait = waiting(all);
  if (wait !== undefined) return wait;
  if (reason === undefined) return { kind: "roots", why: whyOtherRoots(all), rootCert };
  return issue(all, {
    why: reason,
    under: all.wanted.under ?? held.issuer ?? signerForNew(all.mesh.trust, all.wanted),
    roots: isSwitching(held, all) ? respelled(rootCert, held, all) : rootCert,
    replaces: held.chain[0]?.facts.serial,
    isDue: isLate(held, all) && rootCert === held.rootText && !isElsewhere(held, all),
  });
}

/** The roots that are there must be those of the mesh, or lie on the way of a rotation. */
function judgeRoots({ roots, issuer }: Held, { wanted, known, mesh, cluster }: Case): CacertsVerdict | undefined {
  const { rotation } = mesh.trust;
  const [here, all] = [fingerprints(roots), fingerprints(known)];
  // What a phase drops anyway, the signer need not know any more.
  const isKnown = here.length > 0 && (rotation?.phase === "retire" || here.every((fingerprint) => all.includes(fingerprint)));
  if (rotation === undefined ? here.join() !== all.join() : !isKnown) {
    const named = (some: readonly Certificate[]) =>
      some.map((root) => `${nameOf(root)} (${root.fingerprint.slice(0, 12)})`).join(" and ") || "nothing";
    return { kind: "refuse", why: problem("root-differs", { cluster: cluster.name, live: named(roots), wanted: named(known) }) };
  }
  const { under } = wanted;
  if (rotation === undefined || under === undefined) return undefined;
  if (!here.includes(under.fingerprint)) return outOfOrder(`it does not trust ${nameOf(under)} yet`, rotation, cluster);
  const signs = issuer === undefined || issuer.fingerprint === under.fingerprint;
  return rotation.phase === "retire" && !signs ? outOfOrder(`it still signs under ${nameOf(issuer)}`, rotation, cluster) : undefined;
}

/** `root-cert.pem` as it must be: its bytes are left alone when it holds the right roots; what is missing goes to the end. */
function rootsAfter({ roots, rootText }: Held, { wanted }: Case): string {
  const here = fingerprints(roots);
  const missing = wanted.roots.filter(({ fingerprint }) => !here.includes(fingerprint));
  const isTooMany = here.length > wanted.roots.length - missing.length;
  if (isTooMany) return wanted.roots.map(({ pem }) => pem).join("");
  return missing.length === 0 ? rootText : [rootText.trimEnd(), ...missing.map(({ pem }) => pem.trimEnd()), ""].join("\n");
}

function isSwitching({ issuer }: Held, { wanted }: Case): boolean {
  return wanted.under !== undefined && issuer?.fingerprint !== wanted.under.fingerprint;
}

/**
 * The same roots in another order, the new signer's first: other bytes make every proxy that istiod tells its roots ask for a new certificate at once, where it
 * would otherwise go on with the old one for half a day (reference 2.5, step 2).
 */
function respelled(rootCert: string, { roots }: Held, { wanted: { under } }: Case): string {
  const { certificates } = readCertificates(rootCert);
  const others = certificates.filter(({ fingerprint }) => fingerprint !== under?.fingerprint);
  const signers = certificates.filter(({ fingerprint }) => fingerprint === under?.fingerprint);
  const order = (some: readonly Certificate[]): string => fingerprintsInOrder(some).join();
  const wanted = [...signers, ...others];
  return (order(wanted) === order(roots) ? [...others, ...signers] : wanted).map(({ pem }) => pem).join("");
}

function whyToIssue(held: Held, all: Case): string | undefined {
  const [first] = held.chain;
  const { wanted } = all;
  if (held.faults.length > 0) return `what is there cannot be used: ${held.faults.join("; ")}`;
  if (first === undefined) return "there is no certificate";
  if (wanted.under !== undefined && isElsewhere(held, all)) return `it must be signed by ${nameOf(wanted.under)}`;
  const end = endOf(held);
  if (end !== undefined && isLate(held, all)) return `it ends at ${end.facts.notAfter}`;
  return all.renew === true ? "a renewal was asked for" : undefined;
}

/** Signed by another root than a rotation wants. */
function isElsewhere({ issuer }: Held, { wanted: { under } }: Case): boolean {
  return under !== undefined && issuer?.fingerprint !== under.fingerprint;
}

/** Its time to be renewed has come. */
function isLate(held: Held, { at, cluster }: Case): boolean {
  const [[first], end] = [held.chain, endOf(held)];
  return first !== undefined && end !== undefined && at >= renewAt({ ...first, notAfter: end.notAfter }, leafLifeMs(cluster));
}

/** What ends first of the chain ends it. */
function endOf({ chain }: Held): Certificate | undefined {
  return chain.toSorted((a, b) => a.notAfter - b.notAfter)[0];
}

function whyOtherRoots({ mesh: { trust } }: Case): string {
  return trust.rotation?.phase === "retire" ? "the old root is dropped" : `root ${trust.rotation?.to ?? ""} is trusted beside the old one`;
}

/** What does not keep it from staying, and should be known (C09, C14). */
function lateNotes({ chain: [first], issuer }: Held): readonly string[] {
  if (first === undefined || issuer === undefined) return [];
  if (first.fingerprint === issuer.fingerprint)
    return ["istiod signs with the root itself: whoever reads this Secret holds the mesh's root key"];
  return first.notAfter > issuer.notAfter ? [`it outlives its root, which ends at ${issuer.facts.notAfter}`] : [];
}

function waiting({ mesh, known, cluster, positions }: Case): CacertsVerdict | undefined {
  const { rotation } = mesh.trust;
  if (rotation === undefined) return undefined;
  const wait = whyToWait(mesh, known, positions ?? new Map());
  return wait === undefined ? undefined : outOfOrder(wait, rotation, cluster);
}

function outOfOrder(why: string, { to, phase }: NonNullable<Mesh["trust"]["rotation"]>, { name: cluster }: Cluster): CacertsVerdict {
  return { kind: "refuse", why: problem("rotation-out-of-order", { cluster, to, phase, before: phaseBefore[phase], why }) };
}

/** The files of the other form win, and the type of a Secret never changes: there is nothing that could be written beside them. */
function notOurForm({ faults }: Held, { cluster, secret }: Case, reason: string): CacertsVerdict {
  const remedy = "It is in cert-manager's form (tls.crt): have cert-manager renew it, or replace it by one in Istio's form.";
  const why = faults.length > 0 ? faults.join("; ") : reason;
  return { kind: "refuse", why: problem("cacerts-unusable", { cluster: cluster.name, secret, why, remedy }) };
}

function immutable({ cluster, secret }: Case): CacertsVerdict {
  const remedy = "Delete it and write it again without `immutable: true`; the running istiod goes on with what it has loaded.";
  return {
    kind: "refuse",
    why: problem("cacerts-unusable", { cluster: cluster.name, secret, why: "it is immutable and must change", remedy }),
  };
}

interface Issue {
  readonly why: string;
  readonly under: Certificate | undefined;
  readonly roots: string;
  readonly replaces: string | undefined;
  readonly isDue?: boolean;
}

function issue({ mesh, cluster, at }: Case, { why, under, roots, replaces, isDue = false }: Issue): CacertsVerdict {
  const request = intermediateRequest(mesh, cluster, at);
  const of = { ...request, ...(under === undefined ? {} : { under: under.fingerprint }), roots };
  return { kind: "issue", why, request: of, replaces, ...(isDue ? { isDue } : {}) };
}

function keep(notes: readonly string[] = []): CacertsVerdict {
  return { kind: "keep", notes };
}
