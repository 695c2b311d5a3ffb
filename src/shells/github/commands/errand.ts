import type { PullFacts } from "../../../adapters/github/index.ts";
import type { Asked } from "../../../chatops/index.ts";
import type { Command } from "../../../model/command.ts";
import type { Facts } from "../desk.ts";
import type { SaidComment } from "../event.ts";
import type { Answering } from "../reply.ts";
import type { Rules } from "../rules.ts";
import type { OpenRepository, Stage } from "../stage.ts";

/** What a command needs to be carried out, once it is allowed. */
export interface Errand extends Pick<Stage, "place" | "wishes" | "desk"> {
  readonly repository: OpenRepository;
  readonly rules: Rules;
  readonly pull: PullFacts;
  readonly comment: SaidComment;
  readonly situation: { readonly defaultBranch: string };
  readonly asked: Asked;
  readonly answering: Pick<Answering, "begin">;
  /** The facts of the decision, read anew. */
  readonly askAgain: () => Promise<Asked>;
  /** Ends a run that writes; asked for when one begins. */
  readonly stop: () => AbortSignal;
  /** An earlier run began to carry the command out and did not say how that ended. */
  readonly isAgain: boolean;
}

/** An errand with the command it is about. `clusters`: those it is for, sorted. */
export interface Task<C extends Command = Command> extends Errand {
  readonly command: C;
  readonly clusters: readonly string[];
}

/** A command with its verb. */
export type CommandOf<V extends Command["verb"]> = Extract<Command, { verb: V }>;

/** What came of a command: Markdown that is safe as it stands, and how it went. */
export interface Answer {
  readonly text: string;
  /** As `exitCodes` has it. */
  readonly code: number;
  /** The text names the command itself. */
  readonly isNamed?: boolean;
  /** Absent: the question was answered. */
  readonly facts?: Facts;
}
