import type { IntermediateRequest } from "../../model/certificate.ts";
import { istiodName } from "./check.ts";
import type { Intermediate } from "./write-x509.ts";

/**
 * What every intermediate says of itself: the mesh and the cluster, for people and for audit, and the name Istio's own samples give it. The unit keeps it
 * from ever having the name of a root.
 */
export function intermediateOf(request: IntermediateRequest): Intermediate {
  return {
    subject: { organization: request.meshId, unit: "Istio intermediate", commonName: request.cluster },
    dnsNames: [istiodName(request)],
  };
}
