import { textAt } from "../model/json.ts";
import type { Cluster } from "../model/mesh.ts";
import type { Certificate } from "./certificate.ts";
import { secondsIn } from "./duration.ts";

/** Istio's own default life of a workload's certificate. */
const defaultLeafMs = 24 * 3_600_000;

/** How long certificates of workloads live in a cluster: `DEFAULT_WORKLOAD_CERT_TTL` of its istiod. */
export function leafLifeMs({ istio }: Cluster): number {
  const env = (path: readonly string[]): string | undefined => textAt(istio.values["istiod"], ...path, "DEFAULT_WORKLOAD_CERT_TTL");
  return secondsIn(env(["pilot", "env"]) ?? env(["env"]) ?? "") * 1000 || defaultLeafMs;
}

/**
 * From when on an intermediate should be renewed: when a third of its life is left, or so little that certificates of workloads would soon be cut short by its
 * end (twice their life), but not before half of its life is over.
 */
export function renewAt({ notBefore, notAfter }: Certificate, leafMs: number): number {
  const life = notAfter - notBefore;
  return notAfter - Math.min(life / 2, Math.max(life / 3, 2 * leafMs));
}
