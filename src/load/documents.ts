import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import { isList, isObject, type Json, type JsonObject } from "../model/json.ts";
import type { Secret } from "../model/secret.ts";
import type { Place, Source } from "../model/source.ts";
import { startOf } from "../model/source.ts";
import type { Tree, TreeEntry } from "../model/tree.ts";
import { defaultLimits, type Mistake, readDocuments, type YamlDocument, type YamlLimits } from "../yaml/index.ts";
import { isKubeconfigText } from "./credentials.ts";
import { flatten, type Part } from "./flatten.ts";
import { isHarmless } from "./harmless.ts";
import { scan, scanEncoded } from "./scan.ts";
import { seal } from "./seal.ts";
import { sealFindings } from "./seal-findings.ts";
import { findingOf } from "./surprises.ts";
import { kindText } from "./words.ts";

/** One object of a repository, with nothing secret in it. Items of a `List` are objects of their own. */
export interface LoadedDocument {
  readonly object: JsonObject;
  readonly source: Source;
}

/** What a tree's documents are, before anybody asks what they mean. */
export interface LoadedTree {
  /** In the order of the tree, then of each file. */
  readonly documents: readonly LoadedDocument[];
  /** Secret values that were taken out of the documents, by fingerprint. */
  readonly vault: ReadonlyMap<string, Secret>;
  readonly findings: readonly Finding[];
  /** Files that were not read because the files before them had used up a limit of the tree. */
  readonly dropped: readonly string[];
}

/** What a tree may cost at most. */
export interface TreeLimits {
  readonly yaml: YamlLimits;
  /** Documents of all files together. */
  readonly documents: number;
  /** Entries of all files together, as `YamlLimits` counts them. */
  readonly entries: number;
  /** Values that the aliases of all files stand for. */
  readonly expanded: number;
  /** Characters in one file. */
  readonly characters: number;
}

/** The repository with 1,000 clusters of the bench has 0.04 million entries; 10,000,000 are some 140 MB of Istio objects. */
export const defaultTreeLimits: TreeLimits = {
  yaml: defaultLimits,
  documents: 200_000,
  entries: 10_000_000,
  expanded: 2_000_000,
  characters: 16 * 1024 * 1024,
};

/**
 * Reads the YAML and JSON files of a tree for which `wants` says yes. Every other file is only looked through for keys and tokens. A hostile file gives
 * findings, never an exception. Links and submodules are judged by the same question, asked with their path and with that of a document in them.
 */
export function readTree(tree: Tree, wants: (path: string) => boolean, limits: TreeLimits = defaultTreeLimits): LoadedTree {
  const reading: Reading = { documents: [], vault: new Map(), findings: [], dropped: new Set(), limits, entries: 0, expanded: 0 };
  const charts = chartFolders(tree);
  for (const entry of tree.entries) {
    if (entry.kind === "file") readEntry(reading, entry, wants(entry.path), charts);
    else if (wants(entry.path) || mayHide(entry, wants)) reading.findings.push(refusal(entry));
  }
  const { documents, vault, findings, dropped } = reading;
  return { documents, vault, findings, dropped: [...dropped] };
}

type FileEntry = Extract<TreeEntry, { kind: "file" }>;

interface Reading {
  readonly documents: LoadedDocument[];
  readonly vault: Map<string, Secret>;
  readonly findings: Finding[];
  /** Files that came too late: a limit of the tree was used up before or within them. */
  readonly dropped: Set<string>;
  readonly limits: TreeLimits;
  entries: number;
  expanded: number;
}

function readEntry(reading: Reading, entry: FileEntry, isWanted: boolean, charts: readonly string[]): void {
  const mayHoldSecrets = !isHarmless(entry.text);
  // Charts of others may hold examples of keys; anywhere else a key is a key.
  const isExample = !isWanted && charts.some((folder) => entry.path.startsWith(folder));
  const severity = isExample ? "warning" : "error";
  if (mayHoldSecrets) reading.findings.push(...scan(entry.path, entry.text, severity));
  if (isWanted && isDocument(entry.path)) {
    readFile(reading, entry, mayHoldSecrets);
    return;
  }
  const opened = !isExample && isKubeconfigText(entry.text) ? kubeconfigFindings(entry, reading.limits) : [];
  // A kubeconfig was told with every credential in it; a Secret around one is none by itself.
  const encoded = mayHoldSecrets && opened.length === 0 ? scanEncoded(entry.path, entry.text, severity) : [];
  reading.findings.push(...opened, ...encoded);
}

/** What a file that is not read for the mesh says when it is a kubeconfig. One without credentials may be there: `access.kubeconfig` may name it. */
function kubeconfigFindings({ path, text }: FileEntry, { yaml, characters }: TreeLimits): readonly Finding[] {
  if (text.length > characters) return [];
  const { documents } = readDocuments(path, text, yaml);
  return documents.flatMap(({ value, source }) => {
    if (!isObject(value) || !isKubeconfig(value)) return [];
    return sealFindings(
      seal(value).seals.filter(({ kind }) => kind === "kubeconfig"),
      value,
      source,
    );
  });
}

function chartFolders({ entries }: Tree): readonly string[] {
  return entries.flatMap(({ path }) => (/(?:^|\/)Chart\.yaml$/u.test(path) ? [path.slice(0, -"Chart.yaml".length)] : []));
}

/** True for a link or a submodule that may stand for a folder of documents. A link to what is no YAML by its name is not one: notes and scripts are linked too. */
function mayHide(entry: Exclude<TreeEntry, FileEntry>, wants: (path: string) => boolean): boolean {
  if (entry.kind === "symlink" && /\w\.[A-Za-z]{2,5}$/u.test(entry.target)) return false;
  return (entry.kind === "symlink" || entry.kind === "submodule") && wants(`${entry.path}/any.yaml`);
}

function refusal(entry: Exclude<TreeEntry, FileEntry>): Finding {
  const file = entry.path;
  const where = { source: startOf(file) };
  switch (entry.kind) {
    case "too-large":
      return finding("file-too-large", { file, size: sizeText(entry.size), limit: sizeText(entry.limit) }, where);
    case "binary":
      return finding("binary-file", { file, size: entry.size }, where);
    case "symlink":
      return finding(
        "symlink-refused",
        { file, target: entry.target, where: isOutside(file, entry.target) ? ", outside the repository" : "" },
        where,
      );
    case "submodule":
      return finding("submodule-not-read", { file }, where);
  }
}

/** `200.2 MB`: powers of 1024, as file managers count. A size a little above the limit is not rounded down to it. */
function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} bytes` : `${Math.ceil((bytes * 10) / 1024 / 1024) / 10} MB`;
}

/** True when following the link would leave the repository. */
function isOutside(file: string, target: string): boolean {
  if (/^(?:[/\\]|[A-Za-z]:)/u.test(target)) return true;
  let depth = file.split("/").length - 1;
  for (const step of target.split(/[/\\]/u)) {
    if (step === "..") depth--;
    else if (step !== "." && step !== "") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** True for a file that is read for objects, by its name. */
export function isDocument(path: string): boolean {
  return /\.(?:ya?ml|json)$/iu.test(path) || path === "isthmus.lock";
}

function readFile(reading: Reading, entry: FileEntry, mayHoldSecrets: boolean): void {
  const { limits, findings } = reading;
  if (entry.text.length > limits.characters) {
    findings.push(
      finding(
        "file-too-large",
        { file: entry.path, size: sizeText(entry.size), limit: sizeText(limits.characters) },
        { source: startOf(entry.path) },
      ),
    );
    return;
  }
  if (passedLimit(reading) !== undefined) {
    drop(reading, entry.path, () => startOf(entry.path));
    return;
  }
  const { documents, mistakes, cost } = readDocuments(entry.path, entry.text, limits.yaml);
  reading.entries += cost.entries;
  reading.expanded += cost.expanded;
  if (mistakes.length > 0) findings.push(...mistakesOf(documents, mistakes, limits.yaml));
  for (const document of documents) for (const part of flatten(document)) addDocument(reading, part, mayHoldSecrets);
}

function mistakesOf(documents: readonly YamlDocument[], mistakes: readonly Mistake[], limits: YamlLimits): readonly Finding[] {
  const byIndex = new Map(documents.map((document) => [document.source.index, document.value]));
  return mistakes.flatMap((mistake) => {
    const value = byIndex.get(mistake.document);
    return findingOf(mistake, isObject(value) ? value : undefined, limits) ?? [];
  });
}

function addDocument(reading: Reading, { value, source }: Part, mayHoldSecrets: boolean): void {
  if (!isObject(value)) {
    reading.findings.push(finding("not-an-object", { seen: kindOnly(value) }, { source: source.place([]) }));
    return;
  }
  if (reading.documents.length >= reading.limits.documents) {
    drop(reading, source.file, () => source.place([]));
    return;
  }
  if (!mayHoldSecrets) {
    reading.documents.push({ object: value, source });
    return;
  }
  const sealed = seal(value);
  for (const [fingerprint, secret] of sealed.vault) reading.vault.set(fingerprint, secret);
  reading.findings.push(...sealFindings(sealed.seals, value, source));
  // A kubeconfig is no object of any cluster: the finding is all there is to say about it.
  if (!isKubeconfig(value)) reading.documents.push({ object: sealed.object, source });
}

/** What the files read so far have used up, as the finding about it. */
function passedLimit({ documents, entries, expanded, limits }: Reading): ((source: Place) => Finding) | undefined {
  const what = "The repository";
  if (documents.length >= limits.documents) return (source) => finding("too-many-documents", { what, limit: limits.documents }, { source });
  if (entries >= limits.entries) return (source) => finding("too-many-entries", { what, limit: limits.entries }, { source });
  if (expanded >= limits.expanded)
    return (source) => finding("too-many-aliases", { what, expanded: limits.expanded, aliases: limits.yaml.aliases }, { source });
  return undefined;
}

/** Leaves out a file, or the rest of it. Only the first one is a finding; the others are named as unread. */
function drop(reading: Reading, file: string, place: () => Place): void {
  if (reading.dropped.size === 0) {
    const found = passedLimit(reading)?.(place());
    if (found !== undefined) reading.findings.push(found);
  }
  reading.dropped.add(file);
}

/** Not the value: it may be the secret itself, alone in a document. */
function kindOnly(value: Json): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? "a single value" : kindText(value);
}

function isKubeconfig(value: JsonObject): boolean {
  return value["kind"] === "Config" && isList(value["users"]);
}
