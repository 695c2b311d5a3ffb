import { type IstioRelease, releases } from "../../catalog/istio-versions.gen.ts";
import type { Unmet } from "../../model/prerequisite.ts";
import { type Aspect, isWritten } from "./aspect.ts";

/**
 * Istio needs the oldest Kubernetes version that it was tested with; a newer one than the newest is told and hinders nothing (V05: a warning). Of releases without
 * a record nothing is said.
 */
export function version(aspect: Aspect): readonly Unmet[] {
  const { cluster, seen } = aspect;
  const minor = /^v?1\.(\d+)/u.exec(seen.server.version)?.[1];
  if (!isWritten(aspect) || minor === undefined || cluster.role === "external") return [];
  return cluster.istio.revisions.flatMap((revision) => {
    const range = rangeOf(revision.version);
    if (range === undefined || (Number(minor) >= range.oldest && Number(minor) <= range.newest)) return [];
    const isNewer = Number(minor) > range.newest;
    return [
      {
        cluster: cluster.name,
        kind: "version" as const,
        seen: `It runs Kubernetes 1.${minor}, and Istio ${revision.version} was tested with 1.${range.oldest} to 1.${range.newest}.`,
        remedy: `${Number(minor) < range.oldest ? "Upgrade Kubernetes first" : "Use a newer Istio"}, or give the cluster a revision that fits.`,
        ...(isNewer ? { isAdvice: true as const } : {}),
      },
    ];
  });
}

function rangeOf(istio: string): { readonly oldest: number; readonly newest: number } | undefined {
  const release: IstioRelease | undefined = releases.find(({ minor }) => istio === minor || istio.startsWith(`${minor}.`));
  if (release?.kubernetes === undefined) return undefined;
  return { oldest: minorOf(release.kubernetes.oldest), newest: minorOf(release.kubernetes.newest) };
}

function minorOf(text: string): number {
  return Number(text.split(".")[1]);
}
