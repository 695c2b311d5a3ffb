import { textAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import type { Cluster } from "../model/mesh.ts";
import { type Certificate, readCertificates } from "./certificate.ts";
import { pathToRoot } from "./chain.ts";
import { authorityFaults, dateFaults } from "./faults.ts";

/** Secret `istiod-tls`, by which an istiod serves that does not sign (istio-csr), as istiod and its peers take it. */
export interface Serving {
  /** istiod's own certificate. */
  readonly certificate: Certificate | undefined;
  /** Whom its peers trust: what the namespace was given, else `ca.crt` (`hasCustomTLSCerts` in `pilot/pkg/bootstrap/server.go`). */
  readonly roots: readonly Certificate[];
  /** Why istiod does not serve with it, or nobody takes what it shows, as sentences. */
  readonly faults: readonly string[];
}

interface Given {
  readonly cluster: Cluster;
  /** `root-cert.pem` of ConfigMap `istio-ca-root-cert` beside it; empty: there is none. */
  readonly given: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function readServing({ object, privates }: Present, { cluster, given, at }: Given): Serving {
  const chain = readCertificates(textAt(object, "stringData", "tls.crt") ?? "").certificates;
  const roots = readCertificates(given === "" ? (textAt(object, "stringData", "ca.crt") ?? "") : given).certificates;
  const [certificate, ...upper] = chain;
  if (certificate === undefined) return { certificate, roots, faults: ["it holds no certificate"] };
  const key = privates.find(({ path }) => path === "tls.key");
  const faults = [
    ...dateFaults(certificate, at).map((clause) => `its certificate ${clause}`),
    ...nameFaults(certificate, cluster),
    ...(key?.kind === "private-key" ? [] : ["tls.key holds no private key that can be read"]),
    ...(key?.kind === "private-key" && key.fingerprint !== certificate.facts.keyFingerprint
      ? ["tls.key does not belong to its certificate"]
      : []),
    ...pathFaults(certificate, upper, roots, at),
  ];
  return { certificate, roots, faults };
}

/** The names by which proxies and API servers call istiod, one for each revision. */
function nameFaults({ x509 }: Certificate, { istio, systemNamespace }: Cluster): readonly string[] {
  const wanted = istio.revisions.map(({ name }) => `istiod${name === "default" ? "" : `-${name}`}.${systemNamespace}.svc`);
  // A name in the subject alone is nobody's: Go does not look there.
  const missing = wanted.filter((name) => x509.checkHost(name, { subject: "never" }) === undefined);
  return missing.length === 0 ? [] : [`its certificate lacks ${missing.join(", ")}`];
}

function pathFaults(first: Certificate, upper: readonly Certificate[], roots: readonly Certificate[], at: number): readonly string[] {
  if (roots.length === 0)
    return ["nobody says which root it leads to: it has no ca.crt, and its namespace no ConfigMap istio-ca-root-cert"];
  const path = pathToRoot(first, upper, roots);
  if (path === undefined) return ["its certificate does not lead to a root that is trusted there"];
  return path
    .slice(1)
    .flatMap((above, below) =>
      [...authorityFaults(above, below), ...dateFaults(above, at)].map(
        (clause) => `${above.facts.subject} above its certificate ${clause}`,
      ),
    );
}
