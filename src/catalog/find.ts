import type { Finding, FindingObject, Severity } from "../model/finding.ts";
import type { Place } from "../model/source.ts";
import { fill } from "./fill.ts";
import type { RuleFacts, RuleName } from "./findings.gen.ts";
import { rules } from "./findings.gen.ts";

/** Where a finding is, and what it says. `facts` fill the places of the rule's message and remedy; the compiler checks their names. */
export interface Where {
  readonly object?: FindingObject | undefined;
  readonly source?: Place | undefined;
  readonly clusters?: readonly string[];
  /** Only for rules whose data says that their severity depends on what was seen. */
  readonly severity?: Severity;
}

/** A finding of a rule, its text taken from the rule's data. Facts are made harmless: one line, no backticks, at most 300 characters. */
export function finding<R extends RuleName>(rule: R, facts: Record<RuleFacts[R], string | number>, where: Where = {}): Finding {
  const entry = rules[rule];
  return {
    rule,
    severity: where.severity ?? entry.severity,
    layer: entry.layer,
    message: fill(entry.message, facts),
    remedy: fill(entry.remedy, facts),
    object: where.object,
    source: where.source,
    clusters: [...(where.clusters ?? [])].sort(),
    refs: entry.refs,
    accepted: undefined,
  };
}
