import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import type { Path } from "../model/json.ts";
import { listAt, textAt } from "../model/json.ts";
import { objectOf } from "./check.ts";
import type { LoadedDocument } from "./documents.ts";
import { pathText } from "./words.ts";

const revisions: Path = ["spec", "istio", "revisions"];
const gateways: Path = ["spec", "gateways"];

/** Names that must be unique within one document and are not: the first one stands. */
export function repeatedNames(mesh: LoadedDocument, clusters: readonly LoadedDocument[]): readonly Finding[] {
  const inClusters = clusters.flatMap((cluster) => [...repeated(cluster, revisions, "default"), ...repeated(cluster, gateways, "")]);
  return [...repeated(mesh, revisions, "default"), ...inClusters];
}

function repeated(document: LoadedDocument, path: Path, unnamed: string): readonly Finding[] {
  const system = textAt(document.object, "spec", "systemNamespace") ?? "istio-system";
  // Two gateways of one name may live in two namespaces.
  const names = listAt(document.object, ...path).map(
    (entry) => `${textAt(entry, "namespace") ?? system}/${textAt(entry, "name") ?? unnamed}`,
  );
  return names.flatMap((name, index) => {
    if (names.indexOf(name) === index) return [];
    const facts = { list: pathText(path), name: name.slice(name.indexOf("/") + 1) };
    const cluster = textAt(document.object, "kind") === "Cluster" ? textAt(document.object, "metadata", "name") : undefined;
    const clusters = cluster === undefined ? [] : [cluster];
    return [finding("name-twice", facts, { source: document.source.place([...path, index]), object: objectOf(document.object), clusters })];
  });
}
