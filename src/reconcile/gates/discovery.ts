import type { ClusterApi } from "../../world.ts";
import { clusterStates, istiodPods } from "./istiod-pages.ts";
import type { Sign } from "./wait.ts";
import { ready, waiting } from "./wait.ts";

/** Which istiods, and the cluster they should know, by Istio's name of it. */
export interface Peering {
  readonly namespace: string;
  readonly peer: string;
}

/** That every replica of istiod here has read the other cluster (reference 1.10: the state is each replica's own). */
export function syncedSign(api: ClusterApi, { namespace, peer }: Peering): Sign {
  return {
    what: `${peer} in every istiod`,
    seconds: 120,
    remedy: `istiod must reach the API server of ${peer} from its pods, by the address in the remote secret; \`istioctl remote-clusters\` and its log say what it meets.`,
    look: async () => {
      const pods = await istiodPods(api, namespace);
      if (pods.length === 0) return waiting("no replica of istiod runs");
      const states = await clusterStates(api, namespace, pods);
      const late = [...states].filter(([, clusters]) => clusters.get(peer) !== "synced");
      return late.length === 0
        ? ready
        : waiting(late.map(([pod, clusters]) => `${pod} says ${clusters.get(peer) ?? "nothing"}`).join(", "));
    },
  };
}

/** That no replica of istiod here reads the other cluster any more, hence no proxy lists its endpoints. */
export function forgottenSign(api: ClusterApi, { namespace, peer }: Peering): Sign {
  return {
    what: `The parting from ${peer}`,
    seconds: 120,
    remedy: `Another Secret with label istio/multiCluster may still lead to ${peer}: \`kubectl -n ${namespace} get secrets -l istio/multiCluster=true\`.`,
    look: async () => {
      const pods = await istiodPods(api, namespace);
      const states = await clusterStates(api, namespace, pods);
      const late = [...states].filter(([, clusters]) => clusters.has(peer));
      return late.length === 0 ? ready : waiting(`${late.map(([pod]) => pod).join(", ")} still read it`);
    },
  };
}
