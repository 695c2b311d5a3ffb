import { textAt } from "../model/json.ts";
import type { Live, Present } from "../model/live.ts";
import { Problem } from "../model/problem.ts";
import type { HelmRelease } from "../model/survey.ts";
import type { ClusterApi } from "../world.ts";
import { orProblem } from "./read-objects.ts";

/** The Helm release that an object says it belongs to. */
export function helmReleaseOf({ object }: Present): { readonly name: string; readonly namespace: string } | undefined {
  const name = textAt(object, "metadata", "annotations", "meta.helm.sh/release-name");
  const namespace = textAt(object, "metadata", "annotations", "meta.helm.sh/release-namespace");
  return name === undefined || namespace === undefined ? undefined : { name, namespace };
}

/** Helm's own records of the releases that these objects name. Those that could not be read are left out: nothing is retired that was not seen. */
export async function readHelmReleases(api: ClusterApi, objects: ReadonlyMap<string, Live>): Promise<readonly HelmRelease[]> {
  const named = [...objects.values()].flatMap((live) => (live.kind === "present" ? (helmReleaseOf(live) ?? []) : []));
  const namespaces = [...new Set(named.map(({ namespace }) => namespace))].sort();
  const listed = await Promise.all(
    namespaces.map((namespace) => orProblem(api.list({ apiVersion: "v1", kind: "Secret", namespace, labels: "owner=helm" }))),
  );
  const wanted = new Set(named.map(({ namespace, name }) => `${namespace}/${name}`));
  const records = listed.flatMap((secrets) => (secrets instanceof Problem ? [] : secrets)).flatMap(recordIn);
  const byRelease = Map.groupBy(records, ({ release }) => release);
  return [...byRelease].flatMap(([key, group]) => {
    const [namespace = "", name = ""] = key.split("/");
    if (!wanted.has(key)) return [];
    const sorted = group.sort((a, b) => a.revision - b.revision);
    return [{ name, namespace, records: sorted.map(({ secret, uid, status }) => ({ name: secret, uid, status })) }];
  });
}

/** `sh.helm.release.v1.istiod.v3`, as Helm 3 and 4 both name them. */
function recordIn({ object }: Present) {
  const secret = textAt(object, "metadata", "name") ?? "";
  const match = /^sh\.helm\.release\.v1\.(.+)\.v(\d+)$/u.exec(secret);
  if (match === null) return [];
  const namespace = textAt(object, "metadata", "namespace") ?? "";
  const status = textAt(object, "metadata", "labels", "status") ?? "unknown";
  return [
    { release: `${namespace}/${match[1]}`, revision: Number(match[2]), secret, uid: textAt(object, "metadata", "uid") ?? "", status },
  ];
}
