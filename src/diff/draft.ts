import type { Change } from "../model/change.ts";
import type { ManifestClass } from "../model/desired.ts";
import { carriesSymbols, manifestOf, substitute, substituteIn } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import { mapObject, mapTexts } from "./map-texts.ts";

/** A change on its way: found in a pair of classes, its symbols not yet sorted out. */
export type Draft = Change;

type Symbols = ReadonlyMap<string, string>;

/** True when identity symbols occur in what is shown of the change. */
export function isSymbolic(draft: Draft): boolean {
  if ((draft.before && carriesSymbols(draft.before)) || (draft.after && carriesSymbols(draft.after))) {
    return draft.kind !== "update" || JSON.stringify([draft.id, draft.fields, draft.cause, draft.why]).includes("⟨");
  }
  return false;
}

/** The change as one cluster has it: its own values in place of the symbols. */
export function draftFor(draft: Draft, owner: ManifestClass, cluster: string): Draft {
  return withValues({ ...draft, clusters: [cluster] }, owner.symbols.get(cluster) ?? new Map());
}

function withValues(draft: Draft, symbols: Symbols): Draft {
  const own = (manifest: Manifest | undefined) => (manifest === undefined ? undefined : manifestOf(manifest, symbols));
  const before = own(draft.before);
  const after = own(draft.after);
  const { cause } = draft;
  return {
    ...draft,
    id: (after ?? before)?.id ?? draft.id,
    before,
    after,
    fields: draft.fields.map((field) => ({
      path: substitute(field.path, symbols),
      before: field.before === undefined ? undefined : substituteIn(field.before, symbols),
      after: field.after === undefined ? undefined : substituteIn(field.after, symbols),
      lines: field.lines === undefined ? undefined : substitute(field.lines, symbols),
    })),
    cause:
      cause?.kind === "cluster-added" || cause?.kind === "cluster-removed"
        ? { ...cause, cluster: substitute(cause.cluster, symbols) }
        : cause,
    why: draft.why === undefined ? undefined : substitute(draft.why, symbols),
  };
}

/** The change with a cluster's own values replaced by their symbols, for telling whether two clusters change alike. */
export function symbolised(draft: Draft, symbols: Symbols): Draft {
  const replace = symboliser(symbols);
  if (replace === undefined) return draft;
  const own = (manifest: Manifest | undefined) => manifest && { ...manifest, object: mapObject(manifest.object, replace) };
  return {
    ...draft,
    before: own(draft.before),
    after: own(draft.after),
    fields: draft.fields.map((field) => ({
      path: replace(field.path),
      before: field.before === undefined ? undefined : mapTexts(field.before, replace),
      after: field.after === undefined ? undefined : mapTexts(field.after, replace),
      lines: field.lines === undefined ? undefined : replace(field.lines),
    })),
    why: draft.why === undefined ? undefined : replace(draft.why),
  };
}

function symboliser(symbols: Symbols): ((text: string) => string) | undefined {
  const values = [...symbols].filter(([, value]) => value !== "").sort(([, a], [, b]) => b.length - a.length || (a < b ? -1 : 1));
  if (values.length === 0) return undefined;
  // Whole words only: the cluster `east` does not occur in `istio-eastwestgateway`.
  const words = values.map(([, value]) => value.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${words.join("|")})(?![A-Za-z0-9])`, "gu");
  const symbolOf = new Map(values.map(([symbol, value]) => [value, symbol]));
  return (text) => text.replace(pattern, (word) => symbolOf.get(word) ?? word);
}
