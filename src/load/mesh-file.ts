import { finding } from "../catalog/find.ts";
import { advice } from "../catalog/nearest.ts";
import { isCluster, isMesh } from "../catalog/schemas/validators.gen.ts";
import type { Finding } from "../model/finding.ts";
import type { Json } from "../model/json.ts";
import { objectAt, textAt } from "../model/json.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { startOf } from "../model/source.ts";
import { check, objectOf } from "./check.ts";
import { readCluster } from "./cluster.ts";
import type { LoadedDocument } from "./documents.ts";
import { stemOf } from "./files.ts";
import { grantMistakes } from "./grants.ts";
import { readMesh } from "./mesh.ts";
import { repeatedNames } from "./repeated.ts";
import { resolve } from "./resolve.ts";

/** The group and version of our documents. */
export const ownVersion = "isthmus.dev/v1alpha1";

/** What the mesh documents say. */
export interface MeshFile {
  readonly mesh: Mesh | undefined;
  /** Clusters that have a document which cannot be used: known by name, but nothing else is known of them. Sorted. */
  readonly leftOut: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * The mesh of `mesh.yaml` and `clusters/`. A broken Cluster takes only itself out; without a usable Mesh there is none, and the Clusters are checked
 * all the same, so that everything wrong is said at once. `unusable`: further clusters of which only the name is known; `isUnread`: mesh.yaml is there
 * and could not be read, which its own finding says; `file`: the path of the one that is there.
 */
export function readMeshFile(
  documents: readonly LoadedDocument[],
  unusable: readonly string[] = [],
  { isUnread = false, file }: { readonly isUnread?: boolean; readonly file?: string | undefined } = {},
): MeshFile {
  const strangers = documents.flatMap(strangerOf);
  const meshes = documents.filter((document) => isOwn(document.object, "Mesh"));
  const clusters = documents.filter((document) => isOwn(document.object, "Cluster"));
  const [first, ...others] = meshes;
  const surplus = others.map((other) =>
    finding("mesh-twice", { first: placeText(first) }, { source: other.source.place(["kind"]), object: objectOf(other.object) }),
  );

  const judged = clusters.map((document) => ({ document, name: nameOf(document), ...check(document, isCluster, [nameOf(document)]) }));
  const checked = first && check(first, isMesh);
  const findings = [...strangers, ...surplus, ...(checked?.findings ?? []), ...judged.flatMap((entry) => entry.findings)];
  const broken = judged.filter((entry) => !entry.isUsable);
  if (first === undefined || checked?.isUsable !== true) {
    return {
      mesh: undefined,
      leftOut: sortedNames(judged),
      findings: [...findings, ...(first || isUnread ? [] : missing(documents, file))],
    };
  }

  const mesh = readMesh(first.object, first.source);
  const usable = judged.filter((entry) => entry.isUsable);
  const read = usable.map(({ document }) => readCluster(document.object, document.source, mesh));
  const settled = resolve({ ...mesh, clusters: unique(read) }, [...unusable, ...sortedNames(broken)]);
  const places = [...settled.mesh.clusters.map(({ name }) => name), ...settled.leftOut, ...settled.mesh.groups.keys()];
  const granted = grantMistakes(objectAt(first.object, "spec", "chatops"), places, first.source);
  const left = broken.map(({ document, name, findings: reasons }) =>
    finding(
      "cluster-left-out",
      { cluster: name, mistakes: reasons.length === 1 ? "a mistake" : `${reasons.length} mistakes` },
      { source: document.source.place([]), clusters: [name] },
    ),
  );
  return {
    mesh: settled.mesh,
    leftOut: settled.leftOut,
    findings: [
      ...findings,
      ...twice(read),
      ...repeatedNames(
        first,
        usable.map(({ document }) => document),
      ),
      ...left,
      ...settled.findings,
      ...granted,
    ],
  };
}

/** True for a document of ours of that kind, whatever its version: a wrong version is then a finding of its schema. */
function isOwn(value: Json, kind: string): boolean {
  return groupOf(value) === "isthmus.dev" && textAt(value, "kind") === kind;
}

/** The API group that a document names. */
export function groupOf(value: Json): string {
  const apiVersion = textAt(value, "apiVersion") ?? "";
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

/** A document in a mesh file that is neither Mesh nor Cluster: nobody would read it, so it is said. */
function strangerOf(document: LoadedDocument): readonly Finding[] {
  const { object, source } = document;
  if (isOwn(object, "Mesh") || isOwn(object, "Cluster")) return [];
  const kind = textAt(object, "kind") ?? "";
  const where = { source: source.place(["kind"]), object: objectOf(object) };
  const isNear = groupOf(object) === "isthmus.dev" || textAt(object, "apiVersion") === undefined;
  if (isNear) return [finding("mesh-kind-unknown", { kind, near: advice(kind, ["Mesh", "Cluster"]), version: ownVersion }, where)];
  return [finding("document-out-of-place", { kind, file: source.file }, where)];
}

function missing(documents: readonly LoadedDocument[], file: string | undefined): readonly Finding[] {
  const inMesh = documents.find(({ source }) => source.file === file);
  const what =
    file === undefined
      ? "There is no mesh.yaml with a document of kind Mesh at the top of this folder"
      : `${file} holds no document of kind Mesh`;
  return [finding("mesh-missing", { what }, { source: inMesh?.source.place([]) ?? (file === undefined ? undefined : startOf(file)) })];
}

/** A cluster's name as far as it is known: its own, or that of its file. */
function nameOf({ object, source }: LoadedDocument): string {
  return textAt(object, "metadata", "name") ?? stemOf(source.file);
}

function placeText(document: LoadedDocument | undefined): string {
  const place = document?.source.place([]);
  return place === undefined ? "" : `${place.file}:${place.line}`;
}

function unique(clusters: readonly Cluster[]): readonly Cluster[] {
  const byName = new Map<string, Cluster>();
  for (const cluster of clusters) if (!byName.has(cluster.name)) byName.set(cluster.name, cluster);
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function twice(clusters: readonly Cluster[]): readonly Finding[] {
  const seen = new Map<string, Cluster>();
  return clusters.flatMap((cluster) => {
    const earlier = seen.get(cluster.name);
    if (earlier === undefined) {
      seen.set(cluster.name, cluster);
      return [];
    }
    const facts = { cluster: cluster.name, first: `${earlier.source.file}:${earlier.source.line}` };
    return [finding("cluster-twice", facts, { source: cluster.source.place(["metadata", "name"]), clusters: [cluster.name] })];
  });
}

function sortedNames(entries: readonly { readonly name: string }[]): readonly string[] {
  return [...new Set(entries.map((entry) => entry.name))].sort();
}
