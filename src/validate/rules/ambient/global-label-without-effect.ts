import { textAt } from "../../../model/json.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"global-label-without-effect"> = ({ manifest }, report) => {
  const isEntry = manifest.id.kind === "ServiceEntry";
  const isName = textAt(manifest.object, "spec", "type") === "ExternalName";
  if (labelsOf(manifest)["istio.io/global"] !== "true" || !(isEntry || isName)) return;
  const what = isEntry ? "a ServiceEntry" : "a Service of type ExternalName";
  report({ name: manifest.id.name, what }, { on: manifest, path: ["metadata", "labels", "istio.io/global"] });
};
