import type { Work } from "../../model/work.ts";

/** A claimed row, as both databases give it; PostgreSQL gives large numbers as text. */
export interface Row {
  readonly id: string;
  readonly deed: string | null;
  readonly line: string;
  readonly kind: string;
  readonly body: string;
  readonly at: number | string;
  readonly attempt: number;
  readonly hold: string;
}

/** The work in a claimed row. */
export function workOf({ id, deed, line, kind, body, at, attempt, hold }: Row): Work {
  return { id, deed: deed ?? undefined, line, kind, body, at: Number(at), attempt, hold };
}
