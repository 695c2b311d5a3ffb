import { randomUUID } from "node:crypto";
import type { Pool, QueryResultRow } from "pg";
import { problem } from "../../catalog/problem.ts";
import type { DeadWork } from "../../model/work.ts";
import type { Queue } from "../../world.ts";
import { type Row, type SeenRow, seenOf, workOf } from "./row.ts";

const tables = `
  CREATE SCHEMA IF NOT EXISTS isthmus;
  CREATE TABLE IF NOT EXISTS isthmus.work (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    deed TEXT UNIQUE,
    line TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    due BIGINT NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    hold TEXT,
    why TEXT,
    ended BIGINT
  );
  CREATE TABLE IF NOT EXISTS isthmus.note (key TEXT PRIMARY KEY, at BIGINT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS work_open ON isthmus.work (line, seq) WHERE state IN ('waiting', 'running');
  CREATE INDEX IF NOT EXISTS work_due ON isthmus.work (seq) WHERE state IN ('waiting', 'running');
`;

/**
 * Rows that another process is about to claim are passed over. A later work of the same line stays shut all the while: to every other process the earlier one
 * is still open until that claim is committed, and after it too.
 */
const claim = `
  UPDATE isthmus.work SET state = 'running', due = $2, attempt = attempt + 1, hold = $3
  WHERE seq = (
    SELECT seq FROM isthmus.work AS w WHERE state IN ('waiting', 'running') AND due <= $1
      AND NOT EXISTS (SELECT 1 FROM isthmus.work AS before WHERE before.line = w.line AND before.seq < w.seq AND before.state IN ('waiting', 'running'))
    ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, deed, line, kind, body, at, attempt, hold`;

const keepNote = `
  INSERT INTO isthmus.note AS n (key, at, body) VALUES ($1, $2, $3)
  ON CONFLICT (key) DO UPDATE SET at = excluded.at, body = excluded.body WHERE excluded.at >= n.at`;

/** Any number: two bots that start at once must not both make the tables. */
const makingTables = 491_530_022;

/** A queue in PostgreSQL (10 or later), for several bots at once; its tables are in the schema `isthmus`. `url` holds a password. @throws Problem `queue-unavailable` */
export async function openPostgresQueue(url: string): Promise<Queue> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: "isthmus", connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks is replaced at the next question; without a listener it would end the process.
  pool.on("error", () => undefined);
  const place = placeOf(url);
  await asked(place, () => madeTables(pool));
  return queueOn(pool, place);
}

function queueOn(pool: Pool, place: string): Queue {
  const all = async <R extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await asked(place, () => pool.query<R>(sql, [...values]))).rows;
  const run = async (sql: string, values: readonly unknown[]) => (await asked(place, () => pool.query(sql, [...values]))).rowCount ?? 0;
  const held = "WHERE id = $1 AND state = 'running' AND hold = $2";
  return {
    accept: async ({ id, deed, line, kind, body, at }) => {
      const sql =
        "INSERT INTO isthmus.work (id, deed, line, kind, body, at, due) VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT DO NOTHING";
      return (await run(sql, [id, deed ?? null, line, kind, body, at])) === 1 ? "new" : "known";
    },
    known: async (ids) => new Set((await all<{ id: string }>("SELECT id FROM isthmus.work WHERE id = ANY($1)", [ids])).map(({ id }) => id)),
    claim: async ({ now, until }) => {
      const [row] = await all<Row & QueryResultRow>(claim, [now, until, randomUUID()]);
      return row === undefined ? undefined : workOf(row);
    },
    keep: async ({ id, hold }, until) => (await run(`UPDATE isthmus.work SET due = $3 ${held}`, [id, hold, until])) === 1,
    finish: async ({ id, hold }, now) => (await run(`UPDATE isthmus.work SET state = 'done', ended = $3 ${held}`, [id, hold, now])) === 1,
    giveBack: async ({ id, hold }, { from, why }) => {
      const sql = `UPDATE isthmus.work SET state = $3, due = $4, why = $5, hold = NULL ${held}`;
      return (await run(sql, [id, hold, from === undefined ? "dead" : "waiting", from ?? 0, why])) === 1;
    },
    revive: (ids, now) =>
      run("UPDATE isthmus.work SET state = 'waiting', due = $2, attempt = 0 WHERE state = 'dead' AND id = ANY($1)", [ids, now]),
    figures: async () => {
      const rows = await all<{ state: string; number: string; oldest: string }>(
        "SELECT state, count(*) AS number, min(at) AS oldest FROM isthmus.work GROUP BY state",
      );
      const count = (state: string) => Number(rows.find((row) => row.state === state)?.number ?? 0);
      const oldest = rows.find(({ state }) => state === "waiting")?.oldest;
      return {
        waiting: count("waiting"),
        running: count("running"),
        dead: count("dead"),
        done: count("done"),
        oldest: oldest === undefined ? undefined : Number(oldest),
      };
    },
    dead: async () => {
      const rows = await all<Omit<DeadWork, "at"> & { at: string }>(
        "SELECT id, line, kind, at, attempt AS attempts, why FROM isthmus.work WHERE state = 'dead' ORDER BY seq",
      );
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    },
    recent: async (most) => {
      const sql = "SELECT id, line, kind, at, state, attempt, ended FROM isthmus.work ORDER BY seq DESC LIMIT $1";
      return (await all<SeenRow & QueryResultRow>(sql, [most])).map(seenOf);
    },
    note: async ({ key, at, body }) => void (await run(keepNote, [key, at, body])),
    notes: async () => {
      const rows = await all<{ key: string; at: string; body: string }>("SELECT key, at, body FROM isthmus.note ORDER BY key");
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    },
    forget: (before) => run("DELETE FROM isthmus.work WHERE state = 'done' AND ended < $1", [before]),
    close: () => pool.end(),
  };
}

/** One transaction: the lock ends with it, whatever happens. */
async function madeTables(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [makingTables]);
    await client.query(tables);
    await client.query("COMMIT");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The address without who asks and with which password. */
function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? {};
  return host ? `${host}${pathname ?? ""}` : "DATABASE_URL";
}

async function asked<T>(place: string, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw problem("queue-unavailable", { place, why: whyOf(error) }, error);
  }
}

/** The server's own words name tables and users. A connection that was tried at several addresses has no words of its own. */
function whyOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(whyOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
