import { type Json, objectAt, textAt } from "../../model/json.ts";
import type { Clock, ClusterApi } from "../../world.ts";
import { debugPages, istiodPods, type Page, unsettled } from "./istiod-pages.ts";
import { ready, type Sign, waiting } from "./wait.ts";

/**
 * istiod gathers changes before it sends them: it waits for `PILOT_DEBOUNCE_AFTER` (0.1 s) without a further one, and for `PILOT_DEBOUNCE_MAX` (10 s) at most. So that
 * nothing is owed counts when nothing was sent for a second, or when the longest wait is over.
 */
const [quietMs, longestMs] = [1000, 10_000];

/** That every proxy has taken what istiod sent, that none refused it, and that istiod had the time to send it. */
export function acceptedSign(api: ClusterApi, namespace: string, clock: Clock): Sign {
  let begun: number | undefined;
  let sent = { what: "", since: 0 };
  return {
    what: "The configuration of every proxy",
    seconds: 90,
    remedy:
      "`istioctl proxy-status` names the proxies, and what they refuse stands in their logs; take the configuration back or correct it.",
    look: async () => {
      const pods = await istiodPods(api, namespace);
      // Nobody is served by an istiod that does not run here: a remote's proxies are looked at with its primary.
      if (pods.length === 0) return ready;
      const shown = await debugPages(api, namespace, pods, "/debug/syncz");
      const now = clock.monotonic();
      const what = sentIn(shown);
      if (begun === undefined || what !== sent.what) sent = { what, since: now };
      begun ??= now;
      const pages = shown.map(unsettled);
      const refused = pages.flatMap((page) => page.refused);
      if (refused.length > 0) return waiting(`refused: ${refused.slice(0, 3).join("; ")}`);
      const pending = pages.flatMap((page) => page.pending);
      if (pending.length > 0) return waiting(`${pending.length} proxies have not answered yet, ${pending[0]} first`);
      return now - sent.since >= quietMs || now - begun >= longestMs ? ready : waiting("istiod may still be gathering changes");
    },
  };
}

/** What every proxy was sent last, as one text to compare. */
function sentIn(pages: readonly Page[]): string {
  const entries = pages.flatMap(({ entries }) => entries).map((entry) => `${textAt(entry, "proxy")} ${noncesIn(entry)}`);
  return entries.sort().join("\n");
}

function noncesIn(entry: Json): string {
  return Object.values(objectAt(entry, "resources"))
    .map((resource) => textAt(resource, "sent") ?? "")
    .join(" ");
}

/** Proxies that a sentence names. */
const mostNamed = 5;

/** That no proxy is connected to a revision: then it may go. */
export function desertedSign(api: ClusterApi, { namespace, revision }: { readonly namespace: string; readonly revision: string }): Sign {
  return {
    what: `The end of revision ${revision}`,
    seconds: 60,
    remedy: "Move the namespaces that still use it to another revision or tag and restart their workloads; nothing of it was deleted.",
    look: async () => {
      const pods = await istiodPods(api, namespace, revision);
      const pages = await debugPages(api, namespace, pods, "/debug/syncz");
      const proxies = pages.flatMap((page) => page.entries).map((entry) => textAt(entry, "proxy") ?? "one without a name");
      if (proxies.length === 0) return ready;
      const shown = proxies.sort().slice(0, mostNamed).join(", ");
      const count = proxies.length === 1 ? "1 proxy is" : `${proxies.length} proxies are`;
      return waiting(`${count} connected to it: ${shown}${proxies.length > mostNamed ? ", …" : ""}`);
    },
  };
}
