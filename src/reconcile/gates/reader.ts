import type { Task } from "../task.ts";
import { trial } from "../token.ts";
import { ready, type Sign, waiting } from "./wait.ts";

const account = "istio-reader-service-account";

/** A token for a look lives as short as API servers allow. */
const shortestSeconds = 600;

/** That the reader may list what istiod watches. Rights take a moment until they hold, hence asked until they do. */
export function readerSign({ site, campaign }: Task): Sign {
  const namespace = site.cluster.systemNamespace;
  return {
    what: `ServiceAccount ${namespace}/${account}`,
    seconds: 60,
    remedy: `See its ClusterRoleBinding: \`kubectl auth can-i list endpointslices --as system:serviceaccount:${namespace}:${account}\`.`,
    look: async () => {
      const live = await site.api.read({ apiVersion: "v1", group: "", kind: "ServiceAccount", namespace, name: account });
      if (live.kind === "unknown") throw live.why;
      // The charts of some models bring it with a later step.
      if (live.kind === "absent") return ready;
      const { token } = await site.api.token({ namespace, account, seconds: shortestSeconds });
      const { url, ca } = await site.api.server();
      const endpoint = { cluster: site.cluster.name, url, ca, tlsServerName: undefined, proxyUrl: undefined, token };
      const refused = await trial(campaign.world.clusters.by(endpoint), namespace);
      return refused === undefined ? ready : waiting(refused.message.replace(/\.$/u, ""));
    },
  };
}
