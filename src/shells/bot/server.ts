import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { problem } from "../../catalog/problem.ts";
import type { BotLog } from "./log.ts";
import { wordsOf } from "./log.ts";
import type { StatusAnswer } from "./status/desk.ts";
import type { Answer } from "./webhook.ts";

/** What the server asks the rest of the bot. */
export interface Behind {
  readonly receive: (request: IncomingMessage["headers"], body: Uint8Array) => Promise<Answer>;
  /** Whether webhooks can be taken in now; otherwise why not. */
  readonly readiness: () => Promise<string | undefined>;
  readonly page: () => Promise<string>;
  /** Absent: there is no status page. */
  readonly status: ((path: string, query: URLSearchParams, headers: IncomingMessage["headers"]) => Promise<StatusAnswer>) | undefined;
  /** Told of every webhook that was answered. */
  readonly answered: (answer: { readonly outcome: Answer["outcome"] | "failed"; readonly seconds: number; readonly event: string }) => void;
  readonly log: BotLog;
}

export interface Listening {
  readonly url: string;
  /** Takes no new connections, and waits for the answers that are under way. */
  close(): Promise<void>;
}

/** Where Probot's own server takes them, and so where Apps send them. */
const webhookPath = "/api/github/webhooks";

/** GitHub sends nothing larger than 25 MB. */
const largest = 25 * 1024 * 1024;

/** Listens. @throws Problem `address-taken` */
export async function listen(behind: Behind, { host, port }: { readonly host: string; readonly port: number }): Promise<Listening> {
  const server = createServer((request, response) => {
    void respond(behind, request, response);
  });
  // GitHub gives up after ten seconds; who sends more slowly only holds a connection.
  server.requestTimeout = 15_000;
  server.headersTimeout = 10_000;
  await started(server, host, port);
  const { address, family, port: taken } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeIdleConnections();
    });
  return { url: `http://${family === "IPv6" ? `[${address}]` : address}:${taken}`, close };
}

function started(server: Server, host: string, port: number): Promise<void> {
  return new Promise((ready, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      failed(problem("address-taken", { address: `${host}:${port}`, why: error.code ?? error.message }, error)),
    );
    server.listen(port, host, ready);
  });
}

async function respond(behind: Behind, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?")[0];
  try {
    if (path === webhookPath) return await webhook(behind, request, response);
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 404, "There is nothing here.");
    if (path === "/healthz") return end(response, 200, "alive");
    if (path === "/readyz") {
      const why = await behind.readiness();
      return end(response, why === undefined ? 200 : 503, why ?? "ready");
    }
    if (path === "/metrics") return end(response, 200, await behind.page(), "text/plain; version=0.0.4; charset=utf-8");
    if (behind.status !== undefined && (path === "/status" || path?.startsWith("/status/") === true)) {
      const { status, headers, body } = await behind.status(path, new URL(request.url ?? "/", "http://bot").searchParams, request.headers);
      response.writeHead(
        status,
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === "string" ? value : [...value]])),
      );
      return void response.end(body);
    }
    return end(response, 404, "There is nothing here.");
  } catch (error) {
    behind.log.error("A request could not be answered", { path: path ?? "", why: wordsOf(error) });
    return end(response, 503, "That failed here. The log says why.");
  }
}

async function webhook(behind: Behind, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const since = performance.now();
  const event = headerText(request.headers["x-github-event"]);
  const told = (outcome: Answer["outcome"] | "failed"): void =>
    behind.answered({ outcome, seconds: (performance.now() - since) / 1000, event });
  if (request.method !== "POST") return end(response, 405, "Webhooks are posted here.");
  try {
    const body = await bodyOf(request);
    const { status, said, outcome } = body === undefined ? tooLarge : await behind.receive(request.headers, body);
    if (body === undefined) response.setHeader("connection", "close");
    end(response, status, said);
    told(outcome);
  } catch (error) {
    told("failed");
    throw error;
  }
}

const tooLarge: Answer = { status: 413, said: "GitHub sends nothing larger than 25 MB.", outcome: "refused" };

/** The whole body, or `undefined` for one that is too large. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headerText(header: string | readonly string[] | undefined): string {
  return typeof header === "string" ? header : "";
}

function end(response: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff" });
  response.end(`${text.trimEnd()}\n`);
}
