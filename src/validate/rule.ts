import type { RuleFacts, RuleName } from "../catalog/findings.gen.ts";
import type { Severity } from "../model/finding.ts";
import type { Path } from "../model/json.ts";
import type { Manifest } from "../model/manifest.ts";
import type { Place } from "../model/source.ts";
import type { RuleViews } from "./rules/views.gen.ts";

/**
 * A rule is one function in a file of its name, exported as `check`, with its data (title, texts, scope, kinds it reads) in the YAML file beside it. The scope
 * decides what it is shown: one object, one cluster, the mesh, or what changes. It may list only the kinds its data declares: the compiler holds that.
 */
export type Check<R extends keyof RuleViews> = (view: RuleViews[R], report: Report<R>) => void;

/** Reports one finding of the rule. The facts fill its message; the compiler checks their names. */
export type Report<R extends RuleName> = (facts: Record<RuleFacts[R], string | number>, at?: At) => void;

/** Where a finding is. Nothing given: the document of the cluster, or of the mesh, that the rule looks at. */
export interface At {
  /** The object it is about. One from a file gives the place; one from a chart gives the gateway or cluster that brought it. */
  readonly on?: Manifest | undefined;
  readonly path?: Path;
  readonly of?: "key" | "value";
  /** A place in another document; wins over `on` and `path`. */
  readonly place?: Place | undefined;
  /** Clusters it concerns, when they are not those the rule was shown. */
  readonly clusters?: readonly string[];
  readonly severity?: Severity;
}

/** Takes what rules report. */
export interface Sink {
  report<R extends RuleName>(rule: R): Report<R>;
}

/** A rule as the runner sees it. */
export interface Runnable<View> {
  readonly name: RuleName;
  readonly reads: readonly string[];
  readonly run: (view: View, sink: Sink) => void;
}
