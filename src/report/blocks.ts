import type { Cause, FieldChange } from "../model/change.ts";
import { isObject, type Json, type JsonObject } from "../model/json.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import { compare, groupBy } from "./count.ts";
import { yamlLines } from "./diff-lines.ts";
import { isHiddenChange, maskedFields, scalarText } from "./fields.ts";
import { maskedObject, maskedText } from "./mask.ts";
import type { Block, Entry, SharedEdit, SharedEdits, Told } from "./model.ts";
import { type Part, partOf } from "./part.ts";
import { join, number, quoted, type Rich, say, words } from "./rich.ts";
import { riskOf } from "./risk.ts";
import { scalarPair } from "./value-pair.ts";

/** An edit is told once for all when at least this many objects share it. */
const many = 4;

/** What a service owner wrote comes first; what an installation brings after it. */
const order: readonly Part[] = ["config", "others", "certificates", "gateways", "discovery", "install", "namespaces"];

/** Every change in exactly one block: same part, same clusters, same cause. */
export function blocksOf(changes: readonly Told[]): readonly Block[] {
  const groups = groupBy(changes, (change) => `${partOf(change)}\n${change.clusters.join()}\n${causeKey(change.cause)}`);
  return groups.map(blockOf).sort(byImportance);
}

function blockOf(changes: readonly Told[]): Block {
  const [first] = changes;
  if (first === undefined) throw new Error("a block has at least one change");
  const fields = new Map(changes.map((change) => [change, maskedFields(change)]));
  const shared = sharedEdits([...fields.values()]);
  const entries = changes.map((change) => entryOf(change, fields.get(change) ?? [], shared)).sort(byRisk);
  return {
    stage: partOf(first),
    clusters: first.clusters,
    cause: causeText(first.cause),
    shared: toldTogether([...shared.values()]),
    entries,
  };
}

function entryOf(change: Told, fields: readonly FieldChange[], shared: ReadonlyMap<string, Found>): Entry {
  const own = fields.filter((field) => !shared.has(editKey(field)));
  const shown = change.kind === "create" ? change.after : change.kind === "delete" ? change.before : undefined;
  return {
    id: change.id,
    kind: change.kind,
    why: change.why === undefined ? undefined : maskedText(change.why),
    risk: riskOf(change),
    fields: own,
    allFields: fields,
    sharedEdits: fields.length - own.length,
    isOfChart: (change.after ?? change.before)?.origin.kind === "chart",
    body: shown === undefined ? [] : bodyOf(shown),
    origin: originText(change.after ?? change.before),
  };
}

/** Longer objects (a CRD) are not read in a report. */
const longest = 20_000;

function bodyOf(manifest: Manifest): readonly string[] {
  const size = JSON.stringify(manifest.object).length;
  return size > longest ? [`# ${number(size)} characters: \`isthmus render\` prints it`] : yamlLines(withoutName(maskedObject(manifest)));
}

/** The line above the body already says kind, namespace and name. */
function withoutName(object: Json): Json {
  if (!isObject(object)) return object;
  const { kind: _kind, metadata, ...rest } = object;
  if (!isObject(metadata)) return object;
  const { name: _name, namespace: _namespace, ...others } = metadata;
  return Object.keys(others).length === 0 ? present(rest) : present({ apiVersion: rest["apiVersion"], metadata: others, ...rest });
}

/** The object without the keys that have no value. */
function present(object: JsonObject): Json {
  return Object.fromEntries(Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

interface Found {
  readonly edit: SharedEdit;
  /** Places of the objects that have it, in the order of the block. */
  readonly objects: readonly number[];
}

/** Edits with the same last part of the path and the same values, in at least `many` objects, by their key. */
function sharedEdits(objects: readonly (readonly FieldChange[])[]): ReadonlyMap<string, Found> {
  const found = new Map<string, { edit: SharedEdit; objects: number[] }>();
  objects.forEach((fields, place) => {
    for (const [key, field] of new Map(fields.map((each) => [editKey(each), each]))) {
      const known = found.get(key);
      if (known === undefined) found.set(key, { edit: editOf(field), objects: [place] });
      else {
        known.objects.push(place);
        if (known.edit.path !== field.path) known.edit = { ...known.edit, path: `…${lastPart(field.path)}` };
      }
    }
  });
  return new Map([...found].filter(([key, edit]) => key !== "" && edit.objects.length >= many));
}

function editOf(field: FieldChange): SharedEdit {
  const [before, after] = scalarPair(field.before, field.after);
  return { path: field.path, before, after };
}

/** Edits that exactly the same objects share are told together, those of most objects first. */
function toldTogether(found: readonly Found[]): readonly SharedEdits[] {
  return groupBy(found, ({ objects }) => objects.join())
    .map((group) => ({ edits: group.map(({ edit }) => edit), count: group[0]?.objects.length ?? 0 }))
    .sort((a, b) => b.count - a.count);
}

/** Empty for an edit that is not told in one line: those are never shared. */
function editKey(field: FieldChange): string {
  const [before, after] = [scalarText(field.before), scalarText(field.after)];
  const isOneLine =
    field.lines === undefined && (before !== undefined || field.before === undefined) && (after !== undefined || field.after === undefined);
  if (!isOneLine || isHiddenChange(field)) return "";
  return JSON.stringify([lastPart(field.path), before ?? null, after ?? null]);
}

/** `.image` of `spec.containers[a].image`, `[helm.sh/chart]` of `metadata.labels[helm.sh/chart]`. */
function lastPart(path: string): string {
  return /(?:\[[^\]]*\]|\.?[^.[\]]+)$/u.exec(path)?.[0] ?? path;
}

function causeKey(cause: Cause | undefined): string {
  return cause === undefined ? "" : JSON.stringify(cause);
}

/** Why objects change although nobody edited them, as the beginning of a heading. */
export function causeText(cause: Cause | undefined): Rich | undefined {
  switch (cause?.kind) {
    case undefined:
      return undefined;
    case "chart":
      return say`chart ${cause.chart} ${cause.from} → ${cause.to}`;
    case "engine":
      return say`engine ${cause.from} → ${cause.to}`;
    case "values":
      return say`Helm values of ${cause.chart}: ${join(cause.keys.map(quoted), ", ")}`;
    case "cluster-added":
      return membership(cause.cluster, "joins", "join");
    case "cluster-removed":
      return membership(cause.cluster, "leaves", "leave");
    case "placement":
      return words("placement of files");
  }
}

/** Several clusters are one cause: `east, eu`. */
function membership(clusters: string, one: string, several: string): Rich {
  const names = clusters.split(", ");
  if (names.length === 1) return say`cluster ${clusters} ${words(one)}`;
  return say`clusters ${join(names.map(quoted), ", ")} ${words(several)}`;
}

function originText(manifest: Manifest | undefined): string {
  const origin = manifest?.origin;
  switch (origin?.kind) {
    case undefined:
      return "";
    case "chart":
      return `chart ${origin.chart}`;
    case "config":
      return `${origin.source.file}:${origin.source.line}`;
    case "derived":
      return "mesh document";
  }
}

const riskOrder = { high: 0, medium: 1, low: 2 } as const;

function byRisk(a: Entry, b: Entry): number {
  return riskOrder[a.risk] - riskOrder[b.risk] || compare(idKey(a.id), idKey(b.id));
}

function byImportance(a: Block, b: Block): number {
  return (
    Number(a.cause !== undefined) - Number(b.cause !== undefined) ||
    order.indexOf(a.stage) - order.indexOf(b.stage) ||
    b.clusters.length - a.clusters.length ||
    compare(a.clusters.join(), b.clusters.join()) ||
    compare(JSON.stringify(a.cause ?? ""), JSON.stringify(b.cause ?? ""))
  );
}
