import type { Work, WorkSeen } from "../../model/work.ts";

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

/** A row as it is told. */
export interface SeenRow extends Pick<Row, "id" | "line" | "kind" | "at" | "attempt"> {
  readonly state: WorkSeen["state"];
  readonly ended: number | string | null;
}

/** The same as plain data. */
export function seenOf({ id, line, kind, at, state, attempt, ended }: SeenRow): WorkSeen {
  return { id, line, kind, at: Number(at), state, attempts: attempt, ended: ended === null ? undefined : Number(ended) };
}
