import { textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"operator-object"> = (cluster, report) => {
  for (const manifest of [...cluster.list("install.istio.io/IstioOperator"), ...cluster.list("insall.istio.io/IstioOperator")]) {
    const hint = manifest.id.group === "insall.istio.io" ? ", and the group is misspelt" : "";
    report({ apiVersion: textAt(manifest.object, "apiVersion") ?? "", hint }, { on: manifest, path: ["apiVersion"] });
  }
};
