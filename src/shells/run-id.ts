import { randomBytes } from "node:crypto";

/** A name for a run: unique, and sorted by time when sorted as text. `now` is in milliseconds since 1970. */
export function runId(now: number): string {
  const time = new Date(now).toISOString().replace(/\.\d+/u, "").replace(/[-:]/gu, "");
  return `${time}-${randomBytes(3).toString("hex")}`;
}
