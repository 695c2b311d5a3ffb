import type { Path } from "../../../model/json.ts";
import { objectAt, textAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { reachOf } from "../../facts/policies.ts";
import { rootNamespace } from "../../facts/root-namespace.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"mutual-tls-disabled"> = (cluster, report) => {
  const policies = cluster.list("security.istio.io/PeerAuthentication");
  if (policies.length === 0) return;
  const root = cluster.remember(rootNamespace);
  const networks = new Set(cluster.mesh.clusters.map(({ network }) => network)).size;
  // ztunnel carries requests between networks inside its own mutual TLS, whatever the policy says.
  const isCutOff = networks > 1 && cluster.mesh.dataPlane === "sidecar";
  for (const policy of policies) {
    for (const { port, path } of disabledIn(policy)) {
      const reach = reachOf(policy, root);
      const facts = {
        reach: port === undefined ? reach : `port ${port} of ${reach}`,
        effect: isCutOff
          ? `; the mesh has ${networks} networks, and a workload without mutual TLS cannot be reached from another network`
          : "; what is sent can be read and forged on the way, and rules that name a caller never fit",
      };
      report(facts, { on: policy, path, severity: isCutOff ? "error" : "warning" });
    }
  }
};

/** The places that say DISABLE; `port` is missing where it is said for all ports. */
function disabledIn({ object }: Manifest): readonly { readonly port: string | undefined; readonly path: Path }[] {
  const whole = textAt(object, "spec", "mtls", "mode") === "DISABLE" ? [{ port: undefined, path: ["spec", "mtls", "mode"] }] : [];
  const ports = Object.keys(objectAt(object, "spec", "portLevelMtls"))
    .filter((port) => textAt(object, "spec", "portLevelMtls", port, "mode") === "DISABLE")
    .map((port) => ({ port, path: ["spec", "portLevelMtls", port, "mode"] }));
  return [...whole, ...ports];
}
