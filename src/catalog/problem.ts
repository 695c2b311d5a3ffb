import { Problem } from "../model/problem.ts";
import { fill } from "./fill.ts";
import type { ProblemCode, ProblemFactNames } from "./problems.gen.ts";
import { problems } from "./problems.gen.ts";

/** A problem with the text and remedy of the catalogue; the compiler checks the names of the facts. */
export function problem<C extends ProblemCode>(code: C, facts: Record<ProblemFactNames[C], string | number>, cause?: unknown): Problem {
  const entry = problems[code];
  return new Problem(code, { summary: fill(entry.summary, facts), remedy: fill(entry.remedy, facts) }, facts, cause);
}
