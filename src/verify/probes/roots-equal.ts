import type { Check } from "../../model/health.ts";
import { fingerprints, nameOf, readCertificates } from "../../trust/index.ts";
import { failed, isRead, passed, unknown, unseen } from "../check.ts";
import type { ClusterSeen, Observed, RootMap } from "../observed.ts";

/** That every namespace of every cluster with workloads was given the same roots. */
export function rootsEqual({ clusters }: Observed): readonly Check[] {
  // Where only istiod runs nobody is given roots by it.
  const members = clusters.filter((seen) => isRead(seen) && seen.cluster.role !== "external");
  const sets = members.flatMap(({ roots }) => (roots.kind === "seen" ? [...new Set(roots.value.map(setOf))] : []));
  const common = mostCommon(sets);
  const readable = members.filter(({ roots }) => roots.kind === "seen" && roots.value.length > 0);
  return members.map((seen) => judge(seen, common, { others: members.length - 1, seen: readable.length - 1 }));
}

function judge(
  { cluster, roots }: ClusterSeen,
  common: string | undefined,
  count: { readonly others: number; readonly seen: number },
): Check {
  const about = { name: "roots-equal", cluster: cluster.name };
  if (roots.kind === "unseen") return unseen(about, roots.why);
  if (roots.value.length === 0)
    return failed(
      about,
      "No namespace holds ConfigMap istio-ca-root-cert: no proxy here knows whom to trust.",
      "The istiod that serves this cluster writes it when it leads the cluster: see istiod-ready and clusters-synced, and its log.",
    );
  const other = roots.value.filter((map) => setOf(map) !== common);
  const [first] = other;
  if (first !== undefined)
    return failed(
      about,
      `${namespacesOf(other)} trust ${namesIn(first)}, and most of the mesh trusts other roots.`,
      `\`root-cert.pem\` of Secret ${cluster.systemNamespace}/cacerts must be the mesh's root in every cluster; istiod reads it when it starts.`,
    );
  if (count.others > 0 && count.seen === 0)
    return unknown(
      about,
      `All namespaces trust ${namesIn(roots.value[0])}; no other cluster could be compared.`,
      "See the other clusters.",
    );
  return passed(about, `${namespacesOf(roots.value)} trust ${namesIn(roots.value[0])}, as the other clusters that were seen do.`);
}

/** Equal for the same certificates, however they are written. */
function setOf({ pem }: RootMap): string {
  return fingerprints(readCertificates(pem).certificates).join(" ");
}

function mostCommon(sets: readonly string[]): string | undefined {
  const counts = Map.groupBy(
    sets.filter((set) => set !== ""),
    (set) => set,
  );
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** `CN of the root (first of its fingerprint)`. */
function namesIn(map: RootMap | undefined): string {
  const { certificates } = readCertificates(map?.pem ?? "");
  if (certificates.length === 0) return "no certificate";
  return certificates.map((certificate) => `${nameOf(certificate)} (${certificate.fingerprint.slice(0, 16)})`).join(" and ");
}

function namespacesOf(maps: readonly RootMap[]): string {
  const [first, ...rest] = maps;
  return rest.length === 0 ? `Namespace ${first?.namespace ?? ""}` : `${maps.length} namespaces (${first?.namespace ?? ""}, …)`;
}
