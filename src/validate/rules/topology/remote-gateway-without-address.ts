import { listAt, textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"remote-gateway-without-address"> = ({ manifest }, report) => {
  if (textAt(manifest.object, "spec", "gatewayClassName") !== "istio-remote") return;
  const addresses = listAt(manifest.object, "spec", "addresses");
  if (addresses.length === 0) report({ name: manifest.id.name, what: "has no address" }, { on: manifest, path: ["spec"] });
  addresses.forEach((address, index) => {
    if (["IPAddress", "Hostname"].includes(textAt(address, "type") ?? "")) return;
    report(
      { name: manifest.id.name, what: "has an address without a type istiod reads" },
      { on: manifest, path: ["spec", "addresses", index] },
    );
  });
};
