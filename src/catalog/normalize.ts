import type { Json } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import { duration, quantity } from "./amount.ts";
import { type NormaliseRule, normaliseRules, podPaths } from "./normalize.gen.ts";

/** A value the API server fills in where a file leaves it out. */
export interface DefaultValue {
  readonly key: string;
  readonly value: Json;
  readonly rule: string;
}

/** What normalize.yaml says about one kind of object. Paths are written as there, `{pod}` filled in. */
export interface Normalisation {
  /** The rule that leaves this path out. */
  readonly drops: ReadonlyMap<string, string>;
  /** Defaults by the path of the object that holds the key. */
  readonly defaults: ReadonlyMap<string, readonly DefaultValue[]>;
  /** The rule that holds these two texts for one value, if there is one. `path` ends in `key`. */
  sameMeaning(path: string, key: string, before: Json, after: Json): string | undefined;
  /** Whether any rule says something about the value at this path or about values below it. */
  reaches(path: string): boolean;
  /** The one spelling that stands for all that mean the same. */
  spelling(path: string, key: string, value: Json): Json;
}

const known = new Map<string, Normalisation>();

/** The rules for objects of a kind. `live` adds those that only hold against what a cluster reports. */
export function normalisationOf(id: Pick<ObjectId, "group" | "kind">, mode: "files" | "live" = "files"): Normalisation {
  const key = `${id.group}/${id.kind} ${mode}`;
  const found = known.get(key) ?? compile(id, mode);
  known.set(key, found);
  return found;
}

/** True when an entry of the catalogue speaks about this kind: `apps/Deployment`, `Service`, `apps/*` or `*`. */
export function isMeant(objects: readonly string[], id: Pick<ObjectId, "group" | "kind">): boolean {
  const kind = id.group === "" ? id.kind : `${id.group}/${id.kind}`;
  return objects.some((entry) => entry === "*" || entry === kind || (id.group !== "" && entry === `${id.group}/*`));
}

function compile(id: Pick<ObjectId, "group" | "kind">, mode: "files" | "live"): Normalisation {
  const rules = normaliseRules.filter((rule) => (mode === "live" || rule.mode === "files") && isMeant(rule.objects, id));
  const pod = podPaths[id.group === "" ? id.kind : `${id.group}/${id.kind}`];
  const spellings = rules.flatMap((rule) => (rule.equal === null ? [] : [spellingRule(rule, pod)]));
  const ruleAt = (path: string, key: string) => spellings.find((entry) => entry.covers(path, key));
  const drops = new Map(rules.flatMap((rule) => filled(rule.drops, pod).map((path) => [path, rule.rule] as const)));
  const defaults = defaultsOf(rules, pod);
  const above = prefixesOf([...drops.keys(), ...defaults.keys(), ...rules.flatMap((rule) => filled(rule.paths, pod))]);
  return {
    drops,
    defaults,
    reaches: (path) => above.has(path),
    sameMeaning(path, key, before, after) {
      const found = ruleAt(path, key);
      if (found === undefined) return undefined;
      const spelled = found.spell(before);
      return spelled !== undefined && spelled === found.spell(after) ? found.rule : undefined;
    },
    spelling: (path, key, value) => ruleAt(path, key)?.spell(value) ?? value,
  };
}

/** These paths and every path on the way to them. */
export function prefixesOf(paths: readonly string[]): ReadonlySet<string> {
  const prefixes = new Set<string>(["", ...paths]);
  for (const path of paths) {
    // `a[].b` lies below `a[]`, below `a`.
    for (const { index } of path.matchAll(/\.|\[\]/gu)) prefixes.add(path.slice(0, index));
  }
  return prefixes;
}

function defaultsOf(rules: readonly NormaliseRule[], pod: string | undefined): ReadonlyMap<string, readonly DefaultValue[]> {
  const result = new Map<string, DefaultValue[]>();
  for (const rule of rules) {
    for (const [raw, value] of Object.entries(rule.defaults)) {
      const [path] = filled([raw], pod);
      if (path === undefined) continue;
      const dot = path.lastIndexOf(".");
      const parent = path.slice(0, Math.max(dot, 0));
      result.set(parent, [...(result.get(parent) ?? []), { key: path.slice(dot + 1), value, rule: rule.rule }]);
    }
  }
  return result;
}

function spellingRule(rule: NormaliseRule, pod: string | undefined) {
  const paths = new Set(filled(rule.paths, pod));
  return {
    rule: rule.rule,
    covers: (path: string, key: string) => paths.has(path) || (path.length > key.length && paths.has(`${path.slice(0, -key.length)}*`)),
    spell: (value: Json) => {
      // With the unit: a plain number is no duration and must not read like one in the normal form.
      if (rule.equal === "duration") return typeof value === "string" ? spelledDuration(value) : undefined;
      return typeof value === "string" || typeof value === "number" ? quantity(value) : undefined;
    },
  };
}

function spelledDuration(text: string): string | undefined {
  const nanoseconds = duration(text);
  return nanoseconds === undefined ? undefined : `${nanoseconds}ns`;
}

/** The paths with `{pod}` replaced; those that need a pod spec are gone where the kind has none. */
export function filled(paths: readonly string[], pod: string | undefined): readonly string[] {
  return paths.flatMap((path) => {
    if (!path.startsWith("{pod}")) return [path];
    return pod === undefined ? [] : [path.replace("{pod}", pod)];
  });
}
