import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import type { Manifest } from "../model/manifest.ts";
import { idText } from "../model/manifest.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { selected, servesConfig } from "../model/mesh.ts";
import { objectOf } from "./check.ts";
import type { Item } from "./items.ts";
import { applyPatch, type Patched } from "./patch.ts";
import { type ReplacedList, replacedLists } from "./patch-replaced.ts";
import { pathText } from "./words.ts";

/** The objects and patches of one place: `config/all`, one group or one cluster. Keys are those of identities. */
export interface Place {
  readonly objects: ReadonlyMap<string, Item>;
  readonly patches: ReadonlyMap<string, readonly Item[]>;
}

/** Every place of a repository that exists. */
export interface Places {
  readonly all: Place;
  readonly groups: ReadonlyMap<string, Place>;
  readonly clusters: ReadonlyMap<string, Place>;
}

/** What each cluster receives; clusters that receive the same share one list. */
export interface Placement {
  readonly config: ReadonlyMap<string, readonly Manifest[]>;
  readonly findings: readonly Finding[];
}

/** One object on its way through the places, and the group that last touched it. */
interface Held extends Patched {
  readonly item: Item;
  readonly group: { readonly name: string; readonly item: Item } | undefined;
}

/** Lays the places over each other for every cluster: the nearer one wins, patches merge. */
export function placeConfig(mesh: Mesh, places: Places): Placement {
  const groupsOf = membership(mesh);
  const lists = new Map<string, { readonly manifests: readonly Manifest[]; readonly complaints: readonly Complaint[] }>();
  const config = new Map<string, readonly Manifest[]>();
  const complaints = new Complaints();
  for (const cluster of mesh.clusters) {
    const isServed = servesConfig(mesh, cluster);
    const groups = (groupsOf.get(cluster.name) ?? []).filter((group) => places.groups.has(group));
    const own = places.clusters.get(cluster.name);
    const key = JSON.stringify([isServed, groups, own === undefined ? null : cluster.name]);
    const list = lists.get(key) ?? lay(isServed ? places.all : undefined, groups, own, places);
    lists.set(key, list);
    config.set(cluster.name, list.manifests);
    for (const complaint of list.complaints) complaints.add(complaint, cluster);
  }
  return { config, findings: complaints.findings() };
}

/** Names of the groups of each cluster, in order. */
function membership(mesh: Mesh): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [group, selector] of mesh.groups) {
    for (const cluster of selected(mesh, selector)) groups.set(cluster.name, [...(groups.get(cluster.name) ?? []), group]);
  }
  return groups;
}

/** Something wrong with an item in some cluster; the same one in many clusters is one finding. */
type Complaint =
  | {
      readonly kind: "conflict";
      readonly item: Item;
      readonly group: string;
      readonly other: { readonly name: string; readonly item: Item };
    }
  | { readonly kind: "no-target"; readonly item: Item }
  | { readonly kind: "replaces"; readonly item: Item; readonly list: ReplacedList };

function lay(
  all: Place | undefined,
  groups: readonly string[],
  own: Place | undefined,
  { all: everywhere, groups: grouped }: Places,
): { readonly manifests: readonly Manifest[]; readonly complaints: readonly Complaint[] } {
  const held = new Map<string, Held>();
  const complaints: Complaint[] = [];
  if (all !== undefined) layPlace(held, all, undefined, complaints);
  // A group may hold remotes too: its patches to what only config/all brings mean the other clusters.
  const unserved = all === undefined ? everywhere.objects : undefined;
  for (const group of groups) {
    const place = grouped.get(group);
    if (place !== undefined) layPlace(held, place, group, complaints, unserved);
  }
  if (own !== undefined) layPlace(held, own, undefined, complaints);
  const manifests: Manifest[] = [];
  for (const key of [...held.keys()].sort()) {
    const one = held.get(key);
    if (one !== undefined)
      manifests.push({ id: one.item.id, object: one.object, origin: { kind: "config", source: one.source }, stage: "config" });
  }
  return { manifests, complaints };
}

/** Lays one place over what is held. In a second group that touches the same object the first one stands, and it is said. */
function layPlace(
  held: Map<string, Held>,
  place: Place,
  group: string | undefined,
  complaints: Complaint[],
  elsewhere?: ReadonlyMap<string, Item>,
): void {
  for (const [key, item] of place.objects) {
    const before = held.get(key);
    if (isContested(before, item, group, complaints)) continue;
    held.set(key, { item, object: item.object, source: item.source, group: group === undefined ? undefined : { name: group, item } });
  }
  for (const [key, patches] of place.patches) {
    for (const patch of patches) {
      const before = held.get(key);
      if (before === undefined && elsewhere?.has(key)) continue;
      if (before === undefined) complaints.push({ kind: "no-target", item: patch });
      else if (!isContested(before, patch, group, complaints)) {
        for (const list of replacedLists(before.object, patch.object, patch.id)) complaints.push({ kind: "replaces", item: patch, list });
        const patched = applyPatch(before, patch, patch.id);
        held.set(key, { item: before.item, ...patched, group: group === undefined ? before.group : { name: group, item: patch } });
      }
    }
  }
}

function isContested(before: Held | undefined, item: Item, group: string | undefined, complaints: Complaint[]): boolean {
  if (group === undefined || before?.group === undefined || before.group.name === group) return false;
  complaints.push({ kind: "conflict", item, group, other: before.group });
  return true;
}

/** Collects complaints over all clusters, so that each is one finding that names the clusters. */
class Complaints {
  readonly #seen = new Map<Item, Map<string, { readonly complaint: Complaint; readonly clusters: Set<string> }>>();

  add(complaint: Complaint, cluster: Cluster): void {
    const kind = kindOf(complaint);
    const ofItem = this.#seen.get(complaint.item) ?? new Map();
    this.#seen.set(complaint.item, ofItem);
    const entry = ofItem.get(kind) ?? { complaint, clusters: new Set<string>() };
    ofItem.set(kind, entry);
    entry.clusters.add(cluster.name);
  }

  findings(): readonly Finding[] {
    return [...this.#seen.values()].flatMap((ofItem) =>
      [...ofItem.values()].map(({ complaint, clusters }) => toFinding(complaint, [...clusters])),
    );
  }
}

/** What makes two complaints about one item the same. */
function kindOf(complaint: Complaint): string {
  switch (complaint.kind) {
    case "conflict":
      return `conflict ${complaint.other.name}`;
    case "replaces":
      return `replaces ${pathText(complaint.list.path)} ${complaint.list.before}`;
    case "no-target":
      return complaint.kind;
  }
}

function toFinding(complaint: Complaint, clusters: readonly string[]): Finding {
  const { item } = complaint;
  const where = { source: item.source.place(["metadata", "name"]), object: objectOf(item.object), clusters };
  if (complaint.kind === "no-target") return finding("patch-without-object", { object: idText(item.id) }, where);
  if (complaint.kind === "replaces") {
    const { path, keys, before } = complaint.list;
    const source = item.source.place(path, "key");
    return finding("patch-replaces-list", { place: pathText(path), object: idText(item.id), keys, before }, { ...where, source });
  }
  const { group, other } = complaint;
  const facts = { object: idText(item.id), group, other: other.name, file: other.item.source.file };
  return finding("placed-by-two-groups", facts, where);
}
