import { listenersOf } from "../../facts/listeners.ts";
import { apiGateways } from "../../facts/network-gateways.ts";
import { oldestMinor } from "../../facts/versions.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"east-west-listener-not-supported"> = (cluster, report) => {
  const minor = oldestMinor(cluster.revisions);
  if (minor === undefined) return;
  for (const { manifest, className } of cluster.remember(apiGateways)) {
    if (className !== "istio-east-west") continue;
    for (const listener of listenersOf(manifest).filter(({ protocol }) => protocol !== "HBONE")) {
      // TLS passthrough beside HBONE came with 1.30 (istio/istio#59223).
      if (minor >= 30 && listener.protocol === "TLS" && listener.mode === "Passthrough") continue;
      const rule = minor >= 30 ? "beside HBONE only TLS Passthrough is" : "only HBONE is before 1.30";
      const facts = { listener: listener.name, protocol: listener.protocol, port: listener.port, minor, rule };
      report(facts, { on: manifest, path: ["spec", "listeners", listener.index] });
    }
  }
};
