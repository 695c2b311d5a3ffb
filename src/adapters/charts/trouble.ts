/** Why a source gave no chart, before it is known which request that was: `index.ts` makes a Problem of it. */
export class Trouble extends Error {
  readonly kind: "missing" | "unreachable" | "refused" | "unreadable";

  constructor(kind: Trouble["kind"], why: string, cause?: unknown) {
    super(why, cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}

/** The chart is not there. `known` are versions of it that are, or nothing. */
export const missing = (known: readonly string[] = []) => new Trouble("missing", known.join(", "));
/** The network or the other side failed. */
export const unreachable = (why: string, cause?: unknown) => new Trouble("unreachable", why, cause);
/** The other side wants to know who we are, and was not content. */
export const refused = (why: string) => new Trouble("refused", why);
/** What came is not a chart that can be used. */
export const unreadable = (why: string, cause?: unknown) => new Trouble("unreadable", why, cause);
