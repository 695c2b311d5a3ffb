import type { Json, JsonObject } from "../../model/json.ts";
import type { Access } from "../../model/live.ts";

/** Rights as rules of a role, few and stable: what has the same verbs and names becomes one rule. They are all of one namespace, or of none. */
export function rulesFor(rights: readonly Access[]): readonly JsonObject[] {
  const byTarget = Map.groupBy(rights, ({ group, resource, name }) => JSON.stringify([group, resource, name]));
  const targets = [...byTarget].map(([key, members]) => {
    const [group = "", resource = "", name = ""] = JSON.parse(key) as string[];
    return { group, resource, name, verbs: unique(members.map(({ verb }) => verb)) };
  });
  const byVerbs = Map.groupBy(targets, ({ group, resource, name, verbs }) => JSON.stringify([group, resource, name === "", verbs]));
  const named = [...byVerbs.values()].map((members) => ({
    ...first(members),
    names: unique(members.map(({ name }) => name)).filter((name) => name !== ""),
  }));
  const byNames = Map.groupBy(named, ({ group, verbs, names }) => JSON.stringify([group, verbs, names]));
  return [...byNames.keys()].sort().map((key) => {
    const members = byNames.get(key) ?? [];
    const { group, verbs, names } = first(members);
    return rule(group, unique(members.map(({ resource }) => resource)), names, verbs);
  });
}

function rule(group: string, resources: readonly string[], names: readonly string[], verbs: readonly string[]): JsonObject {
  const list = (texts: readonly string[]): Json => [...texts];
  return {
    apiGroups: [group],
    resources: list(resources),
    ...(names.length === 0 ? {} : { resourceNames: list(names) }),
    verbs: list(verbs),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

function first<T>(list: readonly T[]): T {
  const [entry] = list;
  if (entry === undefined) throw new Error("a group has a member");
  return entry;
}
