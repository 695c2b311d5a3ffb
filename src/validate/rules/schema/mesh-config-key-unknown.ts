import { nearest } from "../../../catalog/nearest.ts";
import { meshConfigMistakes, placeOfMistake } from "../../facts/mesh-config-mistakes.ts";
import type { Check } from "../../rule.ts";
import { pathText } from "../../schema/mistake.ts";

export const check: Check<"mesh-config-key-unknown"> = (mesh, report) => {
  for (const cluster of mesh.clusters) {
    for (const found of cluster.remember(meshConfigMistakes)) {
      const { manifest, key, mistake } = found;
      if (mistake.kind !== "unknown-field") continue;
      const near = nearest(mistake.field, mistake.known);
      const facts = {
        path: pathText(mistake.path),
        what: key === "mesh" ? "mesh configuration" : "mesh networks",
        hint: near === undefined ? "" : ` Did you mean ${near}?`,
      };
      report(facts, { on: manifest, place: placeOfMistake(found, mesh, cluster), clusters: [cluster.name] });
    }
  }
};
