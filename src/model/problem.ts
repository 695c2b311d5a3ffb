import type { ProblemCode } from "../catalog/problems.gen.ts";

/** Values that a problem's text may name. */
export type ProblemFacts = Readonly<Record<string, string | number>>;

/**
 * The world failed us: an API, a permission, a file, time. Thrown where it happens; caught once per cluster or once per run. The text and
 * the remedy come from `catalog/problems.yaml`. A mistake in the user's mesh is never a Problem: it is a Finding.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
  readonly remedy: string;

  constructor(code: ProblemCode, text: { readonly summary: string; readonly remedy: string }, facts: ProblemFacts, cause?: unknown) {
    super(text.summary, cause === undefined ? undefined : { cause });
    this.name = "Problem";
    this.code = code;
    this.facts = facts;
    this.remedy = text.remedy;
  }
}
