/** Something that came in and asks for work: an event of GitHub, or the next step of a run. Times are milliseconds since 1970. */
export interface Arrival {
  /** What makes it the same when it comes again: the delivery's id. */
  readonly id: string;
  /** A second name for the same thing where it can come by two ways, such as a comment's id; `undefined` when there is none. */
  readonly deed: string | undefined;
  /** Works of one line are done one after the other, in the order they came: a pull request is a line. */
  readonly line: string;
  /** The event's name, such as `issue_comment.created`. */
  readonly kind: string;
  /** JSON, as it came. */
  readonly body: string;
  readonly at: number;
}

/** An arrival in the hands of a worker. */
export interface Work extends Arrival {
  /** Which try this is, from 1. */
  readonly attempt: number;
  /** Proof of holding it: who took it over since has another. */
  readonly hold: string;
}

/** How full the queue is. */
export interface QueueFigures {
  readonly waiting: number;
  readonly running: number;
  /** Given up after too many tries: for a person. */
  readonly dead: number;
  readonly done: number;
  /** When the oldest that waits came; `undefined` when none does. */
  readonly oldest: number | undefined;
}

/** Work that was given up, for a person to look at. */
export interface DeadWork {
  readonly id: string;
  readonly line: string;
  readonly kind: string;
  readonly at: number;
  readonly attempts: number;
  readonly why: string;
}

/** A work as it stands, for a page. */
export interface WorkSeen {
  readonly id: string;
  readonly line: string;
  readonly kind: string;
  readonly at: number;
  readonly state: "waiting" | "running" | "done" | "dead";
  readonly attempts: number;
  readonly ended: number | undefined;
}

/** Something worth knowing until it is written anew under its key. `body` is JSON. */
export interface Note {
  readonly key: string;
  readonly at: number;
  readonly body: string;
}
