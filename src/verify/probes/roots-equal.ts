import type { Check } from "../../model/health.ts";
import { fingerprints, nameOf, readCertificates } from "../../trust/index.ts";
import { counted, failed, isRead, named, type Place, passed, unknown, unseen } from "../check.ts";
import type { ClusterSeen, Observed, RootMap } from "../observed.ts";

/** That every namespace of every cluster with workloads was given the same roots. */
export function rootsEqual({ mesh, clusters }: Observed): readonly Check[] {
  // Where only istiod runs nobody is given roots by it.
  const members = clusters.filter(({ cluster }) => cluster.role !== "external");
  const trusting = members.flatMap((seen): readonly Trusting[] => {
    const maps = isRead(seen) && seen.roots.kind === "seen" ? seen.roots.value : [];
    const roots = mostCommon(maps.map(setOf));
    const map = maps.find((each) => setOf(each) === roots);
    return map === undefined ? [] : [{ cluster: seen.cluster.name, roots: setOf(map), map }];
  });
  // A cluster that could not be read is told once, by api-server; but it was not compared, and that is said.
  return members.filter(isRead).map((seen) => judge(seen, { trusting, members: members.length, remedies: remediesFor(mesh) }));
}

/** What most namespaces of a cluster that was read trust. */
interface Trusting {
  readonly cluster: string;
  readonly roots: string;
  readonly map: RootMap;
}

interface All {
  readonly trusting: readonly Trusting[];
  /** Clusters with workloads, read or not. */
  readonly members: number;
  readonly remedies: Remedies;
}

interface Remedies {
  readonly none: string;
  readonly other: (systemNamespace: string) => string;
}

/** Who gives namespaces their roots: istio-csr where it signs, else istiod. */
function remediesFor({ trust }: Observed["mesh"]): Remedies {
  if (trust.signer.kind === "certManager")
    return {
      none: "istio-csr writes it: see that it runs, and what its log says.",
      other: () =>
        "istio-csr gives what its `app.tls.rootCAFile` holds, or what its issuer answers: both must be the mesh's root in every cluster.",
    };
  return {
    none: "The istiod that serves this cluster writes it when it leads the cluster: see istiod-ready and clusters-synced, and its log.",
    other: (namespace) =>
      `\`root-cert.pem\` of Secret ${namespace}/cacerts must be the mesh's root in every cluster; istiod reads it when it starts.`,
  };
}

function judge({ cluster, roots }: ClusterSeen, all: All): Check {
  const about = { name: "roots-equal", cluster: cluster.name };
  if (roots.kind === "unseen") return unseen(about, roots.why);
  if (roots.value.length === 0)
    return failed(about, "No namespace holds ConfigMap istio-ca-root-cert: no proxy here knows whom to trust.", all.remedies.none);
  const fault = otherThanMost(roots.value, all) ?? otherThanSomebody(roots.value, all, cluster.name);
  if (fault !== undefined) return failed(about, fault, all.remedies.other(cluster.systemNamespace));
  return alike(about, roots.value, all);
}

/** Namespaces here that do not trust what more than half of the clusters that were read do. */
function otherThanMost(maps: readonly RootMap[], { trusting }: All): string | undefined {
  const common = mostCommon(trusting.map(({ roots }) => roots));
  const holders = trusting.filter(({ roots }) => roots === common);
  if (holders.length * 2 <= trusting.length) return undefined;
  const others = maps.filter((map) => setOf(map) !== common);
  if (others.length === 0) return undefined;
  const most =
    trusting.length === 1 ? "the other namespaces trust" : `${holders.length} of the ${trusting.length} clusters that were read trust`;
  return `${theyTrust(others)} ${namesIn(others[0])}; ${most} ${namesIn(holders[0]?.map)}.`;
}

/** Where no roots have a majority nobody can say whose are wrong: that two differ is what is seen. */
function otherThanSomebody(maps: readonly RootMap[], { trusting }: All, own: string): string | undefined {
  const here = new Set(maps.map(setOf));
  const differing = trusting.filter(({ roots }) => here.size > 1 || !here.has(roots));
  const common = mostCommon(trusting.map(({ roots }) => roots));
  if (differing.length === 0 || trusting.filter(({ roots }) => roots === common).length * 2 > trusting.length) return undefined;
  const others = differing.filter(({ cluster }) => cluster !== own);
  const they = `${named(others.map(({ cluster }) => cluster))} ${others.length === 1 ? "trusts" : "trust"} ${namesIn(others[0]?.map)}`;
  return `${theyTrust(maps)} ${namesIn(maps[0])}, and ${they}: these do not know each other.`;
}

function alike(about: Place, maps: readonly RootMap[], { trusting, members }: All): Check {
  const what = `${theyTrust(maps)} ${namesIn(maps[0])}`;
  const others = members - 1;
  const compared = trusting.length - 1;
  if (others > 0 && compared === 0)
    return unknown(about, `${what}; no other cluster could be read to compare with.`, "See the other clusters, then look again.");
  if (others === 0) return passed(about, `${what}.`);
  const left = others - compared;
  const missing = left === 0 ? "" : `; ${counted(left, "other")} could not be read`;
  return passed(about, `${what}, as ${counted(compared, "other cluster")} ${compared === 1 ? "does" : "do"}${missing}.`);
}

/** Equal for the same certificates, however they are written; empty when there is none that can be read. */
function setOf({ pem }: RootMap): string {
  return fingerprints(readCertificates(pem).certificates).join(" ");
}

/** The one that is there most often, the first of several; never the empty one. */
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

/** `Namespace default trusts`, `3 namespaces (default, …) trust`. */
function theyTrust(maps: readonly RootMap[]): string {
  const [first, ...rest] = maps;
  const name = first?.namespace ?? "";
  return rest.length === 0 ? `Namespace ${name} trusts` : `${maps.length} namespaces (${name}, …) trust`;
}
