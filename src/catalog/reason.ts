import type { Reason } from "../model/command.ts";
import { fill } from "./fill.ts";
import type { ReasonCode, ReasonFactNames } from "./reasons.gen.ts";
import { reasons } from "./reasons.gen.ts";

/** A reason with the texts of the catalogue; the compiler checks the names of the facts. */
export function reason<C extends ReasonCode>(code: C, facts: Record<ReasonFactNames[C], string | number>): Reason {
  const entry = reasons[code];
  return { code, said: fill(entry.said, facts), next: fill(entry.next, facts) };
}
