import type { ClusterApi } from "../../world.ts";
import { debugPages, istiodPods, unsettled } from "./istiod-pages.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/** That every proxy has taken what istiod sent, and none refused it. */
export function acceptedSign(api: ClusterApi, namespace: string): Sign {
  return {
    what: "The configuration of every proxy",
    seconds: 90,
    remedy:
      "`istioctl proxy-status` names the proxies, and what they refuse stands in their logs; take the configuration back or correct it.",
    look: async () => {
      const pods = await istiodPods(api, namespace);
      // Nobody is served by an istiod that does not run here: a remote's proxies are looked at with its primary.
      if (pods.length === 0) return ready;
      const pages = (await debugPages(api, namespace, pods, "/debug/syncz")).map(unsettled);
      const refused = pages.flatMap((page) => page.refused);
      if (refused.length > 0) return waiting(`refused: ${refused.slice(0, 3).join("; ")}`);
      const pending = pages.flatMap((page) => page.pending);
      return pending.length === 0 ? ready : waiting(`${pending.length} proxies have not answered yet, ${pending[0]} first`);
    },
  };
}

/** That no proxy is connected to a revision: then it may go. */
export function desertedSign(api: ClusterApi, { namespace, revision }: { readonly namespace: string; readonly revision: string }): Sign {
  return {
    what: `The end of revision ${revision}`,
    seconds: 60,
    remedy: "Move the namespaces that still use it to another revision or tag and restart their workloads; nothing of it was deleted.",
    look: async () => {
      const pods = await istiodPods(api, namespace, revision);
      const pages = await debugPages(api, namespace, pods, "/debug/syncz");
      const proxies = pages.flatMap((page) => page.entries).length;
      return proxies === 0 ? ready : waiting(`${proxies} proxies are connected to it`);
    },
  };
}
