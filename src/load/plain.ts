import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import { bySeverityAndPlace } from "../model/finding.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { isObject, textAt } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import { idText } from "../model/manifest.ts";
import type { Mesh } from "../model/mesh.ts";
import type { Repository } from "../model/repository.ts";
import { type Source, startOf } from "../model/source.ts";
import type { Tree } from "../model/tree.ts";
import { inBlock, readValues, YamlError } from "../yaml/index.ts";
import { objectOf } from "./check.ts";
import { readCluster } from "./cluster.ts";
import { isDocument, type LoadedDocument, readTree } from "./documents.ts";
import { isKustomization, isPatchFile } from "./files.ts";
import type { Item } from "./items.ts";
import { declaredScopes, itemOf } from "./items.ts";
import { readMesh } from "./mesh.ts";
import { groupOf } from "./mesh-file.ts";

/** The Istio that plain files are judged for when nobody says which: the line whose charts come with Isthmus. */
const assumedVersion = "1.31.0";

/**
 * Plain Kubernetes and Istio files as what one cluster called `cluster` holds, in a mesh made up for them. A ConfigMap `istio` among them is the mesh
 * configuration, and its namespace the system namespace.
 */
export function loadPlain(tree: Tree): Repository {
  const { documents, findings } = readTree(tree, () => true);
  const scopes = declaredScopes(documents);
  const taken = documents.filter(({ source }) => !isKustomization(source.file)).map((document) => itemOf(document, scopes));
  const items = taken.flatMap(({ item }) => item ?? []);
  const { first, repeated } = byIdentity(items);
  const meshConfig = readMeshConfig(first, tree);
  const mesh = syntheticMesh(meshConfig, sourceOf(tree));
  const manifests = first.map(({ id, object, source }): Manifest => ({ id, object, origin: { kind: "config", source }, stage: "config" }));
  return {
    tree,
    mesh,
    config: new Map([["cluster", manifests]]),
    acceptances: [],
    lock: undefined,
    findings: [
      ...findings,
      ...unjudged(tree, documents, findings),
      ...meshRepository(documents),
      ...taken.flatMap((entry) => entry.findings),
      ...repeated,
      ...meshConfig.findings,
    ].sort(bySeverityAndPlace),
  };
}

/** That nothing was judged, or not what was named: an empty answer must not pass for a good one. Of a folder only documents come, so any other file was named. */
function unjudged({ entries }: Tree, documents: readonly LoadedDocument[], findings: readonly Finding[]): readonly Finding[] {
  const strange = entries.filter(({ kind, path }) => kind === "file" && !isDocument(path));
  if (strange.length > 0)
    return strange.map(({ path }) =>
      finding("nothing-to-judge", { what: `\`${path}\` is no YAML or JSON by its name` }, { source: startOf(path) }),
    );
  if (documents.length > 0 || findings.length > 0) return [];
  const files = entries.filter(({ path }) => isDocument(path));
  const what =
    files.length === 0
      ? "No file with YAML or JSON is there"
      : `No object is in ${files.length === 1 ? "the file" : `the ${files.length} files`}`;
  return [finding("nothing-to-judge", { what }, files[0] === undefined ? {} : { source: startOf(files[0].path) })];
}

/** The first object of each identity, sorted; the others are findings. */
function byIdentity(items: readonly Item[]): { readonly first: readonly Item[]; readonly repeated: readonly Finding[] } {
  const seen = new Map<string, Item>();
  const repeated: Finding[] = [];
  // A patch is no object: what it changes comes first, and it repeats nothing.
  const { objects = [], patches = [] } = Object.groupBy(items, ({ source }) => (isPatchFile(source.file) ? "patches" : "objects"));
  for (const item of [...objects, ...patches]) {
    const earlier = seen.get(item.key);
    if (earlier === undefined) {
      seen.set(item.key, item);
      continue;
    }
    if (isPatchFile(item.source.file) || placeIn(item.source.file) !== placeIn(earlier.source.file)) continue;
    const { file, line } = earlier.source.place([]);
    const where = { source: item.source.place(["metadata", "name"]), object: objectOf(item.object) };
    repeated.push(finding("object-twice", { object: idText(item.id), first: `${file}:${line}` }, where));
  }
  return { first: [...seen.keys()].sort().flatMap((key) => seen.get(key) ?? []), repeated };
}

/** The place of a mesh repository that a file lies in; empty when in none. */
function placeIn(file: string): string {
  return /(?:^|\/)(config\/(?:all|groups\/[^/]+|clusters\/[^/]+))\//u.exec(file)?.[1] ?? "";
}

/** Says when the files are those of a mesh repository, which only `validate` judges as what they are. */
function meshRepository(documents: readonly LoadedDocument[]): readonly Finding[] {
  const isMesh = ({ object }: LoadedDocument) => groupOf(object) === "isthmus.dev" && textAt(object, "kind") === "Mesh";
  const sign = documents.find(isMesh) ?? documents.find(({ source }) => /(?:^|\/)config\/(?:all|groups)\//u.test(source.file));
  return sign === undefined ? [] : [finding("mesh-repository-linted", {}, { source: sign.source.place([]) })];
}

interface MeshConfig {
  readonly namespace: string;
  readonly values: JsonObject;
  readonly findings: readonly Finding[];
}

/** Reads `data.mesh` of ConfigMap `istio`; the one in `istio-system` when there are several. */
function readMeshConfig(items: readonly Item[], tree: Tree): MeshConfig {
  const candidates = items.filter(
    ({ id, object }) => id.group === "" && id.kind === "ConfigMap" && id.name === "istio" && textAt(object, "data", "mesh") !== undefined,
  );
  const chosen = candidates.find(({ id }) => id.namespace === "istio-system") ?? candidates[0];
  const namespace = chosen?.id.namespace ?? "istio-system";
  if (chosen === undefined) return { namespace, values: {}, findings: [] };
  const read = valueOf(textAt(chosen.object, "data", "mesh") ?? "");
  const networks = valueOf(textAt(chosen.object, "data", "meshNetworks") ?? "");
  return {
    namespace,
    values: isKeyed(read) ? read : {},
    findings: [...unreadable(chosen, "mesh", read, tree), ...unreadable(chosen, "meshNetworks", networks, tree)],
  };
}

/** Said at the line inside the text where reading ended. */
function unreadable({ source, object }: Item, key: "mesh" | "meshNetworks", read: Json | YamlError, tree: Tree): readonly Finding[] {
  if (isKeyed(read)) return [];
  const isBroken = read instanceof YamlError;
  const reason = isBroken ? read.reason : "it holds no keys";
  const outer = source.place(["data", key]);
  const file = tree.entries.find(({ path }) => path === outer.file);
  const place = isBroken && file?.kind === "file" ? inBlock(outer, file.text, read) : outer;
  return [finding("mesh-config-unreadable", { key, reason }, { source: place, object: objectOf(object) })];
}

function isKeyed(read: Json | YamlError): read is JsonObject {
  return isObject(read) && !(read instanceof YamlError);
}

function valueOf(text: string): Json | YamlError {
  try {
    return readValues(text)[0] ?? {};
  } catch (error) {
    if (error instanceof YamlError) return error;
    throw error;
  }
}

function syntheticMesh({ namespace, values }: MeshConfig, source: Source): Mesh {
  const domain = textAt(values, "trustDomain") ?? "cluster.local";
  const istio: JsonObject = { revisions: [{ version: assumedVersion }], values: { istiod: { meshConfig: values } } };
  const mesh = readMesh({ metadata: { name: "mesh" }, spec: { istio, trust: { domain }, apply: "never" } }, source);
  const cluster = readCluster({ metadata: { name: "cluster" }, spec: { network: "", systemNamespace: namespace } }, source, mesh);
  return { ...mesh, clusters: [cluster] };
}

/** The mesh is written nowhere: what is said about it points at the first file. */
function sourceOf(tree: Tree): Source {
  const file = tree.entries[0]?.path ?? "";
  return { file, index: 0, line: 1, place: () => ({ file, line: 1, column: 1 }) };
}
