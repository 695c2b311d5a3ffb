import { keepsOrder, normalText } from "../catalog/normal-form.ts";
import type { Desired, ManifestClass } from "../model/desired.ts";
import { carriesSymbols, classOf, manifestOf, substitute } from "../model/desired.ts";
import { digestOf, sha256 } from "../model/digest.ts";
import { canonical } from "../model/json.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import type { DigestTree, Step } from "../model/plan.ts";

/**
 * The digest of a plan as a tree: objects and steps make a cluster's digest; those, the steps that span clusters, the charts and the engine make the plan's.
 * Objects count by meaning, holes as holes. Commits, file names and the way clusters fall into classes do not count, so an equal plan has the same digest
 * wherever and whenever it is made. What is unknown counts too: a mesh that cannot be read is not a mesh without objects.
 */
export function digestTree(desired: Desired, steps: readonly Step[]): DigestTree {
  const stepsOf = Map.groupBy(steps, (step) => (step.clusters.length === 1 ? (step.clusters[0] ?? "") : ""));
  const digestOne = remembering();
  const objects = new Map(
    desired.classes.flatMap((owner) => owner.members.map((member) => [member, objectsDigest(owner, member, digestOne)] as const)),
  );
  const names = [...new Set([...objects.keys(), ...stepsOf.keys()])].filter((name) => name !== "").sort();
  const clusters = new Map(
    names.map(
      (name) =>
        [
          name,
          digestOf([["objects", objects.get(name) ?? ""], ["steps", stepsDigest(stepsOf.get(name))], ...gapsOf(desired, name)]),
        ] as const,
    ),
  );
  const plan = digestOf([
    ...[...clusters].map(([name, digest]) => [`cluster ${name}`, digest] as const),
    ["steps of several clusters", stepsDigest(stepsOf.get(""))],
    ...desired.charts.map((chart) => [`chart ${chart.name} ${chart.version}`, chart.digest] as const),
    ["engine", sha256(desired.engine)],
    ...unreadIn(desired),
  ]);
  return { plan, clusters };
}

type Branch = readonly [name: string, digest: string];

/** The parts of a repository that nobody could read; none where all was read, so that the digest of what is known stays what it was. */
function unreadIn({ unread }: Desired): readonly Branch[] {
  if (unread === undefined || !(unread.mesh || unread.clusters.length > 0 || unread.files.length > 0)) return [];
  return [["unread", sha256(canonical({ mesh: unread.mesh, clusters: [...unread.clusters], files: [...unread.files] }))]];
}

/** The releases of a cluster that could not be rendered. */
function gapsOf(desired: Desired, cluster: string): readonly Branch[] {
  const gaps = classOf(desired, cluster)?.gaps ?? [];
  return gaps.length === 0 ? [] : [["gaps", sha256(canonical(gaps.map(({ release, stage, why }) => ({ release, stage, why }))))]];
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

/** What holds no symbol is hashed once for all members of its class; in what does, the symbols of one normal text are replaced for each. */
function objectsDigest(owner: ManifestClass, member: string, digestOne: (manifest: Manifest) => string): string {
  const symbols = owner.symbols.get(member);
  if (symbols === undefined || symbols.size === 0)
    return digestOf(owner.manifests.map((manifest) => [idKey(manifest.id), digestOne(manifest)] as const));
  const escaped = new Map([...symbols].map(([symbol, value]) => [symbol, JSON.stringify(value).slice(1, -1)]));
  return digestOf(
    owner.manifests.map((manifest) => {
      if (!carriesSymbols(manifest)) return [idKey(manifest.id), digestOne(manifest)] as const;
      const template = templateOf(manifest);
      const text = template === undefined ? normalText(manifestOf(manifest, symbols)) : substitute(template, escaped);
      return [substitute(idKey(manifest.id), symbols), sha256(text)] as const;
    }),
  );
}

const templates = new WeakMap<Manifest, { readonly text: string | undefined }>();

/** The normal text with its symbols, or `undefined` where replacing them there would not do. */
function templateOf(manifest: Manifest): string | undefined {
  const known = templates.get(manifest) ?? { text: keepsOrder(manifest) ? normalText(manifest) : undefined };
  templates.set(manifest, known);
  return known.text;
}

/**
 * Normal forms are dear and most objects come again: the very same one in another member, or an equal one in another class (definitions of a megabyte, in
 * every class). So each text is hashed as it stands first, and its normal form only when that hash is new.
 */
function remembering(): (manifest: Manifest) => string {
  const byManifest = new WeakMap<Manifest, string>();
  const byText = new Map<string, string>();
  return (manifest) => {
    const known = byManifest.get(manifest);
    if (known !== undefined) return known;
    const text = sha256(JSON.stringify(manifest.object));
    const digest = byText.get(text) ?? sha256(normalText(manifest));
    byText.set(text, digest);
    byManifest.set(manifest, digest);
    return digest;
  };
}
