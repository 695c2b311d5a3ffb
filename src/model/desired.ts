import type { Chart } from "./chart.ts";
import type { Finding } from "./finding.ts";
import type { Json, JsonObject } from "./json.ts";
import { isList, isObject } from "./json.ts";
import type { Manifest, Stage } from "./manifest.ts";
import { byId } from "./manifest.ts";
import type { Repository } from "./repository.ts";

/** What every cluster should hold, kept once per class of clusters that render alike. */
export interface Desired {
  readonly classes: readonly ManifestClass[];
  /** Name and version of the engine that rendered: part of the digest. */
  readonly engine: string;
  /** Every chart that took part, sorted by name and version. */
  readonly charts: readonly Chart[];
  /** Findings about rendering: a template that failed, a derived value that was contradicted, an unknown value key. */
  readonly findings: readonly Finding[];
  /**
   * What names each cluster, symbol to text (`⟨cluster⟩` to `east`), also for those that share their class with nobody: so that equal changes in different
   * classes are shown once. Without it a cluster's name stands for itself.
   */
  readonly identities?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What could not be read, so that its absence here means nothing. */
  readonly unread?: Unread;
}

/** Parts of a repository that nobody could read. */
export interface Unread {
  /** The mesh documents themselves: then nothing is known about any cluster. */
  readonly mesh: boolean;
  /** Names of clusters whose documents were left out. */
  readonly clusters: readonly string[];
  /** Configuration files that are missing in whole or in part. */
  readonly files: readonly string[];
}

/** What could not be read of a repository. A repository that simply has no mesh was read well. */
export function unreadOf(repository: Repository): Unread {
  const isEmpty = repository.findings.some(({ rule }) => rule === "mesh-missing");
  return {
    mesh: repository.mesh === undefined && !isEmpty,
    clusters: repository.leftOut ?? [],
    files: repository.unreadFiles ?? [],
  };
}

/** Clusters whose objects differ only by identity values (cluster name, network, …). */
export interface ManifestClass {
  /** Names of the clusters, sorted. */
  readonly members: readonly string[];
  /** Rendered once, sorted by identity. With a single member and no symbols these are its objects as they are. */
  readonly manifests: readonly Manifest[];
  /** For each member, the text that takes each symbol's place. Every member has the same symbols; none when there is one member. */
  readonly symbols: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Helm releases of the class, in install order; values carry symbols too. */
  readonly releases: readonly ReleaseRecord[];
  /** What could not be rendered: objects that came from there are unknown, not gone. */
  readonly gaps: readonly Gap[];
  /** Of a state that was read from a cluster: what could not be read. Absent: everything was. */
  readonly unknown?: UnknownParts;
}

/** Objects that may be there or not: nobody could look. Reasons complete the sentence "unknown, because …". */
export interface UnknownParts {
  /** Why nothing at all is known, beyond the objects that are in the class. */
  readonly all?: string;
  /** By `idKey`. */
  readonly objects: ReadonlyMap<string, string>;
}

/** What `helm template` would need to make the same objects. */
export interface ReleaseRecord {
  readonly name: string;
  readonly namespace: string;
  readonly chart: string;
  readonly version: string;
  readonly digest: string;
  readonly values: JsonObject;
  readonly isUpgrade: boolean;
  readonly kubeVersion: string;
  readonly stage: Stage;
}

/** A release that could not be rendered, and why. */
export interface Gap {
  readonly release: string;
  readonly stage: Stage;
  readonly why: string;
}

/** How a symbol looks: a word between the brackets `⟨` and `⟩`, which no identity value and no Kubernetes name can hold. */
export function symbolText(word: string): string {
  return `⟨${word}⟩`;
}

/** The text with every symbol replaced by this member's value. */
export function substitute(text: string, symbols: ReadonlyMap<string, string> | undefined): string {
  if (symbols === undefined || symbols.size === 0) return text;
  let result = text;
  for (const [symbol, value] of symbols) if (result.includes(symbol)) result = result.replaceAll(symbol, value);
  return result;
}

/** The value with every symbol in its texts and keys replaced. Parts without symbols are shared, not copied. */
export function substituteIn(value: Json, symbols: ReadonlyMap<string, string>): Json {
  if (typeof value === "string") return substitute(value, symbols);
  if (isList(value)) {
    const list = value.map((entry) => substituteIn(entry, symbols));
    return list.every((entry, index) => entry === value[index]) ? value : list;
  }
  return isObject(value) ? substituteInObject(value, symbols) : value;
}

function substituteInObject(value: JsonObject, symbols: ReadonlyMap<string, string>): JsonObject {
  const result: Record<string, Json> = {};
  let same = true;
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    const newKey = substitute(key, symbols);
    const newEntry = substituteIn(entry, symbols);
    same &&= newKey === key && newEntry === entry;
    result[newKey] = newEntry;
  }
  return same ? value : result;
}

/** One of the class's objects as the member with these symbols has it. */
export function manifestOf(manifest: Manifest, symbols: ReadonlyMap<string, string>): Manifest {
  if (!carriesSymbols(manifest)) return manifest;
  const id = {
    group: manifest.id.group,
    kind: manifest.id.kind,
    namespace: substitute(manifest.id.namespace, symbols),
    name: substitute(manifest.id.name, symbols),
  };
  return { ...manifest, id, object: substituteInObject(manifest.object, symbols) };
}

// Asked once per member for the same objects, CRDs of megabytes among them. The answer is a property of the object, so it is kept with it.
const symbolic = new WeakMap<Manifest, boolean>();

/** Whether symbols occur in the object, so that it differs between the members of its class. */
export function carriesSymbols(manifest: Manifest): boolean {
  const known = symbolic.get(manifest);
  if (known !== undefined) return known;
  const answer = JSON.stringify(manifest.object).includes("⟨");
  symbolic.set(manifest, answer);
  return answer;
}

/** The class a cluster belongs to; `undefined` for a cluster nobody renders. */
export function classOf(desired: Desired, cluster: string): ManifestClass | undefined {
  return desired.classes.find((entry) => entry.members.includes(cluster));
}

/**
 * Every object of one cluster, symbols replaced by the cluster's values, sorted by identity. Empty for a cluster nobody renders. What holds no
 * symbol is the class's own object, so asking for a thousand clusters costs what differs between them.
 */
export function objectsOf(desired: Desired, cluster: string): readonly Manifest[] {
  const owner = classOf(desired, cluster);
  if (owner === undefined) return [];
  const symbols = owner.symbols.get(cluster);
  if (symbols === undefined || symbols.size === 0) return owner.manifests;
  return owner.manifests.map((manifest) => manifestOf(manifest, symbols)).sort(byId);
}
