import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  seenOf,
  workOf
} from "./chunk-7Q75KDHO.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/queue/postgres.ts
import { randomUUID } from "node:crypto";
var tables = `
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
var claim = `
  UPDATE isthmus.work SET state = 'running', due = $2, attempt = attempt + 1, hold = $3
  WHERE seq = (
    SELECT seq FROM isthmus.work AS w WHERE state IN ('waiting', 'running') AND due <= $1
      AND NOT EXISTS (SELECT 1 FROM isthmus.work AS before WHERE before.line = w.line AND before.seq < w.seq AND before.state IN ('waiting', 'running'))
    ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, deed, line, kind, body, at, attempt, hold`;
var keepNote = `
  INSERT INTO isthmus.note AS n (key, at, body) VALUES ($1, $2, $3)
  ON CONFLICT (key) DO UPDATE SET at = excluded.at, body = excluded.body WHERE excluded.at >= n.at`;
var makingTables = 491530022;
async function openPostgresQueue(url) {
  const { default: pg } = await import("./esm-5XNJXEGH.js");
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: "isthmus", connectionTimeoutMillis: 1e4 });
  pool.on("error", () => void 0);
  const place = placeOf(url);
  await asked(place, () => madeTables(pool));
  return queueOn(pool, place);
}
__name(openPostgresQueue, "openPostgresQueue");
function queueOn(pool, place) {
  const all = /* @__PURE__ */ __name(async (sql, values = []) => (await asked(place, () => pool.query(sql, [...values]))).rows, "all");
  const run = /* @__PURE__ */ __name(async (sql, values) => (await asked(place, () => pool.query(sql, [...values]))).rowCount ?? 0, "run");
  const held = "WHERE id = $1 AND state = 'running' AND hold = $2";
  return {
    accept: /* @__PURE__ */ __name(async ({ id, deed, line, kind, body, at }) => {
      const sql = "INSERT INTO isthmus.work (id, deed, line, kind, body, at, due) VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT DO NOTHING";
      return await run(sql, [id, deed ?? null, line, kind, body, at]) === 1 ? "new" : "known";
    }, "accept"),
    known: /* @__PURE__ */ __name(async (ids) => new Set((await all("SELECT id FROM isthmus.work WHERE id = ANY($1)", [ids])).map(({ id }) => id)), "known"),
    claim: /* @__PURE__ */ __name(async ({ now, until }) => {
      const [row] = await all(claim, [now, until, randomUUID()]);
      return row === void 0 ? void 0 : workOf(row);
    }, "claim"),
    keep: /* @__PURE__ */ __name(async ({ id, hold }, until) => await run(`UPDATE isthmus.work SET due = $3 ${held}`, [id, hold, until]) === 1, "keep"),
    finish: /* @__PURE__ */ __name(async ({ id, hold }, now) => await run(`UPDATE isthmus.work SET state = 'done', ended = $3 ${held}`, [id, hold, now]) === 1, "finish"),
    giveBack: /* @__PURE__ */ __name(async ({ id, hold }, { from, why }) => {
      const sql = `UPDATE isthmus.work SET state = $3, due = $4, why = $5, hold = NULL ${held}`;
      return await run(sql, [id, hold, from === void 0 ? "dead" : "waiting", from ?? 0, why]) === 1;
    }, "giveBack"),
    revive: /* @__PURE__ */ __name((ids, now) => run("UPDATE isthmus.work SET state = 'waiting', due = $2, attempt = 0 WHERE state = 'dead' AND id = ANY($1)", [ids, now]), "revive"),
    figures: /* @__PURE__ */ __name(async () => {
      const rows = await all(
        "SELECT state, count(*) AS number, min(at) AS oldest FROM isthmus.work GROUP BY state"
      );
      const count = /* @__PURE__ */ __name((state) => Number(rows.find((row) => row.state === state)?.number ?? 0), "count");
      const oldest = rows.find(({ state }) => state === "waiting")?.oldest;
      return {
        waiting: count("waiting"),
        running: count("running"),
        dead: count("dead"),
        done: count("done"),
        oldest: oldest === void 0 ? void 0 : Number(oldest)
      };
    }, "figures"),
    dead: /* @__PURE__ */ __name(async () => {
      const rows = await all(
        "SELECT id, line, kind, at, attempt AS attempts, why FROM isthmus.work WHERE state = 'dead' ORDER BY seq"
      );
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    }, "dead"),
    recent: /* @__PURE__ */ __name(async (most) => {
      const sql = "SELECT id, line, kind, at, state, attempt, ended FROM isthmus.work ORDER BY seq DESC LIMIT $1";
      return (await all(sql, [most])).map(seenOf);
    }, "recent"),
    note: /* @__PURE__ */ __name(async ({ key, at, body }) => void await run(keepNote, [key, at, body]), "note"),
    notes: /* @__PURE__ */ __name(async () => {
      const rows = await all("SELECT key, at, body FROM isthmus.note ORDER BY key");
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
    }, "notes"),
    forget: /* @__PURE__ */ __name((before) => run("DELETE FROM isthmus.work WHERE state = 'done' AND ended < $1", [before]), "forget"),
    close: /* @__PURE__ */ __name(() => pool.end(), "close")
  };
}
__name(queueOn, "queueOn");
async function madeTables(pool) {
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
__name(madeTables, "madeTables");
function placeOf(url) {
  const { host, pathname } = URL.parse(url) ?? {};
  return host ? `${host}${pathname ?? ""}` : "DATABASE_URL";
}
__name(placeOf, "placeOf");
async function asked(place, question) {
  try {
    return await question();
  } catch (error) {
    throw problem("queue-unavailable", { place, why: whyOf(error) }, error);
  }
}
__name(asked, "asked");
function whyOf(error) {
  if (error instanceof AggregateError) return error.errors.map(whyOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
__name(whyOf, "whyOf");
export {
  openPostgresQueue
};
