import { normalText } from "../catalog/normal-form.ts";
import type { Desired, ManifestClass } from "../model/desired.ts";
import { carriesSymbols, manifestOf } from "../model/desired.ts";
import { digestOf, sha256 } from "../model/digest.ts";
import { canonical } from "../model/json.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import type { DigestTree, Step } from "../model/plan.ts";

/**
 * The digest of a plan as a tree: objects and steps make a cluster's digest; those, the steps that span clusters, the charts and the engine make the plan's.
 * Objects count by meaning, holes as holes. Commits, file names and the way clusters fall into classes do not count, so an equal plan has the same digest
 * wherever and whenever it is made.
 */
export function digestTree(desired: Desired, steps: readonly Step[]): DigestTree {
  const stepsOf = Map.groupBy(steps, (step) => (step.clusters.length === 1 ? (step.clusters[0] ?? "") : ""));
  const objects = new Map(
    desired.classes.flatMap((owner) => owner.members.map((member) => [member, objectsDigest(owner, member)] as const)),
  );
  const names = [...new Set([...objects.keys(), ...stepsOf.keys()])].filter((name) => name !== "").sort();
  const clusters = new Map(
    names.map(
      (name) =>
        [
          name,
          digestOf([
            ["objects", objects.get(name) ?? ""],
            ["steps", stepsDigest(stepsOf.get(name))],
          ]),
        ] as const,
    ),
  );
  const plan = digestOf([
    ...[...clusters].map(([name, digest]) => [`cluster ${name}`, digest] as const),
    ["steps of several clusters", stepsDigest(stepsOf.get(""))],
    ...desired.charts.map((chart) => [`chart ${chart.name} ${chart.version}`, chart.digest] as const),
    ["engine", sha256(desired.engine)],
  ]);
  return { plan, clusters };
}

/** Steps in the order given: the order is part of what is approved. */
function stepsDigest(steps: readonly Step[] = []): string {
  return sha256(
    canonical(
      steps.map(({ id, kind, clusters, after, writes, wave }) => ({ id, kind, clusters, after, wave, writes: writes.map(writeText) })),
    ),
  );
}

function writeText({ id, kind }: Step["writes"][number]): string {
  return `${kind} ${idKey(id)}`;
}

/** What holds no symbol is hashed once for all members of its class, and for all classes that share it. */
function objectsDigest(owner: ManifestClass, member: string): string {
  const symbols = owner.symbols.get(member) ?? new Map<string, string>();
  return digestOf(
    owner.manifests.map((manifest) => {
      const own = symbols.size === 0 ? manifest : manifestOf(manifest, symbols);
      return [idKey(own.id), own !== manifest || carriesSymbols(manifest) ? objectDigest(own) : rememberedDigest(manifest)] as const;
    }),
  );
}

const remembered = new WeakMap<Manifest, string>();

function rememberedDigest(manifest: Manifest): string {
  const digest = remembered.get(manifest) ?? objectDigest(manifest);
  remembered.set(manifest, digest);
  return digest;
}

function objectDigest(manifest: Manifest): string {
  return sha256(normalText(manifest));
}
