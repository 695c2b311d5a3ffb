import type { Place } from "./source.ts";

/** `error` blocks the merge, `warning` is shown and wants an answer, `info` is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** Who would complain: our reading of the documents, the API server, Istio's webhook, `istioctl analyze`, or only we. */
export type Layer = "document" | "api-server" | "webhook" | "analyze" | "mesh" | "change" | "policy";

/** The object a finding is about, as its author wrote it. */
export interface FindingObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** A mistake or a risk in the user's mesh. */
export interface Finding {
  /** The rule's kebab-case name: the same in the catalogue, the source file, the case folder, the docs and here. */
  readonly rule: string;
  readonly severity: Severity;
  readonly layer: Layer;
  /** What was seen, what was expected. One or two sentences, ended by a full stop, without the place. */
  readonly message: string;
  /** What to do. One sentence. */
  readonly remedy: string;
  readonly object: FindingObject | undefined;
  /** `undefined` only when nothing in the repository can be pointed at. */
  readonly source: Place | undefined;
  /** Names of the clusters it concerns, sorted; empty means the mesh as a whole or no cluster at all. */
  readonly clusters: readonly string[];
  /** Other names of the same check: `T09`, `IST0101`, `KIA1107`. */
  readonly refs: readonly string[];
  /** Set when it was accepted: it is shown apart and does not fail the check. */
  readonly accepted: { readonly reason: string; readonly until: string; readonly by: AcceptedBy } | undefined;
}

/** Where the mesh repository says so, or who gave a waiver for one pull request. */
export type AcceptedBy = Place | { readonly login: string };

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Sorts for a reader: errors first, then by file, line, column, rule, message. Total, so the same on any machine. */
export function bySeverityAndPlace(a: Finding, b: Finding): number {
  return (
    weight[a.severity] - weight[b.severity] ||
    compare(a.source?.file ?? "", b.source?.file ?? "") ||
    (a.source?.line ?? 0) - (b.source?.line ?? 0) ||
    (a.source?.column ?? 0) - (b.source?.column ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message) ||
    compare(a.clusters.join(), b.clusters.join())
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
