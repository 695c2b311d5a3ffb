import type { CommandFlags, CommandName } from "../catalog/commands.gen.ts";
import type { ReasonCode } from "../catalog/reasons.gen.ts";

/** Where a command is to act, as it was written: whether there is such a cluster is decided later. */
export type Target =
  | { readonly kind: "cluster"; readonly name: string }
  | { readonly kind: "group"; readonly name: string }
  | { readonly kind: "wave"; readonly number: number }
  | { readonly kind: "stage"; readonly stage: "certs" | "install" | "routing" };

/** An object as a person writes it, `kind/namespace/name`: kinds are not yet told apart by group, and letter case does not count. */
export interface ObjectName {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** What stands behind the verb. No targets means all. */
export interface Arguments {
  readonly targets: readonly Target[];
  readonly cluster: string | undefined;
  readonly object: ObjectName | undefined;
  readonly host: string | undefined;
  readonly rule: string | undefined;
  readonly wave: number | "all" | undefined;
}

/** One line of a comment that asks for something. The catalogue says which flags a verb has and which may be left out. */
export type Command = {
  readonly [V in CommandName]: Arguments & {
    readonly verb: V;
    readonly flags: CommandFlags[V];
    /** Line of the comment, from 1. */
    readonly line: number;
    /** The line as it was written, for quoting. */
    readonly text: string;
  };
}[CommandName];

/** Why something asked for is not done: a stable code for scripts, a sentence and the next step for a person. */
export interface Reason {
  readonly code: ReasonCode;
  readonly said: string;
  readonly next: string;
}

/** A line that was meant for us and cannot be carried out. */
export interface Misread {
  readonly line: number;
  readonly text: string;
  readonly reason: Reason;
}

/** A command as a person sees it before giving it: what it does, and why they could not. */
export interface Offer {
  /** `/explain HOST [CLUSTER]`. */
  readonly usage: string;
  readonly summary: string;
  readonly against: Reason | undefined;
}

/** A line of a comment that is not carried out, with everything that stands against it. */
export interface Refused {
  readonly text: string;
  readonly reasons: readonly Reason[];
}
