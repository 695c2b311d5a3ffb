import type { Path } from "../../../model/json.ts";
import { textAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import type { Cluster } from "../../../model/mesh.ts";
import { isBefore, minimums } from "../../facts/gateway-api.ts";
import { oldestMinor } from "../../facts/versions.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

const definition = "apiextensions.k8s.io/CustomResourceDefinition";
const annotation = "gateway.networking.k8s.io/bundle-version";
const written: Path = ["spec", "istio", "gatewayAPI", "version"];

export const check: Check<"gateway-api-too-old"> = (mesh, report) => {
  for (const cluster of mesh.clusters) {
    const minor = oldestMinor(cluster.revisions) ?? 0;
    const document = mesh.document(cluster.name);
    if (document === undefined) continue;
    for (const { crd, kind, version, since } of minimums) {
      const found = seen(cluster, document, crd);
      if (minor < since || found === undefined || !isBefore(found.version, version)) continue;
      const used = cluster.kinds().includes(`gateway.networking.k8s.io/${kind}`);
      // The document names a version for the whole API: what is too old for a kind that nobody uses there is not worth a word.
      if (!used && found.on === undefined) continue;
      const isShared = document.istio.gatewayApi.version === mesh.mesh.istio.gatewayApi.version;
      const place = found.on === undefined ? (isShared ? mesh.mesh : document).source.place(written) : undefined;
      const facts = { crd, seen: found.version, istio: `1.${minor}`, version, kind };
      report(facts, {
        on: found.on,
        path: ["metadata", "annotations", annotation],
        place,
        clusters: [cluster.name],
        severity: used ? "error" : "warning",
      });
    }
  }
};

interface Seen {
  readonly version: string;
  readonly on: Manifest | undefined;
}

/** The release a CRD says it is of; without the CRD the one the document says is there. */
function seen(cluster: ClusterView<typeof definition>, document: Cluster, crd: string): Seen | undefined {
  const on = cluster.get(definition, "", crd);
  const version = on === undefined ? document.istio.gatewayApi.version : textAt(on.object, "metadata", "annotations", annotation);
  return version === undefined ? undefined : { version, on };
}
