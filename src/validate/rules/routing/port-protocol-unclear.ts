import { listAt, textAt, valueAt } from "../../../model/json.ts";
import { networkLabel } from "../../facts/network-gateways.ts";
import { protocolOf } from "../../facts/port-protocol.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

const isOfIstio = ["istio", "gateway.istio.io/managed", networkLabel];

export const check: Check<"port-protocol-unclear"> = ({ manifest }, report) => {
  const labels = labelsOf(manifest);
  // What charts and istiod make is not for its reader to mend, and no mesh routes by a gateway's own Service.
  if (manifest.origin.kind !== "config" || isOfIstio.some((label) => labels[label] !== undefined)) return;
  listAt(manifest.object, "spec", "ports").forEach((port, index) => {
    if (protocolOf(port) !== undefined) return;
    const name = textAt(port, "name");
    const written = textAt(port, "appProtocol");
    const wins = name !== undefined && protocolOf({ name }) !== undefined ? `, which counts before the name ${name}` : "";
    const seen =
      written !== undefined
        ? `its appProtocol ${written} is none that Istio knows${wins}`
        : name === undefined || name === ""
          ? "it has neither appProtocol nor a name"
          : `its name ${name} does not begin with a protocol`;
    const facts = { service: `${manifest.id.namespace}/${manifest.id.name}`, port: String(valueAt(port, ["port"]) ?? "?"), seen };
    const field = written !== undefined ? ["appProtocol"] : name === undefined ? [] : ["name"];
    report(facts, { on: manifest, path: ["spec", "ports", index, ...field], severity: wins === "" ? "info" : "warning" });
  });
};
