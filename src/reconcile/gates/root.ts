import { textAt } from "../../model/json.ts";
import type { ClusterApi } from "../../world.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/** That the istiod which leads a cluster has given it the mesh's root: without it no proxy there trusts anybody. */
export function rootSign(api: ClusterApi, namespace: string): Sign {
  return {
    what: "ConfigMap istio-ca-root-cert",
    seconds: 180,
    remedy: `istiod of the primary writes it when it holds the remote secret, and the namespace \`${namespace}\` here names that primary in annotation topology.istio.io/controlPlaneClusters.`,
    look: async () => {
      const live = await api.read({ apiVersion: "v1", group: "", kind: "ConfigMap", namespace, name: "istio-ca-root-cert" });
      if (live.kind === "unknown") throw live.why;
      if (live.kind === "absent") return waiting("it does not exist");
      return (textAt(live.object, "data", "root-cert.pem") ?? "") === "" ? waiting("it holds no certificate") : ready;
    },
  };
}
