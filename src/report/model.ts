import type { CertificateChange, Change, FieldChange } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { ObjectId } from "../model/manifest.ts";
import type { Plan } from "../model/plan.ts";
import type { Part } from "./part.ts";
import type { Rich } from "./rich.ts";

/** Everything any audience may be told about a request. Secret values are already gone from it. */
export interface Report {
  readonly mesh: { readonly name: string; readonly topology: string; readonly dataPlane: string } | undefined;
  readonly head: Side;
  /** `undefined`: there was nothing to compare with. */
  readonly base: Side | undefined;
  readonly verdict: Verdict;
  /** Names of the clusters that are shown; all of the mesh unless the request named some. */
  readonly clusters: readonly ClusterRow[];
  /** Set when the request named clusters: how many the mesh has. */
  readonly restrictedFrom: number | undefined;
  /** What changes, in sentences, the most important first. */
  readonly words: readonly Rich[];
  /** Whether somebody may do afterwards what they might not before: told in the heading, because no rule need find anything wrong with it. */
  readonly loosens: boolean;
  /** Clusters that move to another network: told in the heading, also when the finding about it was accepted. */
  readonly networkMoves: readonly string[];
  /** Every change once, in blocks that differ in cause, stage or clusters. */
  readonly blocks: readonly Block[];
  readonly deletions: readonly Deletion[];
  /** The number that confirms the deletions of the plan: all of them, also in clusters that are not shown. */
  readonly confirming: number;
  readonly certificates: readonly CertificateRow[];
  /** What could not be told, and why. Never empty and silent: nothing here means that everything was read. */
  readonly unknowns: readonly Unknown[];
  readonly findings: readonly Finding[];
  readonly problems: readonly { readonly code: string; readonly summary: string; readonly remedy: string }[];
  /** The picture, when clusters, networks or gateways change. */
  readonly topology: Topology | undefined;
  readonly plan: Plan;
  /** Steps that are in the plan and not shown, because they act on clusters that nobody asked for. */
  readonly hiddenSteps: number;
  readonly rendered: { readonly engine: string; readonly charts: readonly ChartUsed[] };
  /** What the change alters about Isthmus itself, which takes effect from the default branch only. */
  readonly governs: readonly Rich[];
  readonly totals: Totals;
  /** The same counted in every cluster: what the columns of the table add up to. */
  readonly places: Counts;
  /** Comparisons that left a field out, by the catalogue entry that says why. */
  readonly normalised: readonly { readonly rule: string; readonly count: number }[];
}

/** `errors` blocks; `unknown` means that some of it could not be told; `nothing` that all was read and nothing changes. */
export type Verdict = "errors" | "unknown" | "nothing" | "changes";

/** One side of the comparison. `commit` is full; `name` is for people. */
export interface Side {
  readonly name: string;
  readonly commit: string | undefined;
}

export interface ChartUsed {
  readonly name: string;
  readonly version: string;
  readonly origin: string;
}

/** Counts of objects by what happens to them. */
export interface Counts {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  /** Nothing asks for them any more, and the plan leaves them where they are: see `Plan.kept`. */
  readonly kept: number;
  readonly unknown: number;
}

/** What becomes of an object: what differs, and `kept` for a deletion that the plan does not carry out. */
export type Happening = Change["kind"] | "kept";

/** A change as it is told. */
export interface Told extends Omit<Change, "kind"> {
  readonly kind: Happening;
}

/** What a request for some clusters leaves out: what happens in the others. */
export interface Hidden {
  readonly told: readonly Told[];
  readonly clusters: readonly string[];
  /** Open findings that are about other clusters only. */
  readonly findings: number;
}

/** Objects are distinct identities; writes are identities times clusters. */
export interface Totals extends Counts {
  readonly objects: number;
  readonly writes: number;
  /** Clusters in which at least one object changes. */
  readonly clusters: number;
}

/** One column of the table. */
export interface ClusterRow {
  readonly name: string;
  readonly state: "kept" | "added" | "removed";
  readonly network: string | undefined;
  readonly role: string | undefined;
  /** Istio version of each revision, `1.31.0`; empty when it cannot be told. */
  readonly versions: readonly string[];
  readonly wave: number | undefined;
  readonly stages: Readonly<Record<Part, Counts>>;
  readonly unchanged: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  /** Not everything in this cluster could be told. */
  readonly isUnknown: boolean;
  readonly digest: string | undefined;
}

/** Changes that belong together: same part, same clusters, same cause. */
export interface Block {
  readonly stage: Part;
  readonly clusters: readonly string[];
  readonly cause: Rich | undefined;
  /** Edits that many of its objects share, told once. */
  readonly shared: readonly SharedEdits[];
  /** Sorted by risk, then identity. */
  readonly entries: readonly Entry[];
}

/** Edits that the same `count` objects share. */
export interface SharedEdits {
  readonly edits: readonly SharedEdit[];
  readonly count: number;
}

/** One edit of several objects. `path` is whole when it is the same everywhere, else its last part. */
export interface SharedEdit {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** One changed object of a block. */
export interface Entry {
  readonly id: ObjectId;
  readonly kind: Happening;
  readonly why: string | undefined;
  readonly risk: Risk;
  /** What differs and is not among the block's shared edits; secrets masked. */
  readonly fields: readonly FieldChange[];
  /** Everything that differs; secrets masked. */
  readonly allFields: readonly FieldChange[];
  /** How many of its edits are told by the block. */
  readonly sharedEdits: number;
  /** A chart brings it: it is known by its chart, its text is not read in a comment. */
  readonly isOfChart: boolean;
  /** The object as YAML lines for a creation or deletion; secrets masked. */
  readonly body: readonly string[];
  /** Where it comes from: `config/all/routing.yaml:3`, `chart istiod`, `derived: …`. */
  readonly origin: string;
}

/** `high`: look at it first. `low`: a name is enough when room is short. */
export type Risk = "high" | "medium" | "low";

export interface Deletion {
  readonly id: ObjectId;
  readonly clusters: readonly string[];
  /** A replacement deletes and creates again: why it must. */
  readonly replaced: string | undefined;
  readonly isOfChart: boolean;
}

export interface CertificateRow extends CertificateChange {
  readonly id: ObjectId;
  readonly clusters: readonly string[];
}

export interface Unknown {
  readonly what: Rich;
  /** Set when `what` is a number of objects: so many in each of the clusters. */
  readonly isCounted?: true;
  readonly clusters: readonly string[];
  readonly why: string;
}

/** The mesh as a picture: clusters in their networks, and the gateways between networks. */
export interface Topology {
  readonly networks: readonly {
    readonly name: string;
    readonly mark: Mark;
    readonly clusters: readonly TopologyCluster[];
  }[];
}

export interface TopologyCluster {
  readonly name: string;
  readonly role: string;
  readonly primary: string | undefined;
  readonly mark: Mark;
  readonly gateways: readonly { readonly name: string; readonly kind: string; readonly mark: Mark }[];
}

/** `changed` is a cluster that stays but gains, loses or moves something the picture shows. */
export type Mark = "same" | "added" | "removed" | "changed" | "unknown";
