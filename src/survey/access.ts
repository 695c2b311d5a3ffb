import type { JsonObject } from "../model/json.ts";
import { neededEver } from "./rights/needed.ts";
import { type Right, rightKey } from "./rights/right.ts";
import { rulesFor } from "./rights/rules.ts";
import { lockRights, probeRights } from "./rights/table.ts";
import { clustersOf, type Scope } from "./scope.ts";

const name = "isthmus";

/** What is granted beside an apply's own rights. */
export interface Beside {
  readonly probe: boolean;
  readonly locks: boolean;
}

/**
 * The least that Isthmus must be allowed to do in the clusters of a mesh, as objects that grant it once they are bound to whoever runs it: one ClusterRole for
 * what has no namespace or spans all, with `probe` another one for `verify --probe`, with `locks` a Role in each system namespace for locking it by hand, one Role in each namespace it works in, and those namespaces, because a Role needs its own. They come from the table
 * that the checks before a run ask by.
 */
export function access(scope: Scope, { probe = false, locks = false }: Partial<Beside> = {}): readonly JsonObject[] {
  const found = clustersOf(scope).flatMap((cluster) => {
    const { rights, delegations } = neededEver(scope, cluster);
    return [...rights, ...delegations.map(({ shortcut }) => shortcut)];
  });
  const unique: readonly Right[] = [...new Map(found.map((right) => [rightKey(right), right])).values()];
  const byNamespace = Map.groupBy(unique, ({ namespace }) => namespace);
  const namespaces = [...byNamespace.keys()].filter((namespace) => namespace !== "").sort();
  return [
    ...namespaces.map((namespace) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } })),
    role("ClusterRole", { name }, byNamespace.get("") ?? []),
    ...(probe ? [role("ClusterRole", { name: `${name}-probe` }, probeRights(scope.mesh.clusters))] : []),
    ...namespaces.map((namespace) => role("Role", { name, namespace }, byNamespace.get(namespace) ?? [])),
    ...(locks ? lockRoles(scope) : []),
  ];
}

function role(kind: "ClusterRole" | "Role", metadata: JsonObject, rights: readonly Right[]): JsonObject {
  return { apiVersion: "rbac.authorization.k8s.io/v1", kind, metadata, rules: [...rulesFor(rights)] };
}

function lockRoles(scope: Scope): readonly JsonObject[] {
  const namespaces = [...new Set(clustersOf(scope).map(({ systemNamespace }) => systemNamespace))].sort();
  return namespaces.map((namespace) => role("Role", { name: `${name}-locks`, namespace }, lockRights(namespace)));
}
