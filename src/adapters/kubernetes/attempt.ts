import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Dispatcher } from "undici";

/** One request as it goes over the wire. */
export interface Wire {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
  /** Milliseconds from the first byte sent, or the beginning of the connection, to the head of the answer. */
  readonly tookMs: number;
}

/** How one attempt ended. */
export type Outcome =
  | { readonly kind: "answer"; readonly answer: Answer }
  /** No answer. `isSent`: the server may have heard the request, and done it. */
  | { readonly kind: "failed"; readonly code: string; readonly why: string; readonly isSent: boolean }
  | { readonly kind: "slow" };

const unzip = promisify(gunzip);

/** Far above a chunk of 500 objects; a body beyond it is no answer of an API server. */
const largest = 512 * 1024 * 1024;

/** Sends a request once. Never throws for what the network or the server does; `timeoutMs` covers everything up to the last byte. */
export async function attempt(dispatcher: Dispatcher, origin: string, wire: Wire, timeoutMs: number): Promise<Outcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const { method, path, headers, body } = wire;
    const sent = { origin, method, path, headers, signal: abort.signal, body: body ?? null, headersTimeout: 0, bodyTimeout: 0 };
    const since = performance.now();
    const response = await dispatcher.request(sent);
    const tookMs = performance.now() - since;
    const header = (name: string) => [response.headers[name]].flat()[0];
    const content = await collect(response.body, header("content-encoding") === "gzip");
    return { kind: "answer", answer: { status: response.statusCode, header, text: content, tookMs } };
  } catch (error) {
    return abort.signal.aborted ? { kind: "slow" } : failure(error);
  } finally {
    clearTimeout(timer);
  }
}

async function collect(body: AsyncIterable<Buffer>, isZipped: boolean): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largest) throw Object.assign(new Error("the answer is larger than 512 MB"), { code: "TOO_LARGE" });
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks);
  return (isZipped ? await unzip(whole) : whole).toString("utf8");
}

/** Codes of failures that came before a byte of the request left. */
const unsent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ETIMEDOUT",
  "UND_ERR_PRX_TLS",
]);

/** What a network error means. `code` is empty for one that no attempt will cure (certificates, a proxy that refuses). */
export function failure(error: unknown): Outcome & { readonly kind: "failed" } {
  const inner = error instanceof AggregateError && error.errors[0] !== undefined ? error.errors[0] : error;
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : "";
  const why = inner instanceof Error && inner.message !== "" ? inner.message : code || "unknown";
  if (code === "ECONNRESET" || code === "UND_ERR_SOCKET" || code === "EPIPE") return { kind: "failed", code, why, isSent: true };
  if (unsent.has(code)) return { kind: "failed", code, why, isSent: false };
  return { kind: "failed", code: "", why: code === "" || why.includes(code) ? why : `${why} (${code})`, isSent: true };
}
