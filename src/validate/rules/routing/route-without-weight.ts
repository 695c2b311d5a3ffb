import { listAt, valueAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"route-without-weight"> = ({ manifest }, report) => {
  for (const protocol of ["http", "tls", "tcp"]) {
    listAt(manifest.object, "spec", protocol).forEach((rule, index) => {
      const weights = listAt(rule, "route").map((route) => valueAt(route, ["weight"]) ?? 0);
      const numbers = weights.filter((weight) => typeof weight === "number");
      const path = ["spec", protocol, index, "route"];
      const negative = weights.findIndex((weight) => typeof weight === "number" && weight < 0);
      if (negative >= 0)
        report({ what: `The weight ${String(weights[negative])} is negative` }, { on: manifest, path: [...path, negative, "weight"] });
      else if (weights.length > 1 && numbers.length === weights.length && numbers.every((weight) => weight === 0)) {
        report({ what: `The ${weights.length} destinations of this route have a total weight of 0` }, { on: manifest, path });
      }
    });
  }
};
