import type { Rule } from "./types.ts";

/** The roles and bindings that give a user exactly these rules: one pair for the cluster, one per namespace named. */
export function rolesFor(name: string, username: string, rules: readonly Rule[]): readonly unknown[] {
  const scopes = [...new Set(rules.map(({ namespace }) => namespace))];
  return scopes.flatMap((scope) => {
    const kind = scope === undefined ? "ClusterRole" : "Role";
    const metadata = { name: `lab-user-${name}`, labels: { "lab-user": name }, ...(scope === undefined ? {} : { namespace: scope }) };
    const mine = rules.filter(({ namespace }) => namespace === scope).map(withDefaults);
    return [
      { apiVersion, kind, metadata, rules: mine },
      {
        apiVersion,
        kind: `${kind}Binding`,
        metadata,
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name: metadata.name },
        subjects: [subject(username)],
      },
    ];
  });
}

const apiVersion = "rbac.authorization.k8s.io/v1";

/** As RBAC writes it: our own field left out, and the core group where a resource is named without one. */
function withDefaults({ apiGroups = [""], resources, resourceNames, nonResourceURLs, verbs }: Rule) {
  if (nonResourceURLs !== undefined) return { nonResourceURLs, verbs };
  return { apiGroups, resources, verbs, ...(resourceNames === undefined ? {} : { resourceNames }) };
}

function subject(username: string) {
  const [, , namespace, name] = username.split(":");
  return username.startsWith("system:serviceaccount:")
    ? { kind: "ServiceAccount", namespace, name }
    : { kind: "User", apiGroup: "rbac.authorization.k8s.io", name: username };
}
