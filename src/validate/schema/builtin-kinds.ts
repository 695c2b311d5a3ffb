import { kubernetesGroups, kubernetesKinds, kubernetesNames, kubernetesRelease } from "../../catalog/schemas/kubernetes.gen.ts";
import type { ClusterView } from "../view.ts";

/** A built-in kind whose fields are known. */
export interface BuiltinKind {
  readonly group: string;
  readonly kind: string;
  /** Version to the name of its type; newest first. */
  readonly versions: ReadonlyMap<string, string>;
}

let known: ReadonlyMap<string, BuiltinKind> | undefined;

/** The built-in kinds whose fields are known, by `group/Kind` (`Kind` alone in the core group). Read at first use. */
export function builtinKinds(): ReadonlyMap<string, BuiltinKind> {
  known ??= read();
  return known;
}

function read(): ReadonlyMap<string, BuiltinKind> {
  const kinds = new Map<string, { group: string; kind: string; versions: Map<string, string> }>();
  for (const [name, type] of Object.entries(kubernetesKinds)) {
    const steps = name.split("/");
    const [kind = "", version = "", group = ""] = steps.toReversed();
    const key = group === "" ? kind : `${group}/${kind}`;
    const entry = kinds.get(key) ?? { group, kind, versions: new Map<string, string>() };
    entry.versions.set(version, type);
    kinds.set(key, entry);
  }
  return kinds;
}

/** True for a group of Kubernetes' own API. */
export function isBuiltinGroup(group: string): boolean {
  return group === "" || kubernetesGroups.includes(group);
}

/** True for the name of any kind of Kubernetes' own API. */
export function isBuiltinName(kind: string): boolean {
  return kubernetesNames.includes(kind);
}

/** True when the cluster runs a later release of Kubernetes than the one whose fields are known: then a field nobody knows may be a new one. */
export function isNewerThanKnown({ name, mesh }: ClusterView): boolean {
  const written = mesh.clusters.find((cluster) => cluster.name === name)?.kubernetes;
  const [major = 0, minor = 0] = (written ?? "").split(".").map(Number);
  const [knownMajor = 0, knownMinor = 0] = kubernetesRelease.split(".").map(Number);
  return major > knownMajor || (major === knownMajor && minor > knownMinor);
}
