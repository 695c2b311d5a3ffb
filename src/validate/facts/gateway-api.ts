import { parse } from "semver";

/** The oldest release of the Gateway API whose CRD an Istio release still reads. */
interface Minimum {
  readonly crd: string;
  readonly kind: string;
  readonly version: string;
  /** The minor release of Istio from which on it is known to hold. */
  readonly since: number;
}

const group = "gateway.networking.k8s.io";

/** What Istio asks for: `pkg/config/schema/gatewayapi/minimumversions.go` of the 1.31 line, which says of TLSRoute that 1.30 asked for it already. */
export const minimums: readonly Minimum[] = [
  { crd: `grpcroutes.${group}`, kind: "GRPCRoute", version: "1.1.0", since: 31 },
  { crd: `backendtlspolicies.${group}`, kind: "BackendTLSPolicy", version: "1.4.0", since: 31 },
  { crd: `tlsroutes.${group}`, kind: "TLSRoute", version: "1.5.0", since: 30 },
  { crd: `tcproutes.${group}`, kind: "TCPRoute", version: "1.6.0", since: 31 },
];

/** True when `version` (`v1.4.0`, `1.5.0-rc.1`) comes before `minimum`; release candidates count as their release, and what is no version comes before nothing. */
export function isBefore(version: string, minimum: string): boolean {
  const [seen, wanted] = [parse(version), parse(minimum)];
  return seen !== null && wanted !== null && seen.compareMain(wanted) < 0;
}
