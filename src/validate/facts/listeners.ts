import { listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import { gatewayPortLabel, mtlsPort, networkLabel } from "./network-gateways.ts";
import { labelsOf } from "./workloads.ts";

/** A listener of a Gateway API Gateway. */
export interface Listener {
  readonly index: number;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly mode: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The listeners of a Gateway API Gateway. */
export function listenersOf(gateway: Manifest): readonly Listener[] {
  return listAt(gateway.object, "spec", "listeners").map((listener, index) => ({
    index,
    name: textAt(listener, "name") ?? "",
    port: Number(valueAt(listener, ["port"])),
    protocol: textAt(listener, "protocol") ?? "",
    mode: textAt(listener, "tls", "mode") ?? "Terminate",
    options: objectAt(listener, "tls", "options"),
  }));
}

/** True for a listener that lets cross-network mTLS through: by its option, or by label and port (`pilot/pkg/config/kube/gateway`). */
export function isAutoPassthrough(gateway: Manifest, listener: Listener): boolean {
  if (listener.mode !== "Passthrough") return false;
  const labels = labelsOf(gateway);
  if (listener.options["gateway.istio.io/listener-protocol"] === "auto-passthrough") return true;
  return labels[networkLabel] !== undefined && (listener.port === mtlsPort || String(listener.port) === labels[gatewayPortLabel]);
}
