import type { Json } from "./json.ts";
import type { Manifest, ObjectId, Stage } from "./manifest.ts";

/** One object that differs between baseline and desired state, in the same way in every cluster of `clusters`. */
export interface Change {
  readonly id: ObjectId;
  readonly stage: Stage;
  readonly kind: "create" | "update" | "replace" | "delete" | "unknown";
  /** Sorted. With more than one cluster, identity values are shown as symbols that `symbols` names. */
  readonly clusters: readonly string[];
  readonly before: Manifest | undefined;
  readonly after: Manifest | undefined;
  /** For an update or replacement: what differs, in document order of `after`, then what is gone. Empty for the other kinds. */
  readonly fields: readonly FieldChange[];
  /** Why it changes, when that is known and not simply "the file was edited". */
  readonly cause: Cause | undefined;
  /** For `unknown`: why it cannot be told. For `replace`: the immutable field. */
  readonly why: string | undefined;
  /** Certificates inside it, by metadata only. */
  readonly certificates: readonly CertificateChange[];
}

/** One place in an object. `path` is for people: `http[0].route`, `subsets[v2].labels.version`, list entries by their key. */
export interface FieldChange {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** Set when several line changes of one long text were compared by line: a unified diff of them. */
  readonly lines: string | undefined;
}

/** What made an object change although its own file did not. */
export type Cause =
  | { readonly kind: "chart"; readonly chart: string; readonly from: string; readonly to: string }
  | { readonly kind: "engine"; readonly from: string; readonly to: string }
  | { readonly kind: "values"; readonly chart: string; readonly keys: readonly string[] }
  | { readonly kind: "cluster-added"; readonly cluster: string }
  | { readonly kind: "cluster-removed"; readonly cluster: string }
  | { readonly kind: "placement" };

/** A certificate's public facts. Times are ISO 8601 in UTC; fingerprints are SHA-256 hex. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly subjectAltNames: readonly string[];
  readonly isCa: boolean;
  readonly keyKind: string;
  readonly keyFingerprint: string;
}

export interface CertificateChange {
  /** Where in the object: `data[root-cert.pem][0]`. */
  readonly path: string;
  readonly before: CertificateFacts | undefined;
  readonly after: CertificateFacts | undefined;
}

/** What `diff` hands on. */
export interface Changes {
  readonly changes: readonly Change[];
  /** How many objects are equal, per cluster: for counts in tables. */
  readonly unchanged: ReadonlyMap<string, number>;
  /** Clusters that exist on one side only. */
  readonly clusters: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Fields left out of the comparison, with the catalogue entry that says whom it serves and how often it was used. */
  readonly normalised: readonly { readonly rule: string; readonly count: number }[];
}
