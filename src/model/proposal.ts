import type { Drift } from "./apply.ts";
import type { Json } from "./json.ts";
import type { Place } from "./source.ts";

/** What drift would become if Git took over what is live: files as they would be, and what stays for a person. */
export interface Proposal {
  /** Whole texts, by path from the top of the mesh repository; sorted. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly adopted: readonly Adopted[];
  readonly left: readonly LeftAlone[];
}

/** An object whose live values the files would say. */
export interface Adopted {
  readonly id: Drift["id"];
  /** Sorted: every cluster that the document serves. */
  readonly clusters: readonly string[];
  /** Where the document is written. */
  readonly place: Place;
  readonly values: readonly LiveValue[];
}

/** One place of an object, what Git says there and what the cluster holds; `undefined`: nothing. `path` is for people. */
export interface LiveValue {
  readonly path: string;
  readonly git: Json | undefined;
  readonly live: Json | undefined;
}

/** Drift that no edit of a file takes over. Both texts are sentences; names in them stand between back-ticks. */
export interface LeftAlone {
  readonly id: Drift["id"];
  readonly cluster: string;
  readonly why: string;
  /** What a person would set, and where. */
  readonly instead: string;
}
