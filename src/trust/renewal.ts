import { secondsIn } from "../model/duration.ts";
import { textAt } from "../model/json.ts";
import type { Cluster } from "../model/mesh.ts";
import type { Certificate } from "./certificate.ts";

/** Istio's own default life of a workload's certificate. */
const defaultLeafMs = 24 * 3_600_000;

/**
 * How long certificates of workloads live in a cluster, at the most that the mesh says: proxies ask for SECRET_TTL, and DEFAULT_WORKLOAD_CERT_TTL of istiod is
 * for those that ask for nothing (seen in `pilot-agent` and `security/pkg/pki/ca` of 1.31).
 */
export function leafLifeMs({ istio }: Cluster): number {
  const istiod = (...path: readonly string[]): string | undefined => textAt(istio.values["istiod"], ...path);
  const asked = (secondsIn(istiod("meshConfig", "defaultConfig", "proxyMetadata", "SECRET_TTL") ?? "") ?? 0) * 1000 || defaultLeafMs;
  const given = istiod("pilot", "env", "DEFAULT_WORKLOAD_CERT_TTL") ?? istiod("env", "DEFAULT_WORKLOAD_CERT_TTL");
  return Math.max(asked, (secondsIn(given ?? "") ?? 0) * 1000);
}

/**
 * From when on an intermediate should be renewed: when a third of its life is left, or so little that certificates of workloads would soon be cut short by its
 * end (twice their life), but not before half of its life is over.
 */
export function renewAt({ notBefore, notAfter }: Certificate, leafMs: number): number {
  const life = notAfter - notBefore;
  return notAfter - Math.min(life / 2, Math.max(life / 3, 2 * leafMs));
}
