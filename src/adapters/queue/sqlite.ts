import { randomUUID } from "node:crypto";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { problem } from "../../catalog/problem.ts";
import type { Arrival, DeadWork, Note } from "../../model/work.ts";
import type { Queue } from "../../world.ts";
import { type Row, type SeenRow, seenOf, workOf } from "./row.ts";

/** `user_version` of the file. A newer one was written by a newer bot and is left alone. */
const version = 2;

const tables = `
  CREATE TABLE work (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    deed TEXT UNIQUE,
    line TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    due INTEGER NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    hold TEXT,
    why TEXT,
    ended INTEGER
  ) STRICT;
  CREATE INDEX work_open ON work (line, seq) WHERE state IN ('waiting', 'running');
  CREATE INDEX work_due ON work (seq) WHERE state IN ('waiting', 'running');
  PRAGMA user_version = 1;
`;

/** What came with the second form. */
const notes = "CREATE TABLE note (key TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT; PRAGMA user_version = 2;";

const recent = "SELECT id, line, kind, at, state, attempt, ended FROM work ORDER BY seq DESC LIMIT :most";

const keepNote =
  "INSERT INTO note (key, at, body) VALUES (:key, :at, :body) ON CONFLICT (key) DO UPDATE SET at = excluded.at, body = excluded.body WHERE excluded.at >= note.at";

/** \`due\` is when a waiting work may begin, and when a running one may be taken over. */
const claim = `
  UPDATE work SET state = 'running', due = :until, attempt = attempt + 1, hold = :hold
  WHERE seq = (
    SELECT seq FROM work AS w WHERE state IN ('waiting', 'running') AND due <= :now
      AND NOT EXISTS (SELECT 1 FROM work AS before WHERE before.line = w.line AND before.seq < w.seq AND before.state IN ('waiting', 'running'))
    ORDER BY seq LIMIT 1)
  RETURNING id, deed, line, kind, body, at, attempt, hold`;

/**
 * A queue in one file (or `:memory:`), for one bot. Every answer is on the disk first: `synchronous = FULL`. @throws Problem `queue-unavailable`
 */
export function openSqliteQueue(file: string): Queue {
  const use = guarded(file);
  const base = use(() => opened(file));
  const run = (sql: string, values: Record<string, SQLInputValue>) => Number(use(() => base.prepare(sql).run(values)).changes);
  const all = (sql: string, values: Record<string, SQLInputValue> = {}) => use(() => base.prepare(sql).all(values));
  const door = new Door((arrivals) => use(() => stored(base, arrivals)));
  const held = "WHERE id = :id AND state = 'running' AND hold = :hold";
  return {
    accept: (arrival) => door.take(arrival),
    known: async (ids) => {
      const rows = all("SELECT id FROM work WHERE id IN (SELECT value FROM json_each(:ids))", { ids: JSON.stringify(ids) });
      return new Set(rows.map(({ id }) => String(id)));
    },
    claim: async ({ now, until }) => {
      const [row] = all(claim, { now, until, hold: randomUUID() });
      return row === undefined ? undefined : workOf(row as unknown as Row);
    },
    keep: async ({ id, hold }, until) => run(`UPDATE work SET due = :until ${held}`, { id, hold, until }) === 1,
    finish: async ({ id, hold }, now) => run(`UPDATE work SET state = 'done', ended = :now ${held}`, { id, hold, now }) === 1,
    giveBack: async ({ id, hold }, { from, why }) => {
      const sql = `UPDATE work SET state = :state, due = :from, why = :why, hold = NULL ${held}`;
      return run(sql, { id, hold, why, from: from ?? 0, state: from === undefined ? "dead" : "waiting" }) === 1;
    },
    revive: async (ids, now) => {
      const sql =
        "UPDATE work SET state = 'waiting', due = :now, attempt = 0 WHERE state = 'dead' AND id IN (SELECT value FROM json_each(:ids))";
      return run(sql, { ids: JSON.stringify(ids), now });
    },
    figures: async () => {
      const counts = new Map(
        all("SELECT state, count(*) AS number FROM work GROUP BY state").map((row) => [row["state"], Number(row["number"])]),
      );
      const [first] = all("SELECT min(at) AS oldest FROM work WHERE state = 'waiting'");
      const oldest = first?.["oldest"];
      const count = (state: string) => counts.get(state) ?? 0;
      return {
        waiting: count("waiting"),
        running: count("running"),
        dead: count("dead"),
        done: count("done"),
        oldest: typeof oldest === "number" ? oldest : undefined,
      };
    },
    dead: async () =>
      all("SELECT id, line, kind, at, attempt AS attempts, why FROM work WHERE state = 'dead' ORDER BY seq") as unknown as DeadWork[],
    recent: async (most) => all(recent, { most }).map((row) => seenOf(row as unknown as SeenRow)),
    note: async ({ key, at, body }) => void run(keepNote, { key, at, body }),
    notes: async () => all("SELECT key, at, body FROM note ORDER BY key") as unknown as Note[],
    forget: async (before) => run("DELETE FROM work WHERE state = 'done' AND ended < :before", { before }),
    close: async () => {
      door.flush();
      base.close();
    },
  };
}

type Accepted = "new" | "known";

interface Waiting {
  readonly arrival: Arrival;
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What arrives in one turn of the event loop is stored in one transaction: the disk is flushed once for all of it, so that a burst is answered as fast as it comes.
 * Nobody is answered before that flush.
 */
class Door {
  readonly #store: (arrivals: readonly Arrival[]) => readonly Accepted[];
  #waiting: Waiting[] = [];

  constructor(store: (arrivals: readonly Arrival[]) => readonly Accepted[]) {
    this.#store = store;
  }

  take(arrival: Arrival): Promise<Accepted> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ arrival, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    try {
      const accepted = this.#store(waiting.map(({ arrival }) => arrival));
      for (const [index, { resolve }] of waiting.entries()) resolve(accepted[index] ?? "known");
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}

function stored(base: DatabaseSync, arrivals: readonly Arrival[]): readonly Accepted[] {
  const insert = base.prepare(
    "INSERT INTO work (id, deed, line, kind, body, at, due) VALUES (:id, :deed, :line, :kind, :body, :at, :at) ON CONFLICT DO NOTHING",
  );
  base.exec("BEGIN IMMEDIATE");
  try {
    const accepted = arrivals.map(({ id, deed, line, kind, body, at }): Accepted => {
      return Number(insert.run({ id, deed: deed ?? null, line, kind, body, at }).changes) === 1 ? "new" : "known";
    });
    base.exec("COMMIT");
    return accepted;
  } catch (error) {
    base.exec("ROLLBACK");
    throw error;
  }
}

function opened(file: string): DatabaseSync {
  const base = new DatabaseSync(file);
  base.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
  const found = Number(base.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  if (found > version) throw new Error(`it was written by a newer Isthmus (form ${found}, this one knows ${version})`);
  if (found === 0) base.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`);
  if (found < 2) base.exec(`BEGIN IMMEDIATE; ${notes} COMMIT;`);
  return base;
}

/** What SQLite says goes to the problem's text: it names files and tables, never what stands in them. */
function guarded(file: string): <T>(work: () => T) => T {
  return (work) => {
    try {
      return work();
    } catch (error) {
      throw problem("queue-unavailable", { place: file, why: error instanceof Error ? error.message : String(error) }, error);
    }
  };
}
