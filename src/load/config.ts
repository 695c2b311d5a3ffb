import { finding } from "../catalog/find.ts";
import { advice } from "../catalog/nearest.ts";
import type { Finding } from "../model/finding.ts";
import { idText } from "../model/manifest.ts";
import type { Mesh } from "../model/mesh.ts";
import { startOf } from "../model/source.ts";
import { objectOf } from "./check.ts";
import type { LoadedDocument } from "./documents.ts";
import type { ConfigPlace } from "./files.ts";
import { isKustomization, isPatchFile, roleOf } from "./files.ts";
import { handwritten } from "./handwritten.ts";
import type { Item, Scopes } from "./items.ts";
import { declaredScopes, itemOf } from "./items.ts";
import { refusalOf } from "./patch.ts";
import type { Place, Places } from "./placement.ts";
import { listText, pathText } from "./words.ts";

/** What is placed where, and what could not be. `leftOut`: clusters whose documents are broken; their folders are no mistake. `before`: the clusters of the default branch. */
export function readPlaces(
  documents: readonly LoadedDocument[],
  mesh: Mesh,
  leftOut: readonly string[],
  before: readonly string[] = [],
): { readonly places: Places; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const scopes = declaredScopes(documents);
  const drafts = new Map<string, Draft>();
  const unknown = new Set<string>();
  let last: { readonly file: string; readonly place: ConfigPlace | undefined; readonly folder: string } | undefined;
  for (const document of documents) {
    const { file } = document.source;
    // Documents of one file come one after the other, so its path is looked at once.
    if (last?.file !== file) last = { file, ...whereTo(file) };
    const { place, folder } = last;
    if (place === undefined) continue;
    const stranger = unknown.has(folder) ? undefined : unknownPlace(place, mesh, { leftOut, before }, document);
    if (stranger !== undefined) {
      findings.push(stranger);
      unknown.add(folder);
    }
    const draft = drafts.get(folder) ?? { objects: new Map(), patches: new Map() };
    drafts.set(folder, draft);
    for (const found of take(document, draft, mesh, scopes)) findings.push(found);
  }
  return { places: placesOf(drafts), findings };
}

interface Draft {
  readonly objects: Map<string, Item>;
  readonly patches: Map<string, readonly Item[]>;
}

/** Puts the objects of one document into its place; says which it did not take. */
function take(document: LoadedDocument, draft: Draft, mesh: Mesh, scopes: Scopes): readonly Finding[] {
  const { file } = document.source;
  if (isKustomization(file)) return [];
  const { item, findings } = itemOf(document, scopes);
  if (item === undefined) return findings;
  const refused = handwritten(item, mesh);
  if (refused !== undefined) return [...findings, refused];
  const refusals = isPatchFile(file) ? takePatch(item, draft) : takeObject(item, draft);
  return findings.length === 0 ? refusals : [...findings, ...refusals];
}

function takeObject(item: Item, draft: Draft): readonly Finding[] {
  const earlier = draft.objects.get(item.key);
  if (earlier === undefined) {
    draft.objects.set(item.key, item);
    return [];
  }
  const { file, line } = earlier.source.place([]);
  const where = { source: item.source.place(["metadata", "name"]), object: objectOf(item.object) };
  return [finding("object-twice", { object: idText(item.id), first: `${file}:${line}` }, where)];
}

function takePatch(item: Item, draft: Draft): readonly Finding[] {
  const refusal = refusalOf(item.object, item.id);
  const object = objectOf(item.object);
  if (refusal === undefined) {
    draft.patches.set(item.key, [...(draft.patches.get(item.key) ?? []), item]);
    return [];
  }
  if (refusal.kind === "directive")
    return [finding("patch-directive", { key: refusal.key }, { source: item.source.place(refusal.path, "key"), object })];
  const facts = { place: pathText(refusal.path), keys: refusal.keys };
  return [finding("patch-entry-unnamed", facts, { source: item.source.place(refusal.path), object })];
}

/** The place a file's objects go to, and that place's folder. */
function whereTo(file: string): { readonly place: ConfigPlace | undefined; readonly folder: string } {
  const role = roleOf(file);
  return role.kind === "config" ? { place: role.place, folder: folderOf(role.place) } : { place: undefined, folder: "" };
}

function folderOf(place: ConfigPlace): string {
  switch (place.kind) {
    case "all":
      return "config/all";
    case "group":
      return `config/groups/${place.name}`;
    case "cluster":
      return `config/clusters/${place.name}`;
  }
}

interface OtherClusters {
  readonly leftOut: readonly string[];
  readonly before: readonly string[];
}

function unknownPlace(place: ConfigPlace, mesh: Mesh, { leftOut, before }: OtherClusters, document: LoadedDocument): Finding | undefined {
  if (place.kind === "all") return undefined;
  const clusters = [...mesh.clusters.map((cluster) => cluster.name), ...leftOut];
  const known = place.kind === "group" ? [...mesh.groups.keys()] : clusters;
  if (known.includes(place.name)) return undefined;
  if (place.kind === "cluster" && before.includes(place.name))
    return finding("place-of-removed-cluster", { folder: folderOf(place), name: place.name }, { source: startOf(document.source.file) });
  const facts = {
    folder: folderOf(place),
    kind: place.kind,
    name: place.name,
    near: advice(place.name, known),
    known: listText(known),
  };
  return finding("place-unknown", facts, { source: startOf(document.source.file) });
}

function placesOf(drafts: ReadonlyMap<string, Draft>): Places {
  const under = (prefix: string): ReadonlyMap<string, Place> =>
    new Map([...drafts].flatMap(([folder, draft]) => (folder.startsWith(prefix) ? [[folder.slice(prefix.length), draft] as const] : [])));
  return {
    all: drafts.get("config/all") ?? { objects: new Map(), patches: new Map() },
    groups: under("config/groups/"),
    clusters: under("config/clusters/"),
  };
}
