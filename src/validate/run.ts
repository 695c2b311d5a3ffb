import { finding } from "../catalog/find.ts";
import type { RuleName } from "../catalog/findings.gen.ts";
import type { Desired, ManifestClass } from "../model/desired.ts";
import { manifestOf } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import { kindKey } from "./context.ts";
import type { Runnable, Sink } from "./rule.ts";
import { changeRules, clusterRules, meshRules, objectRules } from "./rules/index.gen.ts";
import { type Seen, sinkFor } from "./sink.ts";
import type { ChangeView, MeshView } from "./view.ts";

/** Runs every rule. The order of what it returns means nothing. */
export function runRules(view: ChangeView<string>, desired: Desired): readonly Seen[] {
  const { after } = view;
  return [
    ...runOnObjects(after, desired),
    ...desired.classes.flatMap((owner) => clusterRules.flatMap((rule) => runOnClass(rule, after, owner))),
    ...meshRules.flatMap((rule) => collect(after, rule.name, [], (sink) => rule.run(after, sink))),
    ...changeRules.flatMap((rule) => collect(after, rule.name, [], (sink) => rule.run(view, sink))),
  ];
}

/**
 * The members of a class have the same objects but for identity values, so a rule that is content with one is content with all. Only when it
 * is not are the others looked at, because what it says may name those values.
 */
function runOnClass(rule: (typeof clusterRules)[number], after: MeshView<string>, owner: ManifestClass): readonly Seen[] {
  const [first, ...others] = owner.members;
  const on = (name: string | undefined): readonly Seen[] => {
    const cluster = name === undefined ? undefined : after.cluster(name);
    if (cluster === undefined) return [];
    return collect(after, rule.name, [cluster.name], (sink) => rule.run(cluster, sink));
  };
  const seen = on(first);
  return seen.length === 0 ? seen : [...seen, ...others.flatMap(on)];
}

/** Each distinct object once; what it holds of symbols is filled in with the values of the first member, and of the others only when needed. */
function runOnObjects(after: MeshView<string>, desired: Desired): readonly Seen[] {
  const rulesByKind = new Map<string, Runnable<{ readonly manifest: Manifest }>[]>();
  for (const rule of objectRules) for (const kind of rule.reads) rulesByKind.set(kind, [...(rulesByKind.get(kind) ?? []), rule]);
  const holders = new Map<Manifest, ManifestClass[]>();
  for (const owner of desired.classes) {
    for (const manifest of owner.manifests) {
      if (!rulesByKind.has(kindKey(manifest))) continue;
      const known = holders.get(manifest);
      if (known === undefined) holders.set(manifest, [owner]);
      else known.push(owner);
    }
  }
  return [...holders].flatMap(([manifest, owners]) =>
    (rulesByKind.get(kindKey(manifest)) ?? []).flatMap((rule) => runOnObject(rule, after, manifest, owners)),
  );
}

function runOnObject(
  rule: (typeof objectRules)[number],
  after: MeshView<string>,
  manifest: Manifest,
  owners: readonly ManifestClass[],
): readonly Seen[] {
  return owners.flatMap((owner) => {
    const own = (member: string) => manifestOf(manifest, owner.symbols.get(member) ?? new Map<string, string>());
    const [first = "", ...others] = owner.members;
    const concrete = own(first);
    if (concrete === manifest) return judged(rule, after, manifest, owner.members);
    const seen = judged(rule, after, concrete, [first]);
    return seen.length === 0 ? seen : [...seen, ...others.flatMap((member) => judged(rule, after, own(member), [member]))];
  });
}

function judged(
  rule: (typeof objectRules)[number],
  after: MeshView<string>,
  manifest: Manifest,
  clusters: readonly string[],
): readonly Seen[] {
  return collect(after, rule.name, clusters, (sink) => rule.run({ manifest }, sink));
}

/**
 * Runs one rule. One that throws is our bug: it becomes a finding at error level that says so, so that the check cannot pass, while what all
 * other rules found still reaches the reader (a pull request is worth more than a stack trace). Shells end with code 70 when they see it.
 */
function collect(after: MeshView<string>, rule: RuleName, clusters: readonly string[], run: (sink: Sink) => void): readonly Seen[] {
  const seen: Seen[] = [];
  try {
    run(sinkFor(after.mesh, clusters, seen));
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    seen.push({ finding: finding("rule-failed", { rule, why }, { clusters }), isWritten: false });
  }
  return seen;
}
