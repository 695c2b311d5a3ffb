import type { Path } from "../model/json.ts";
import type { Place } from "../model/source.ts";

/** Text that is not YAML, or not YAML that Kubernetes reads. Its words never quote the text: the next line may hold a key. */
export class YamlError extends Error {
  readonly reason: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly code: MistakeCode;

  constructor(code: MistakeCode, reason: string, at: { readonly line: number; readonly column: number }) {
    super(`${reason} (line ${at.line}, column ${at.column})`);
    this.name = "YamlError";
    this.code = code;
    this.reason = reason;
    this.line = at.line;
    this.column = at.column;
  }
}

/** The mistakes that cost their document: it is left out. Those of a limit that the documents of a file share cost the rest of the file. */
export type FatalCode = "syntax" | "alias-limit" | "depth-limit" | "document-limit" | "entry-limit" | "key-limit" | "unreadable-limit";

/** What Kubernetes reads without a word although a person hardly meant it. */
export type OddityCode =
  /** A key twice in one mapping: the last one wins, silently. */
  | "duplicate-key"
  /** A bare `yes`, `no`, `on`, `off`, `y`, `n`: a boolean for Kubernetes, text for YAML 1.2. */
  | "boolean-word"
  /** The same as a key: it becomes `true` or `false`. */
  | "boolean-key"
  /** `0755`, `0o755`: read as octal. */
  | "octal-number"
  /** `1.20`, `1e3`: a number whose text is another one when it is written back. */
  | "reshaped-number"
  /** An integer beyond 2^53: Kubernetes keeps it, most other readers do not. */
  | "inexact-number"
  /** `<<` takes the place of a key written above it. */
  | "merge-overrides"
  /** Text after a `...` line: Kubernetes never looks at it. */
  | "ignored-document"
  /** A character that ends a line in YAML 1.1 only: U+0085, U+2028, U+2029. */
  | "line-separator";

export type MistakeCode = FatalCode | OddityCode;

/** Something about a document that its author should know. Only `FatalCode`s keep the document away. */
export interface Mistake {
  readonly code: MistakeCode;
  /** Facts for a message: `reason`, `key`, `text`, `value`, `limit`, `seen`, `first` (line of the first occurrence), as the code has them. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly place: Place;
  /** Number of the document in its file, as in `Source.index`. */
  readonly document: number;
  /** Where in the document's value; empty for the document as a whole. */
  readonly path: Path;
}
