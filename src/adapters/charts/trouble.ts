/** Why a source gave no chart, before it is known which request that was: `index.ts` makes a Problem of it. */
export class Trouble extends Error {
  readonly kind: "missing" | "unreachable" | "unreadable";

  constructor(kind: Trouble["kind"], why: string, cause?: unknown) {
    super(why, cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}

/** The chart is not there. */
export const missing = () => new Trouble("missing", "");
/** The network or the other side failed. */
export const unreachable = (why: string, cause?: unknown) => new Trouble("unreachable", why, cause);
/** What came is not a chart that can be used. */
export const unreadable = (why: string, cause?: unknown) => new Trouble("unreadable", why, cause);
