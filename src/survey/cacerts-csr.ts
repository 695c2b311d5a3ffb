import { problem } from "../catalog/problem.ts";
import type { CacertsVerdict } from "../model/certificate.ts";
import type { CertificateFacts } from "../model/change.ts";
import { textAt } from "../model/json.ts";
import type { Live } from "../model/live.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { readCertificates } from "../trust/index.ts";

interface Given {
  readonly mesh: Mesh;
  readonly cluster: Cluster;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Judges Secret `istiod-tls`, by which istiod serves when cert-manager signs through istio-csr (reference 2.7). istio-csr's own chart makes the Certificate
 * for it; a second one for the same Secret would have cert-manager issue without end, so Isthmus renders none and says what it expects.
 */
export function judgeIstiodTls(
  live: Live,
  { mesh, cluster, at }: Given,
): { readonly verdict: CacertsVerdict; readonly serving: CertificateFacts | undefined } {
  if (live.kind === "unknown") return { verdict: live, serving: undefined };
  const chain = live.kind === "absent" ? [] : readCertificates(textAt(live.object, "stringData", "tls.crt") ?? "").certificates;
  const [first] = chain;
  const why =
    live.kind === "absent" ? "it does not exist" : first === undefined ? "it holds no certificate" : faultOf(first.facts, cluster, at);
  return { verdict: why === undefined ? { kind: "keep", notes: [] } : refusal(why, mesh, cluster), serving: first?.facts };
}

function faultOf({ notAfter, subjectAltNames }: CertificateFacts, { istio, systemNamespace }: Cluster, at: number): string | undefined {
  if (Date.parse(notAfter) < at) return `its certificate expired at ${notAfter}`;
  const wanted = istio.revisions.map(({ name }) => `istiod${name === "default" ? "" : `-${name}`}.${systemNamespace}.svc`);
  const missing = wanted.filter((name) => !subjectAltNames.includes(`DNS:${name}`));
  return missing.length === 0 ? undefined : `its certificate lacks ${missing.join(", ")}`;
}

function refusal(why: string, { trust: { signer } }: Mesh, cluster: Cluster): CacertsVerdict {
  const issuer = signer.kind === "certManager" ? signer.issuer : {};
  const facts = {
    cluster: cluster.name,
    secret: `${cluster.systemNamespace}/istiod-tls`,
    why,
    issuer: `${textAt(issuer, "kind") ?? "Issuer"} ${textAt(issuer, "name") ?? ""}`,
    clusterId: cluster.istioName,
    domain: cluster.trustDomain,
  };
  return { kind: "refuse", why: problem("istiod-tls-unready", facts) };
}
