import type { JsonObject } from "../../../src/model/json.ts";
import { apiVersionOf, type Kind } from "./kinds.ts";

const verbs = ["create", "delete", "get", "list", "patch", "update", "watch"];

/** What `/api` or `/apis` answers to who asks for everything at once. */
export function aggregated(kinds: readonly Kind[], isCore: boolean): JsonObject {
  const groups = Map.groupBy(
    kinds.filter(({ group }) => (group === "") === isCore),
    ({ group }) => group,
  );
  const items = [...groups].map(([name, members]) => ({
    metadata: name === "" ? {} : { name },
    versions: [...Map.groupBy(members, ({ version }) => version)].map(([version, served]) => ({
      version,
      freshness: "Current",
      resources: served.map(({ group, kind, plural, isNamespaced }) => ({
        resource: plural,
        responseKind: { group, version, kind },
        scope: isNamespaced ? "Namespaced" : "Cluster",
        singularResource: kind.toLowerCase(),
        verbs,
      })),
    })),
  }));
  return { kind: "APIGroupDiscoveryList", apiVersion: "apidiscovery.k8s.io/v2", metadata: {}, items };
}

/** What they answer to everybody else, and on servers before 1.26. */
export function legacyRoot(kinds: readonly Kind[], isCore: boolean): JsonObject {
  if (isCore) return { kind: "APIVersions", versions: ["v1"], serverAddressByClientCIDRs: [] };
  const groups = Map.groupBy(
    kinds.filter(({ group }) => group !== ""),
    ({ group }) => group,
  );
  return {
    kind: "APIGroupList",
    apiVersion: "v1",
    groups: [...groups].map(([name, members]) => {
      const versions = [...new Set(members.map(apiVersionOf))].map((groupVersion) => ({
        groupVersion,
        version: groupVersion.split("/")[1] ?? "",
      }));
      return { name, versions, preferredVersion: versions[0] };
    }),
  };
}

/** The kinds of one version; `undefined` where there are none. */
export function legacyVersion(kinds: readonly Kind[], groupVersion: string): JsonObject | undefined {
  const served = kinds.filter((kind) => apiVersionOf(kind) === groupVersion);
  if (served.length === 0) return undefined;
  const resources = served.flatMap(({ kind, plural, isNamespaced, hasStatus }) => {
    const one = { name: plural, singularName: kind.toLowerCase(), namespaced: isNamespaced, kind, verbs };
    return hasStatus ? [one, { ...one, name: `${plural}/status` }] : [one];
  });
  return { kind: "APIResourceList", apiVersion: "v1", groupVersion, resources };
}
