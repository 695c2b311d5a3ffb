import { symbolText } from "../model/desired.ts";
import type { Cluster, Mesh, Revision } from "../model/mesh.ts";
import { defaultRevision } from "./names.ts";

/**
 * A cluster as the planner sees it: what identifies it and its control plane is a symbol wherever that is safe, so that clusters which differ
 * in nothing else plan the same things, text for text. Decisions are taken on the real mesh; symbols only ever end up in texts.
 */
export interface View {
  readonly mesh: Mesh;
  /** As the document has it: for decisions and findings. */
  readonly real: Cluster;
  /** With symbols: for texts. */
  readonly cluster: Cluster;
  /** The cluster whose istiod serves it, with symbols; `undefined` for one that serves itself. */
  readonly primary: Cluster | undefined;
  /** What each symbol stands for. */
  readonly symbols: ReadonlyMap<string, string>;
  /** Whether traffic between clusters goes through gateways. */
  readonly severalNetworks: boolean;
}

/** The view of one cluster. `plain` turns symbols off: texts are the cluster's own. */
export function viewOf(mesh: Mesh, real: Cluster, plain = false): View {
  const symbols = new Map<string, string>();
  const bySymbol = new Map<string, string>();
  const symbol = (word: string, value: string): string => {
    if (plain || !isPlainName(value)) return value;
    const known = bySymbol.get(value);
    if (known !== undefined) return known;
    const text = symbolText(word);
    symbols.set(text, value);
    bySymbol.set(value, text);
    return text;
  };
  const renamed = (cluster: Cluster, words: readonly [string, string, string]): Cluster => ({
    ...cluster,
    name: symbol(words[0], cluster.name),
    istioName: symbol(words[1], cluster.istioName),
    network: symbol(words[2], cluster.network),
  });
  const cluster = renamed(real, ["cluster", "cluster ID", "network"]);
  const serving = mesh.clusters.find((other) => other.name === real.primary);
  const primary = serving && renamed(serving, ["primary", "primary ID", "primary network"]);
  return { mesh, real, cluster, primary, symbols, severalNetworks: hasSeveralNetworks(mesh) };
}

// Asked once per cluster about all clusters: kept, or a thousand clusters would cost a million looks.
const several = new WeakMap<Mesh, boolean>();

function hasSeveralNetworks(mesh: Mesh): boolean {
  const known = several.get(mesh);
  if (known !== undefined) return known;
  const answer = new Set(mesh.clusters.filter((cluster) => cluster.role !== "external").map((cluster) => cluster.network)).size > 1;
  several.set(mesh, answer);
  return answer;
}

const yamlWords = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);

/**
 * True for a name that YAML, templates and addresses can only read as a word: it begins with a letter, holds nothing but lower-case letters,
 * digits and hyphens, and is no YAML keyword. Only such values may stand for each other; `123`, `10.0.0.1` or `a/b` branch differently.
 */
export function isPlainName(value: string): boolean {
  return /^[a-z]([-a-z0-9]*[a-z0-9])?$/u.test(value) && !yamlWords.has(value) && value.length <= 63;
}

/** Clusters that some other cluster's istiod serves. */
export function remotesOf(mesh: Mesh, primary: Cluster): readonly Cluster[] {
  return mesh.clusters.filter((cluster) => cluster.primary === primary.name);
}

/** The revision that serves what names none: `default`, the one tagged `default`, else the first. */
export function defaultRevisionOf(cluster: Cluster): Revision | undefined {
  const { revisions } = cluster.istio;
  return (
    revisions.find((revision) => revision.name === defaultRevision) ??
    revisions.find((revision) => revision.tags.includes(defaultRevision)) ??
    revisions[0]
  );
}
