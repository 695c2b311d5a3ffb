import type { Changes } from "../model/change.ts";
import { idKey } from "../model/manifest.ts";
import { compare, distinct, groupBy } from "./count.ts";
import type { CertificateRow, Deletion } from "./model.ts";

/** Every object that is deleted somewhere, also when it is created again at once. Sorted by identity. */
export function deletionsOf(changes: Changes): readonly Deletion[] {
  return changes.changes
    .filter((change) => change.kind === "delete" || change.kind === "replace")
    .map(({ id, clusters, kind, why, before }) => ({
      id,
      clusters,
      replaced: kind === "replace" ? (why ?? "an immutable field changes") : undefined,
      isOfChart: before?.origin.kind === "chart",
    }))
    .sort((a, b) => compare(idKey(a.id), idKey(b.id)) || compare(a.clusters.join(), b.clusters.join()));
}

/** Every certificate that comes, goes or is replaced, with the object and the clusters that hold it. */
export function certificatesOf(changes: Changes): readonly CertificateRow[] {
  return changes.changes.flatMap(({ id, clusters, certificates }) => certificates.map((change) => ({ ...change, id, clusters })));
}

/** What happens to each certificate, told once: the same one often stands in several objects and under several keys (`root-cert.pem`, `cert-chain.pem`). */
export function distinctCertificates(rows: readonly CertificateRow[]): readonly CertificateRow[] {
  return groupBy(rows, ({ before, after }) => JSON.stringify([before, after])).flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, clusters: distinct(group.flatMap(({ clusters }) => clusters)) }];
  });
}
