import { listenersOf } from "../../facts/listeners.ts";
import { hbonePort } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

const option = "gateway.istio.io/tls-terminate-mode";

export const check: Check<"east-west-listener-invalid"> = ({ manifest }, report) => {
  const spec = manifest.object["spec"];
  const isEastWest = typeof spec === "object" && spec !== null && "gatewayClassName" in spec && spec.gatewayClassName === "istio-east-west";
  if (!isEastWest) return;
  const listeners = listenersOf(manifest);
  const hbone = listeners.filter((listener) => listener.protocol === "HBONE");
  const name = manifest.id.name;
  if (hbone.length === 0) report({ name, what: "has no listener of protocol HBONE" }, { on: manifest, path: ["spec", "listeners"] });
  for (const listener of hbone) {
    const at = { on: manifest, path: ["spec", "listeners", listener.index] };
    if (listener.port !== hbonePort) report({ name, what: `listens with HBONE on port ${listener.port}` }, at);
    if (listener.options[option] !== "ISTIO_MUTUAL") report({ name, what: `does not set ${option} to ISTIO_MUTUAL` }, at);
  }
};
