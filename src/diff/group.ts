import type { Cause, Change } from "../model/change.ts";
import { symbolText } from "../model/desired.ts";
import { canonical, type Json } from "../model/json.ts";
import { idKey, type Manifest, stages } from "../model/manifest.ts";
import { type Draft, draftFor, isSymbolic, symbolised } from "./draft.ts";
import type { Pair } from "./pair.ts";

type Identities = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * One change for all clusters that change alike, in whatever class they are. First those that are equal to the letter; then those that are equal once each
 * cluster's own name, network and so on are replaced by symbols. Identities of objects are never replaced: objects of two names are two objects.
 */
export function group(
  found: readonly { readonly pair: Pair; readonly drafts: readonly Draft[] }[],
  identities: Identities,
): readonly Change[] {
  const drafts = found.flatMap(({ pair, drafts }) => drafts.flatMap((draft) => settled(pair, draft)));
  const literal = merge(drafts);
  const alone = literal.filter((draft) => draft.clusters.length === 1);
  const byId = Map.groupBy(
    literal.filter((draft) => draft.clusters.length === 1 || isSymbolic(draft)),
    (draft) => `${idKey(draft.id)} ${draft.kind}`,
  );
  const candidates = alone.filter((draft) => (byId.get(`${idKey(draft.id)} ${draft.kind}`)?.length ?? 0) > 1);
  const inSymbols = new Map(candidates.map((draft) => [symbolisedFor(draft, identities), draft]));
  const rest = literal.filter((draft) => !candidates.includes(draft));
  // A cluster that turns out to be alone in its symbols too is shown with its own values.
  const together = merge([...rest, ...inSymbols.keys()]).map((draft) =>
    draft.clusters.length === 1 ? (inSymbols.get(draft) ?? draft) : draft,
  );
  return together.map(named).sort(byStageAndId);
}

function symbolisedFor(draft: Draft, identities: Identities): Draft {
  const [cluster = ""] = draft.clusters;
  return symbolised(draft, identities.get(cluster) ?? new Map([[symbolText("cluster"), cluster]]));
}

/** A pair of one member has values already. Of several, symbols may stay in what is shown, but not in the object's identity. */
function settled(pair: Pair, draft: Draft): readonly Draft[] {
  if (pair.members.length === 1 || !idKey(draft.id).includes("⟨")) return [draft];
  const owner = pair.head ?? pair.base;
  return owner === undefined ? [draft] : pair.members.map((member) => draftFor(draft, owner, member));
}

function merge(drafts: readonly Draft[]): readonly Draft[] {
  return [...Map.groupBy(drafts, keyOf).values()].flatMap((equal) => {
    const [first] = equal;
    if (first === undefined) return [];
    return equal.length === 1 ? [first] : [{ ...first, clusters: equal.flatMap((draft) => draft.clusters).sort() }];
  });
}

/** Equal texts for changes a reader would call the same. An update is what differs; the rest of the object may differ between clusters. */
function keyOf(draft: Draft): string {
  const content = draft.kind === "update" || draft.kind === "replace" ? fieldsText(draft) : objectText(draft.after ?? draft.before);
  return [
    idKey(draft.id),
    draft.stage,
    draft.kind,
    draft.why,
    JSON.stringify(draft.cause),
    content,
    JSON.stringify(draft.certificates),
  ].join("\n");
}

function fieldsText({ fields }: Draft): string {
  return fields.map(({ path, before, after }) => `${path} ${canonical(asJson(before))} ${canonical(asJson(after))}`).join("\n");
}

/** Tells a value that is absent from one that is null. */
function asJson(value: Json | undefined): Json {
  return value === undefined ? [] : [value];
}

// Config objects are shared between the clusters of a placement: their text is made once.
const texts = new WeakMap<Manifest, string>();

function objectText(manifest: Manifest | undefined): string {
  if (manifest === undefined) return "";
  const text = texts.get(manifest) ?? canonical(manifest.object);
  texts.set(manifest, text);
  return text;
}

/** Names the clusters in a cause that is about the change's own clusters. */
function named(draft: Draft): Change {
  const { cause } = draft;
  if ((cause?.kind !== "cluster-added" && cause?.kind !== "cluster-removed") || cause.cluster !== "") return draft;
  const about: Cause = { kind: cause.kind, cluster: draft.clusters.join(", ") };
  return { ...draft, cause: about };
}

/** The order of changes: by stage, identity, kind, then clusters. Total, so the same on any machine. */
function byStageAndId(a: Change, b: Change): number {
  return (
    stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
    compareTexts(idKey(a.id), idKey(b.id)) ||
    compareTexts(a.kind, b.kind) ||
    compareTexts(a.clusters.join(), b.clusters.join())
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
