import type { Manifest } from "../../../model/manifest.ts";
import { idText } from "../../../model/manifest.ts";
import type { Check } from "../../rule.ts";
import { builtinKinds } from "../../schema/builtin-kinds.ts";
import { definedKinds } from "../../schema/crds.ts";
import { type NameFault, nameFault, namespaceFault } from "../../schema/names.ts";

export const check: Check<"name-not-allowed"> = (cluster, report) => {
  const defined = cluster.remember(definedKinds);
  const minor = minorOf(cluster.mesh.clusters.find(({ name }) => name === cluster.name)?.kubernetes);
  const tell = (manifest: Manifest, field: "name" | "namespace", fault: NameFault | undefined): void => {
    // What only exists at apply time has a name nobody can judge.
    if (fault === undefined || manifest.id[field].includes("⟦")) return;
    const advice = fault.near === undefined ? "" : `, for example to ${fault.near}`;
    report(
      { field: `metadata.${field}`, object: idText(manifest.id), expected: fault.expected, advice },
      { on: manifest, path: ["metadata", field] },
    );
  };
  for (const kind of cluster.kinds()) {
    const isKnown = defined.has(kind) || builtinKinds().has(kind);
    for (const manifest of cluster.list(kind)) {
      const { name, namespace } = manifest.id;
      if (isKnown) tell(manifest, "name", nameFault(name, kind, minor));
      if (namespace !== "") tell(manifest, "namespace", namespaceFault(namespace));
    }
  }
};

function minorOf(kubernetes: string | undefined): number | undefined {
  const minor = kubernetes?.split(".")[1];
  return minor === undefined ? undefined : Number.parseInt(minor, 10);
}
