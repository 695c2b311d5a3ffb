import { problem } from "../catalog/problem.ts";
import type { CacertsVerdict } from "../model/certificate.ts";
import { textAt } from "../model/json.ts";
import type { Live } from "../model/live.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { type Certificate, nameOf, readServing } from "../trust/index.ts";

/** What was read of a cluster where cert-manager signs through istio-csr. */
export interface ServingRead {
  readonly cluster: Cluster;
  /** Secret `istiod-tls`. */
  readonly secret: Live;
  /** ConfigMap `istio-ca-root-cert` of the system namespace: istio-csr writes it, istiod does not when it signs nothing. */
  readonly given: Live;
}

/** What istiod serves with there, and whom its peers trust. */
export interface JudgedServing {
  readonly verdict: CacertsVerdict;
  readonly certificate: Certificate | undefined;
  readonly roots: readonly Certificate[];
}

/**
 * Judges Secret `istiod-tls`, by which istiod serves when cert-manager signs through istio-csr (reference 2.7), and the roots beside it. istio-csr's own chart makes
 * the Certificate for it; a second one for the same Secret would have cert-manager issue without end, so Isthmus renders none and says what it expects.
 * `at` is milliseconds since 1970.
 */
export function judgeServing({ cluster, secret, given }: ServingRead, mesh: Mesh, at: number): JudgedServing {
  const unread = [secret, given].find((live) => live.kind === "unknown");
  if (unread !== undefined) return { verdict: unread, certificate: undefined, roots: [] };
  const refused = (why: string): CacertsVerdict => refusal(why, mesh, cluster);
  if (secret.kind !== "present") return { verdict: refused("it does not exist"), certificate: undefined, roots: [] };
  const pem = given.kind === "present" ? (textAt(given.object, "data", "root-cert.pem") ?? "") : "";
  const { certificate, roots, faults } = readServing(secret, { cluster, given: pem, at });
  const hasRoots = given.kind === "present";
  const why = [
    ...faults,
    ...(hasRoots ? [] : [`istio-csr has given no roots: ${cluster.systemNamespace} has no ConfigMap istio-ca-root-cert`]),
  ];
  const verdict: CacertsVerdict = why.length === 0 ? { kind: "keep", notes: [] } : refused(why.join("; "));
  return { verdict, certificate, roots: hasRoots ? roots : [] };
}

/**
 * Clusters that have no root in common do not take each other's certificates. Nobody told Isthmus the mesh's root here, so those are refused that share one with no
 * more than half of all; a root that is being added or taken away, cluster by cluster, is in no one's way.
 */
export function otherRoots(name: string, all: ReadonlyMap<string, readonly Certificate[]>): CacertsVerdict | undefined {
  const own = all.get(name) ?? [];
  if (own.length === 0) return undefined;
  const known = [...all].filter(([, roots]) => roots.length > 0);
  const unlike = known.filter(([, roots]) => !roots.some(({ fingerprint }) => own.some((root) => root.fingerprint === fingerprint)));
  const [first] = unlike;
  if (first === undefined || (known.length - unlike.length) * 2 > known.length) return undefined;
  const [other, roots] = first;
  const facts = { cluster: name, own: named(own), other, others: named(roots) };
  return { kind: "refuse", why: problem("roots-not-shared", facts) };
}

function named(roots: readonly Certificate[]): string {
  return roots.map((root) => `${nameOf(root)} (${root.fingerprint.slice(0, 12)})`).join(" and ");
}

function refusal(why: string, { trust: { signer }, dataPlane }: Mesh, cluster: Cluster): CacertsVerdict {
  const issuer = signer.kind === "certManager" ? signer.issuer : {};
  const facts = {
    cluster: cluster.name,
    secret: `${cluster.systemNamespace}/istiod-tls`,
    why,
    issuer: `${textAt(issuer, "kind") ?? "Issuer"} ${textAt(issuer, "name") ?? ""}`,
    clusterId: cluster.istioName,
    domain: cluster.trustDomain,
    // ztunnel asks for the certificates of the workloads on its node.
    nodes: dataPlane === "ambient" ? `, app.server.caTrustedNodeAccounts ${cluster.components.ztunnel.namespace}/ztunnel` : "",
  };
  return { kind: "refuse", why: problem("istiod-tls-unready", facts) };
}
