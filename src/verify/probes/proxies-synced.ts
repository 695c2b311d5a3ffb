import type { Check } from "../../model/health.ts";
import { counted, failed, named, type Place, type Probe, passed, perCluster, unknown, unseen } from "../check.ts";
import { runsIstiod, valueOf } from "../observed.ts";
import type { Behind, Proxy } from "../pages.ts";

/** A proxy may take so long to answer: pushes to a large mesh come in bursts. */
const patienceMs = 30_000;

/** No connected proxy refused its configuration, and none owes an answer for long. */
export const proxiesSynced: Probe = (observed) =>
  perCluster("proxies-synced", observed, {
    of: ({ istiods }) => istiods,
    concerns: ({ cluster }) => runsIstiod(cluster),
    judge: (istiods, { cluster }, place): readonly Check[] => {
      const hidden = istiods.find(({ proxies }) => proxies.kind === "unseen")?.proxies;
      const all = istiods.flatMap(({ proxies }) => valueOf(proxies) ?? []);
      const found = faults(all, { place, at: observed.at, namespace: cluster.systemNamespace });
      if (found.length > 0) return found;
      if (hidden?.kind === "unseen") return [unseen(place, hidden.why)];
      if (all.length === 0)
        return [
          unknown(
            place,
            "No proxy is connected to the istiods here.",
            "Gateways and sidecars connect by themselves: see istiod-ready and gateway-ready.",
          ),
        ];
      return [passed(place, `${counted(all.length, "proxy", "proxies")} took their configuration.`)];
    },
  });

function faults(
  proxies: readonly Proxy[],
  { place, at, namespace }: { readonly place: Place; readonly at: number; readonly namespace: string },
): readonly Check[] {
  const refusing = proxies.filter(({ behind }) => behind.some(({ error }) => error !== ""));
  const late = proxies.filter((proxy) => !refusing.includes(proxy) && proxy.behind.some((entry) => isLate(entry, at)));
  return [
    ...refusing.slice(0, 1).map((proxy) => {
      const worst = proxy.behind.find(({ error }) => error !== "");
      return failed(
        place,
        `${counted(refusing.length, "proxy", "proxies")} refused configuration (${named(refusing.map(({ id }) => id))}): ${worst?.kind}: ${reasonIn(worst?.error ?? "")}`,
        "The object that the message names was not taken and the old one goes on; correct it, or restart the proxy if the object is gone.",
      );
    }),
    ...late
      .slice(0, 1)
      .map((proxy) =>
        failed(
          place,
          `${counted(late.length, "proxy", "proxies")} did not take the newest ${proxy.behind[0]?.kind} (${named(late.map(({ id }) => id))}).`,
          `Compare with \`istioctl proxy-status\`; look at the proxy's log, and at the load of istiod in \`${namespace}\`.`,
        ),
      ),
  ];
}

function isLate({ sentAt }: Behind, at: number): boolean {
  return sentAt !== undefined && at - sentAt > patienceMs;
}

/** Envoy writes out what it refuses and says why at the end. */
function reasonIn(error: string): string {
  const last = error.trim().split("\n").at(-1) ?? "";
  const line = last.replace(/^[}\s:]+/u, "").replaceAll("`", "'");
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
