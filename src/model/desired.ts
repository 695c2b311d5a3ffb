import type { Chart } from "./chart.ts";
import type { Finding } from "./finding.ts";
import type { JsonObject } from "./json.ts";
import type { Manifest, Stage } from "./manifest.ts";

/** What every cluster should hold, kept once per class of clusters that render alike. */
export interface Desired {
  readonly classes: readonly ManifestClass[];
  /** Name and version of the engine that rendered: part of the digest. */
  readonly engine: string;
  /** Every chart that took part, sorted by name and version. */
  readonly charts: readonly Chart[];
  /** Findings about rendering: a template that failed, a derived value that was contradicted, an unknown value key. */
  readonly findings: readonly Finding[];
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

/** The text with every symbol replaced by this member's value. */
export function substitute(text: string, symbols: ReadonlyMap<string, string> | undefined): string {
  if (symbols === undefined || symbols.size === 0) return text;
  let result = text;
  for (const [symbol, value] of symbols) if (result.includes(symbol)) result = result.replaceAll(symbol, value);
  return result;
}
