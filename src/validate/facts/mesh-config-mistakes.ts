import { meshConfigMinor } from "../../catalog/schemas/mesh-config.gen.ts";
import type { JsonObject, Path } from "../../model/json.ts";
import { isObject, textAt, valueAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { Mesh } from "../../model/mesh.ts";
import type { Place } from "../../model/source.ts";
import type { Tree } from "../../model/tree.ts";
import { inBlock, readDocuments } from "../../yaml/index.ts";
import { mistakesInMeshConfig } from "../schema/mesh-config.ts";
import type { Mistake } from "../schema/mistake.ts";
import type { ClusterView, MeshView } from "../view.ts";
import { minorOf } from "./versions.ts";

/** A mistake inside a text of ConfigMap `istio`, with the means to say where it was written. */
export interface ConfigMistake {
  readonly manifest: Manifest;
  /** The key that holds the text: `mesh` or `meshNetworks`. */
  readonly key: string;
  readonly mistake: Mistake;
}

const messages = { mesh: "MeshConfig", meshNetworks: "MeshNetworks" } as const;

/**
 * Every mistake in the mesh configurations of a cluster. Keys that nobody here knows are none where istiod is newer than what is known; which istiod plain files are
 * for nobody says.
 */
export function meshConfigMistakes(view: ClusterView<"ConfigMap">): readonly ConfigMistake[] {
  const isNewer = view.revisions.some(({ version }) => (minorOf(version) ?? Number.POSITIVE_INFINITY) > meshConfigMinor);
  return view.list("ConfigMap").flatMap((manifest) => {
    if (manifest.id.namespace !== view.systemNamespace || !/^istio(?:-|$)/u.test(manifest.id.name)) return [];
    return Object.entries(messages).flatMap(([key, message]) => {
      const text = textAt(manifest.object, "data", key);
      return (text === undefined ? [] : mistakesIn(view.mesh, text, message))
        .filter(({ kind }) => !(isNewer && kind === "unknown-field"))
        .map((mistake) => ({ manifest, key, mistake }));
    });
  });
}

// The clusters of a class have the same text, but for their names.
const known = new WeakMap<Mesh, Map<string, readonly Mistake[]>>();

function mistakesIn(mesh: Mesh, text: string, message: "MeshConfig" | "MeshNetworks"): readonly Mistake[] {
  const answers = known.get(mesh) ?? new Map<string, readonly Mistake[]>();
  known.set(mesh, answers);
  const answer = answers.get(`${message} ${text}`);
  if (answer !== undefined) return answer;
  const value = readDocuments("", text).documents[0]?.value;
  const mistakes = isObject(value) ? mistakesInMeshConfig(value, message) : [];
  answers.set(`${message} ${text}`, mistakes);
  return mistakes;
}

/** Where it was written: in the file that holds the ConfigMap, or among the values of the mesh or of the cluster that the chart made it of. */
export function placeOfMistake(
  { manifest, key, mistake: { path, kind } }: ConfigMistake,
  mesh: MeshView,
  cluster: ClusterView,
): Place | undefined {
  const of = kind === "unknown-field" ? "key" : "value";
  if (manifest.origin.kind === "config") {
    const outer = manifest.origin.source.place(["data", key]);
    const inner = readDocuments("", textAt(manifest.object, "data", key) ?? "").documents[0]?.source.place(path, of);
    const file = fileText(mesh.repository.tree, outer.file);
    return inner === undefined || file === undefined ? outer : inBlock(outer, file, inner);
  }
  const values: Path = ["spec", "istio", "values", "istiod"];
  const within = (given: JsonObject | undefined) =>
    [["meshConfig"], ["pilot", "meshConfig"], ["global", "meshNetworks"]].find((at) => valueAt(given, [...at, ...path]) !== undefined);
  const document = mesh.document(cluster.name);
  const inMesh = within(mesh.mesh.istio.values["istiod"]);
  const inCluster = within(document?.istio.values["istiod"]);
  if (inMesh !== undefined) return mesh.mesh.source.place([...values, ...inMesh, ...path], of);
  return inCluster === undefined ? undefined : document?.source.place([...values, ...inCluster, ...path], of);
}

function fileText(tree: Tree, path: string): string | undefined {
  const entry = tree.entries.find((one) => one.path === path);
  return entry?.kind === "file" ? entry.text : undefined;
}
