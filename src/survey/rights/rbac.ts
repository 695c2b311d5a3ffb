import { isObject, type JsonObject, listAt, textAt } from "../../model/json.ts";
import type { ObjectId } from "../../model/manifest.ts";
import { type Right, rights } from "./right.ts";

const group = "rbac.authorization.k8s.io";

/** What the API server asks of whoever writes a role or a binding, so that nobody gives away rights that he does not have. */
export interface Delegation {
  /** The way round: the verb `escalate` or `bind` on the role. */
  readonly shortcut: Right;
  /** Or to hold all of these; `undefined` when they are not known. */
  readonly held: readonly Right[] | undefined;
}

/** What writing this object asks for; `undefined` for what is neither role nor binding. `roleAt` finds the role that a binding names. */
export function delegationOf(object: JsonObject, id: ObjectId, roleAt: (id: ObjectId) => JsonObject | undefined): Delegation | undefined {
  if (id.group !== group) return undefined;
  const purpose = `write ${id.kind} ${id.name}`;
  if (id.kind === "ClusterRole" || id.kind === "Role") {
    return { shortcut: shortcut("escalate", id, purpose), held: heldIn(object, id.namespace, purpose) };
  }
  if (id.kind !== "ClusterRoleBinding" && id.kind !== "RoleBinding") return undefined;
  const kind = textAt(object, "roleRef", "kind") ?? "";
  const role: ObjectId = { group, kind, namespace: kind === "Role" ? id.namespace : "", name: textAt(object, "roleRef", "name") ?? "" };
  const rules = roleAt(role);
  const needed = shortcut("bind", { ...role, namespace: id.namespace }, purpose);
  return {
    shortcut: { ...needed, resource: kind === "Role" ? "roles" : "clusterroles" },
    held: rules && heldIn(rules, id.namespace, purpose),
  };
}

function shortcut(verb: string, { kind, namespace, name }: ObjectId, purpose: string): Right {
  return { verb, group, resource: kind === "Role" ? "roles" : "clusterroles", namespace, name, purpose };
}

/** Every right that the rules of a role give. */
function heldIn(role: JsonObject, namespace: string, purpose: string): readonly Right[] | undefined {
  // What an aggregated role gives is decided by other roles.
  if (role["aggregationRule"] !== undefined) return undefined;
  return listAt(role, "rules")
    .filter(isObject)
    .flatMap((rule) => {
      const names = texts(rule, "resourceNames");
      const verbs = texts(rule, "verbs");
      return texts(rule, "apiGroups").flatMap((apiGroup) =>
        texts(rule, "resources").flatMap((resource) =>
          (names.length === 0 ? [""] : names).flatMap((name) => rights(verbs, { group: apiGroup, resource, namespace, name }, purpose)),
        ),
      );
    });
}

function texts(rule: JsonObject, key: string): readonly string[] {
  return listAt(rule, key).filter((entry) => typeof entry === "string");
}
