import { finding } from "../catalog/find.ts";
import { isNamespaced } from "../catalog/scope.ts";
import type { Finding } from "../model/finding.ts";
import type { JsonObject } from "../model/json.ts";
import { objectAt, textAt } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import { idKey, idOf } from "../model/manifest.ts";
import type { Source } from "../model/source.ts";
import { objectOf } from "./check.ts";
import type { LoadedDocument } from "./documents.ts";
import { listText } from "./words.ts";

/** One object of a file, fit to be placed. */
export interface Item {
  readonly id: ObjectId;
  readonly key: string;
  readonly object: JsonObject;
  readonly source: Source;
}

/** What became of a document: its object, and what is wrong with it. */
export interface Taken {
  readonly item: Item | undefined;
  readonly findings: readonly Finding[];
}

/** What the repository's own CustomResourceDefinitions say about the scope of kinds, by `group/Kind`. */
export type Scopes = ReadonlyMap<string, boolean>;

/** The scopes that CustomResourceDefinitions among the documents declare. */
export function declaredScopes(documents: readonly LoadedDocument[]): Scopes {
  const scopes = new Map<string, boolean>();
  for (const { object: value } of documents) {
    if (textAt(value, "kind") !== "CustomResourceDefinition") continue;
    const kind = `${textAt(value, "spec", "group") ?? ""}/${textAt(value, "spec", "names", "kind") ?? ""}`;
    scopes.set(kind, textAt(value, "spec", "scope") !== "Cluster");
  }
  return scopes;
}

/** The object of a document, in its namespace. One without apiVersion, kind or name cannot be placed. */
export function itemOf({ object: value, source }: LoadedDocument, scopes: Scopes): Taken {
  const written = idOf(value);
  if (written.kind === "" || written.name === "" || !hasVersion(value)) {
    const facts = { missing: listText(missingOf(value)) };
    return { item: undefined, findings: [finding("object-incomplete", facts, { source: source.place([]), object: objectOf(value) })] };
  }
  const scope = (scopes.size === 0 ? undefined : scopes.get(`${written.group}/${written.kind}`)) ?? isNamespaced(written);
  // A place costs a second look at the document, so only a finding asks for it.
  const facts = { kind: written.kind, name: written.name };
  if (scope === true && written.namespace === "") {
    const found = finding("namespace-missing", facts, { source: source.place(["metadata"], "key"), object: objectOf(value) });
    return { item: item(withNamespace(value, "default"), source), findings: [found] };
  }
  if (scope === false && written.namespace !== "") {
    const where = { source: source.place(["metadata", "namespace"]), object: objectOf(value) };
    const found = finding("namespace-not-used", { ...facts, namespace: written.namespace }, where);
    return { item: item(withNamespace(value, undefined), source), findings: [found] };
  }
  return { item: { id: written, key: idKey(written), object: value, source }, findings: none };
}

const none: readonly Finding[] = [];

function hasVersion({ apiVersion }: JsonObject): boolean {
  return typeof apiVersion === "string" && apiVersion !== "";
}

/** Which of the keys it lacks that say what it is. */
function missingOf(value: JsonObject): readonly string[] {
  return ["apiVersion", "kind", "metadata.name"].filter((key) => (textAt(value, ...key.split(".")) ?? "") === "");
}

function item(object: JsonObject, source: Source): Item {
  const id = idOf(object);
  return { id, key: idKey(id), object, source };
}

function withNamespace(object: JsonObject, namespace: string | undefined): JsonObject {
  const rest = Object.entries(objectAt(object, "metadata")).filter(([key]) => key !== "namespace");
  const metadata = Object.fromEntries(namespace === undefined ? rest : [...rest, ["namespace", namespace]]);
  return { ...object, metadata };
}
