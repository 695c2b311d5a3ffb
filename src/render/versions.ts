import { compare, parse } from "semver";
import { defaultKubernetes, releases } from "../catalog/istio-versions.gen.ts";

/** What is known of one version of Istio. */
export type Knowledge =
  /** The version, or a later one of its line, was read. */
  | { readonly kind: "known" }
  /** Its line was read up to `read`; this patch came later. */
  | { readonly kind: "unread"; readonly read: string }
  /** Nothing of its line was read. */
  | { readonly kind: "unknown"; readonly lines: string };

/** Looks a version up in the catalogue; a text that is no version is unknown. */
export function knowledgeOf(version: string): Knowledge {
  const line = releaseOf(version);
  const parsed = parse(version);
  if (line === undefined || parsed === null) {
    return { kind: "unknown", lines: `${releases[0]?.minor ?? ""} to ${releases.at(-1)?.minor ?? ""}` };
  }
  return compare(parsed, line.read) <= 0 ? { kind: "known" } : { kind: "unread", read: line.read };
}

/** The catalogue's entry of the version's line. */
export function releaseOf(version: string): (typeof releases)[number] | undefined {
  const parsed = minorOf(version);
  return parsed && releases.find((release) => release.minor === `${parsed.major}.${parsed.minor}`);
}

/** Major and minor of a version, or `undefined` for what is no version. */
export function minorOf(version: string): { readonly major: number; readonly minor: number } | undefined {
  const parsed = parse(version);
  return parsed === null ? undefined : { major: parsed.major, minor: parsed.minor };
}

/** Sorts versions, older first; what is no version comes first. */
export function byVersion(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  return compare(left, right);
}

/**
 * `v1.35.0`: the cluster's own version, else the newest one tested with this Istio, else the catalogue's default. What a cloud adds to it is kept: charts look
 * for `-gke` in it, as Helm would show it to them.
 */
export function kubeVersion(kubernetes: string | undefined, istio: string): string {
  const tested = releaseOf(istio)?.kubernetes;
  const version = kubernetes ?? tested?.newest ?? defaultKubernetes;
  return /^\d+\.\d+$/u.test(version) ? `v${version}.0` : `v${version}`;
}
