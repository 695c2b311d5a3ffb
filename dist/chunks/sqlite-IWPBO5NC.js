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

// src/adapters/queue/sqlite.ts
import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
var version = 2;
var tables = `
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
var notes = "CREATE TABLE note (key TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT; PRAGMA user_version = 2;";
var recent = "SELECT id, line, kind, at, state, attempt, ended FROM work ORDER BY seq DESC LIMIT :most";
var keepNote = "INSERT INTO note (key, at, body) VALUES (:key, :at, :body) ON CONFLICT (key) DO UPDATE SET at = excluded.at, body = excluded.body WHERE excluded.at >= note.at";
var claim = `
  UPDATE work SET state = 'running', due = :until, attempt = attempt + 1, hold = :hold
  WHERE seq = (
    SELECT seq FROM work AS w WHERE state IN ('waiting', 'running') AND due <= :now
      AND NOT EXISTS (SELECT 1 FROM work AS before WHERE before.line = w.line AND before.seq < w.seq AND before.state IN ('waiting', 'running'))
    ORDER BY seq LIMIT 1)
  RETURNING id, deed, line, kind, body, at, attempt, hold`;
function openSqliteQueue(file) {
  const use = guarded(file);
  const base = use(() => opened(file));
  const run = /* @__PURE__ */ __name((sql, values) => Number(use(() => base.prepare(sql).run(values)).changes), "run");
  const all = /* @__PURE__ */ __name((sql, values = {}) => use(() => base.prepare(sql).all(values)), "all");
  const door = new Door((arrivals) => use(() => stored(base, arrivals)));
  const held = "WHERE id = :id AND state = 'running' AND hold = :hold";
  return {
    accept: /* @__PURE__ */ __name((arrival) => door.take(arrival), "accept"),
    known: /* @__PURE__ */ __name(async (ids) => {
      const rows = all("SELECT id FROM work WHERE id IN (SELECT value FROM json_each(:ids))", { ids: JSON.stringify(ids) });
      return new Set(rows.map(({ id }) => String(id)));
    }, "known"),
    claim: /* @__PURE__ */ __name(async ({ now, until }) => {
      const [row] = all(claim, { now, until, hold: randomUUID() });
      return row === void 0 ? void 0 : workOf(row);
    }, "claim"),
    keep: /* @__PURE__ */ __name(async ({ id, hold }, until) => run(`UPDATE work SET due = :until ${held}`, { id, hold, until }) === 1, "keep"),
    finish: /* @__PURE__ */ __name(async ({ id, hold }, now) => run(`UPDATE work SET state = 'done', ended = :now ${held}`, { id, hold, now }) === 1, "finish"),
    giveBack: /* @__PURE__ */ __name(async ({ id, hold }, { from, why }) => {
      const sql = `UPDATE work SET state = :state, due = :from, why = :why, hold = NULL ${held}`;
      return run(sql, { id, hold, why, from: from ?? 0, state: from === void 0 ? "dead" : "waiting" }) === 1;
    }, "giveBack"),
    revive: /* @__PURE__ */ __name(async (ids, now) => {
      const sql = "UPDATE work SET state = 'waiting', due = :now, attempt = 0 WHERE state = 'dead' AND id IN (SELECT value FROM json_each(:ids))";
      return run(sql, { ids: JSON.stringify(ids), now });
    }, "revive"),
    figures: /* @__PURE__ */ __name(async () => {
      const counts = new Map(
        all("SELECT state, count(*) AS number FROM work GROUP BY state").map((row) => [row["state"], Number(row["number"])])
      );
      const [first] = all("SELECT min(at) AS oldest FROM work WHERE state = 'waiting'");
      const oldest = first?.["oldest"];
      const count = /* @__PURE__ */ __name((state) => counts.get(state) ?? 0, "count");
      return {
        waiting: count("waiting"),
        running: count("running"),
        dead: count("dead"),
        done: count("done"),
        oldest: typeof oldest === "number" ? oldest : void 0
      };
    }, "figures"),
    dead: /* @__PURE__ */ __name(async () => all("SELECT id, line, kind, at, attempt AS attempts, why FROM work WHERE state = 'dead' ORDER BY seq"), "dead"),
    recent: /* @__PURE__ */ __name(async (most) => all(recent, { most }).map((row) => seenOf(row)), "recent"),
    note: /* @__PURE__ */ __name(async ({ key, at, body }) => void run(keepNote, { key, at, body }), "note"),
    notes: /* @__PURE__ */ __name(async () => all("SELECT key, at, body FROM note ORDER BY key"), "notes"),
    forget: /* @__PURE__ */ __name(async (before) => run("DELETE FROM work WHERE state = 'done' AND ended < :before", { before }), "forget"),
    close: /* @__PURE__ */ __name(async () => {
      door.flush();
      base.close();
    }, "close")
  };
}
__name(openSqliteQueue, "openSqliteQueue");
var Door = class {
  static {
    __name(this, "Door");
  }
  #store;
  #waiting = [];
  constructor(store) {
    this.#store = store;
  }
  take(arrival) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ arrival, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.flush());
    });
  }
  flush() {
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
};
function stored(base, arrivals) {
  const insert = base.prepare(
    "INSERT INTO work (id, deed, line, kind, body, at, due) VALUES (:id, :deed, :line, :kind, :body, :at, :at) ON CONFLICT DO NOTHING"
  );
  base.exec("BEGIN IMMEDIATE");
  try {
    const accepted = arrivals.map(({ id, deed, line, kind, body, at }) => {
      return Number(insert.run({ id, deed: deed ?? null, line, kind, body, at }).changes) === 1 ? "new" : "known";
    });
    base.exec("COMMIT");
    return accepted;
  } catch (error) {
    base.exec("ROLLBACK");
    throw error;
  }
}
__name(stored, "stored");
function opened(file) {
  const base = new DatabaseSync(file);
  base.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
  const found = Number(base.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  if (found > version) throw new Error(`it was written by a newer Isthmus (form ${found}, this one knows ${version})`);
  if (found === 0) base.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`);
  if (found < 2) base.exec(`BEGIN IMMEDIATE; ${notes} COMMIT;`);
  return base;
}
__name(opened, "opened");
function guarded(file) {
  return (work) => {
    try {
      return work();
    } catch (error) {
      throw problem("queue-unavailable", { place: file, why: error instanceof Error ? error.message : String(error) }, error);
    }
  };
}
__name(guarded, "guarded");
export {
  openSqliteQueue
};
