import { setTimeout as pause } from "node:timers/promises";
import { problem } from "../../catalog/problem.ts";
import type { Problem } from "../../model/problem.ts";

const attempts = 3;

/** What a request is called in a message, and the permission that a refusal of it would mean is missing. */
export interface Purpose {
  readonly request: string;
  /** As a workflow writes it: `pull-requests: write`. What the whole errand needs: to be told `read` first and `write` in the next run helps nobody. */
  readonly permission: string;
}

/** Sends a request; what GitHub or the network refuses becomes a problem that names the request and, for a refusal, the permission. */
export async function ask<T>(purpose: Purpose, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw asProblem(purpose, error);
  }
}

/**
 * Sends what must not be carried out twice, with octokit's own retry off. After a failure that leaves it open whether it was, `done` looks; only when it was not, it is sent again.
 */
export async function once<T>(purpose: Purpose, send: () => Promise<T>, done: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isAmbiguous(error) || attempt === attempts) return ask(purpose, () => Promise.reject(error));
      await pause(attempt * 1000);
      const already = await done();
      if (already !== undefined) return already;
    }
  }
}

/** The part of octokit's errors that is looked at. */
interface Refused {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Status of a failed request as octokit reports it; a broken connection counts as 500 there, and here. */
export function statusOf(error: unknown): number | undefined {
  return refusedBy(error)?.status;
}

/** True when nobody can tell whether the request was carried out: GitHub failed, or the connection broke. */
function isAmbiguous(error: unknown): boolean {
  return (statusOf(error) ?? 0) >= 500;
}

function refusedBy(error: unknown): Refused | undefined {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return undefined;
  const response = "response" in error && isRecord(error.response) ? error.response : {};
  const headers = isRecord(response["headers"]) ? response["headers"] : {};
  return { status: error.status, message: error.message, headers };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function asProblem({ request, permission }: Purpose, error: unknown): Problem {
  const refused = refusedBy(error);
  if (refused === undefined) throw error;
  const { status, message } = refused;
  const wait = secondsToWait(refused);
  if (wait !== undefined) return problem("github-rate-limited", { request, seconds: wait }, error);
  if (status === 401) return problem("github-token-refused", { request }, error);
  if (status === 403) return problem("github-forbidden", { request, status, permission }, error);
  // GitHub hides what a token may not even know about: for a private repository a missing permission is "not found".
  if (status === 404) return problem("github-forbidden", { request, status, permission }, error);
  if (status >= 500) return problem("github-unreachable", { request, why: `${status} ${firstLine(message)}` }, error);
  return problem("github-rejected", { request, status, why: firstLine(message) }, error);
}

function secondsToWait({ status, message, headers }: Refused): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  if (headers["x-ratelimit-remaining"] === "0") return Math.max(0, Number(headers["x-ratelimit-reset"]) - Math.floor(Date.now() / 1000));
  return /secondary rate/iu.test(message) || status === 429 ? Number(headers["retry-after"] ?? 60) : undefined;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
