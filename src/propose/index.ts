import type { Drift, LiveStudy } from "../model/apply.ts";
import type { Change } from "../model/change.ts";
import { type Desired, objectsOf } from "../model/desired.ts";
import { canonical } from "../model/json.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import type { Adopted, LeftAlone, Proposal } from "../model/proposal.ts";
import type { Tree } from "../model/tree.ts";
import { type Edit, editYaml } from "../yaml/index.ts";
import { type Candidate, candidateOf } from "./candidate.ts";
import { instead } from "./instead.ts";

/** A study of live clusters as far as a proposal needs it. */
export type Drifted = Pick<LiveStudy, "desired" | "baseline" | "changes" | "head"> & { readonly live: Pick<LiveStudy["live"], "drift"> };

/**
 * What adopting the drift of these clusters would make of the files. An object is taken over only where its document serves no cluster that holds something else, and
 * where the edited text reads back as it should. `isRefused` names objects (by `idKey`) that a first attempt turned out not to give back.
 */
export function propose(study: Drifted, clusters: readonly string[], isRefused: (key: string) => boolean = () => false): Proposal {
  const drift = study.live.drift.filter(({ cluster }) => clusters.length === 0 || clusters.includes(cluster));
  const judged = drift.map((entry) => ({ entry, candidate: judge(study, entry, isRefused) }));
  const left = judged.flatMap(({ candidate }) => ("why" in candidate ? [candidate] : []));
  const candidates = judged.flatMap(({ candidate }) => ("why" in candidate ? [] : [candidate]));
  const written = write(study.head.tree, together(study.desired, candidates, left), left);
  return { ...written, left };
}

function judge(study: Drifted, drift: Drift, isRefused: (key: string) => boolean): Candidate | LeftAlone {
  const { id, cluster } = drift;
  const alone = (why: string, about: string): LeftAlone => ({ id, cluster, why, instead: about });
  const change = study.changes.changes.find((one) => idKey(one.id) === idKey(id) && one.clusters.includes(cluster));
  const wanted = manifestIn(study.desired, cluster, idKey(id));
  const live = study.baseline && manifestIn(study.baseline, cluster, idKey(id));
  if (drift.kind === "gone")
    return alone("It is gone from the cluster, and taking a document away is for a person.", instead.delete(wanted));
  if (change === undefined || wanted === undefined || live === undefined) return alone("It could not be read.", instead.look);
  if (isRefused(idKey(id)))
    return alone("With the live values in its file it would not come out as it is live.", instead.byHand(wanted, change));
  return candidateOf({ drift, change, wanted, live, tree: study.head.tree });
}

function manifestIn(desired: Desired, cluster: string, key: string): Manifest | undefined {
  return objectsOf(desired, cluster).find(({ id }) => idKey(id) === key);
}

/** One document with the edits that all of its clusters agree on. */
interface Agreed extends Adopted {
  readonly document: number;
  readonly edits: readonly Edit[];
}

/** Candidates by document; those that other clusters do not share go to `left`. */
function together(desired: Desired, candidates: readonly Candidate[], left: LeftAlone[]): readonly Agreed[] {
  const groups = Map.groupBy(candidates, ({ place, document, id }) => `${place.file} ${document} ${idKey(id)}`);
  return [...groups.values()].flatMap((group): readonly Agreed[] => {
    const [first] = group;
    if (first === undefined) return [];
    const clusters = group.map(({ cluster }) => cluster).sort();
    const others = servedBy(desired, first).filter((name) => !clusters.includes(name));
    const isAlike = group.every(({ edits }) => canonical(asJson(edits)) === canonical(asJson(first.edits)));
    if (others.length === 0 && isAlike) return [{ ...first, clusters }];
    const why =
      others.length > 0
        ? `\`${first.place.file}\` serves ${names(others)} as well, where it is not known to be so.`
        : `\`${first.place.file}\` serves ${names(clusters)}, which hold different values.`;
    left.push(...group.map(({ id, cluster, values }) => ({ id, cluster, why, instead: instead.patch(cluster, values) })));
    return [];
  });
}

/** Clusters that get the object from the same document. */
function servedBy(desired: Desired, { id, source }: Candidate): readonly string[] {
  const isSame = (manifest: Manifest): boolean =>
    idKey(manifest.id) === idKey(id) &&
    manifest.origin.kind === "config" &&
    manifest.origin.source.file === source.file &&
    manifest.origin.source.index === source.index;
  return desired.classes.flatMap(({ members, manifests }) => (manifests.some(isSame) ? members : [])).sort();
}

function write(tree: Tree, agreed: readonly Agreed[], left: LeftAlone[]): Pick<Proposal, "files" | "adopted"> {
  const texts = new Map<string, string>();
  const adopted: Adopted[] = [];
  for (const { document, edits, ...one } of agreed) {
    const text = texts.get(one.place.file) ?? textOf(tree, one.place.file);
    const result = editYaml(text, document, edits);
    if (result.kind === "refused") {
      const why = `\`${one.place.file}\` cannot be edited there without touching more: ${result.why}.`;
      left.push(...one.clusters.map((cluster) => ({ id: one.id, cluster, why, instead: instead.values(one.place, one.values) })));
      continue;
    }
    texts.set(one.place.file, result.text);
    adopted.push({ id: one.id, clusters: one.clusters, place: one.place, values: one.values });
  }
  const files = [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, adopted };
}

/** A repository's files with those of a proposal in their places. */
export function withFiles(tree: Tree, files: Proposal["files"]): Tree {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const entries = tree.entries.map((entry) => {
    const text = texts.get(entry.path);
    return text === undefined || entry.kind !== "file" ? entry : { ...entry, text, size: text.length };
  });
  return { ...tree, entries };
}

/**
 * Objects of a proposal, by `idKey`, that do not come out as they are live once its files are read: `after` is the mesh rendered with them, `remaining` what then still
 * differs from the clusters, `moved` what differs from the mesh as Git has it.
 */
export function notGivenBack(
  { adopted }: Proposal,
  { remaining, moved }: { readonly remaining: readonly Change[]; readonly moved: readonly Change[] },
): ReadonlySet<string> {
  const own = new Map(adopted.map(({ id, clusters }) => [idKey(id), clusters]));
  const strange = moved.some(({ id, clusters }) => clusters.some((cluster) => own.get(idKey(id))?.includes(cluster) !== true));
  // Something else moves with them, and nobody knows with which: none is taken over.
  if (strange) return new Set(own.keys());
  const still = remaining.filter(({ id, clusters }) => clusters.some((cluster) => own.get(idKey(id))?.includes(cluster)));
  return new Set(still.map(({ id }) => idKey(id)));
}

function textOf(tree: Tree, file: string): string {
  const entry = tree.entries.find(({ path }) => path === file);
  return entry?.kind === "file" ? entry.text : "";
}

function names(clusters: readonly string[]): string {
  return clusters.map((name) => `\`${name}\``).join(", ");
}

function asJson(edits: readonly Edit[]) {
  return edits.map((edit) => ({ kind: edit.kind, path: edit.path, value: edit.kind === "remove" ? null : edit.value }));
}
