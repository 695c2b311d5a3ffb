import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { Agent, createServer as createTlsServer, request as httpsRequest, type Server as TlsServer } from "node:https";
import { connect, createServer, type Server, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { connect as connectTls, type TLSSocket } from "node:tls";
import type { ControlPlane } from "./control-plane.ts";
import type { Fault, FaultAnswer, Strike, Traffic } from "./types.ts";

/**
 * The address at which everybody but the lab reaches an API server. Without faults it hands on bytes and knows nothing; with faults it
 * ends TLS itself (with the API server's own certificate), so that it can pick requests and answer them. Who the client is survives:
 * tokens are headers, and a client certificate is told to the API server as an aggregating proxy tells it.
 */
export class Front {
  readonly #plane: ControlPlane;
  readonly #server: Server;
  readonly #tls: TlsServer;
  /** Towards the API server: as nobody for who sends a token, as the proxy for who showed a certificate. A certificate would win over a token. */
  readonly #plain: Agent;
  readonly #asProxy: Agent;
  readonly #sockets = new Set<Socket>();
  #faults: { fault: Fault | Strike; matched: number; used: number }[] = [];
  #traffic = { most: 0, requests: 0, hit: 0 };

  constructor(plane: ControlPlane) {
    this.#plane = plane;
    const { serving, proxy, authority } = plane;
    this.#plain = new Agent({ keepAlive: true, ca: authority.certificate });
    this.#asProxy = new Agent({ keepAlive: true, ca: authority.certificate, cert: proxy.certificate, key: proxy.key });
    this.#tls = createTlsServer(
      { cert: serving.certificate, key: serving.key, ca: authority.certificate, requestCert: true, rejectUnauthorized: false },
      (request, response) => void this.#answer(request, response),
    );
    this.#tls.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => this.#upgrade(request, socket, head));
    this.#server = createServer((socket) => this.#accept(socket));
  }

  listen(): Promise<void> {
    const { host, frontPort } = this.#plane.place;
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(frontPort, host, resolve);
    });
  }

  setFaults(faults: readonly (Fault | Strike)[]): void {
    this.#faults = faults.map((fault) => ({ fault, matched: 0, used: 0 }));
    this.#traffic = { most: 0, requests: 0, hit: 0 };
    for (const socket of this.#sockets) socket.end();
  }

  get traffic(): Traffic {
    return { open: this.#sockets.size, ...this.#traffic };
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    this.#traffic.most = Math.max(this.#traffic.most, this.#sockets.size);
    socket.once("close", () => this.#sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    if (this.#faults.length > 0) {
      this.#tls.emit("connection", socket);
      return;
    }
    const { host, apiPort } = this.#plane.place;
    const onward = connect(apiPort, host);
    // A dead API server refuses: the client must see the same, not a quiet end.
    onward.on("error", () => socket.resetAndDestroy());
    socket.once("close", () => onward.destroy());
    onward.once("close", () => socket.end());
    socket.pipe(onward).pipe(socket);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#traffic.requests++;
    const answer = this.#decide(request);
    if (answer !== undefined) this.#traffic.hit++;
    switch (answer?.kind) {
      case "status":
        refuse(response, answer);
        return;
      case "say":
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
        return;
      case "reset":
        request.socket.destroy();
        return;
      case "hang":
        return;
      case "delay":
        await new Promise((resolve) => setTimeout(resolve, answer.milliseconds));
        this.#forward(request, response);
        return;
      case "lose":
        this.#forward(request, response, "lost");
        return;
      case "signal":
        this.#signal(request, response, answer);
        return;
      case undefined:
        this.#forward(request, response);
    }
  }

  /** Who is killed before sends nothing, and who is killed after hears nothing. */
  #signal(request: IncomingMessage, response: ServerResponse, { pid, signal, moment }: Strike["answer"]): void {
    const strike = () => void process.kill(pid, signal);
    if (moment === "after") return this.#forward(request, response, signal === "SIGKILL" ? "lost" : "kept", strike);
    strike();
    if (signal === "SIGKILL") request.socket.destroy();
    else this.#forward(request, response);
  }

  #decide({ method, url }: IncomingMessage): FaultAnswer | Strike["answer"] | undefined {
    for (const entry of this.#faults) {
      const { methods, path, after = 0, times = Number.POSITIVE_INFINITY, answer } = entry.fault;
      if (methods !== undefined && !methods.includes(method ?? "")) continue;
      if (path !== undefined && !new RegExp(path).test(url ?? "")) continue;
      entry.matched++;
      if (entry.matched <= after || entry.used >= times) continue;
      entry.used++;
      return answer;
    }
    return undefined;
  }

  /** A port-forward or an exec: faults that answer refuse it by ending the connection, others let it through. */
  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#traffic.requests++;
    const answer = this.#decide(request);
    if (answer !== undefined) this.#traffic.hit++;
    if (answer !== undefined && answer.kind !== "delay") {
      if (answer.kind !== "hang") socket.destroy();
      return;
    }
    const { proxy, authority, place } = this.#plane;
    const headers = headersFor(request);
    const credential = isTold(headers) ? { cert: proxy.certificate, key: proxy.key } : {};
    const onward = connectTls({ host: place.host, port: place.apiPort, ca: authority.certificate, ...credential });
    onward.write(requestText(request, headers));
    onward.write(head);
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
    socket.once("close", () => onward.destroy());
    onward.once("close", () => socket.destroy());
    onward.pipe(socket).pipe(onward);
  }

  /** `done` is called when the server has answered, before the client hears of it. */
  #forward(request: IncomingMessage, response: ServerResponse, fate: "kept" | "lost" = "kept", done?: () => void): void {
    const { host, apiPort } = this.#plane.place;
    const headers = headersFor(request);
    const agent = isTold(headers) ? this.#asProxy : this.#plain;
    const onward = httpsRequest({ host, port: apiPort, method: request.method, path: request.url, headers, agent }, (answer) => {
      done?.();
      if (fate === "lost") {
        answer.resume().once("end", () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on("error", () => response.destroy());
      response.once("close", () => answer.destroy());
    });
    onward.on("error", () => request.socket.destroy());
    request.pipe(onward);
  }
}

/** The bytes of a request that asks for another protocol, as they go to the API server. */
function requestText({ method, url }: IncomingMessage, headers: IncomingHttpHeaders): string {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}: ${one}`));
  return `${[`${method} ${url} HTTP/1.1`, ...lines].join("\r\n")}\r\n\r\n`;
}

/** Whether the headers say who the client is, which only the proxy may. */
const isTold = (headers: IncomingHttpHeaders): boolean => headers["x-remote-user"] !== undefined;

/** The client's headers, and who it is when its certificate says so; nobody may claim to be someone by sending our headers. */
function headersFor(request: IncomingMessage): IncomingHttpHeaders {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !name.startsWith("x-remote-")));
  const socket = request.socket as TLSSocket;
  if (!socket.authorized || headers.authorization !== undefined) return headers;
  const { subject } = socket.getPeerCertificate();
  const groups = subject.O === undefined ? [] : [subject.O].flat();
  return {
    ...headers,
    "x-remote-user": String(subject.CN),
    ...(groups.length === 0 ? {} : { "x-remote-group": groups as unknown as string }),
  };
}

function refuse(response: ServerResponse, { status, retryAfter, message }: FaultAnswer & { kind: "status" }): void {
  const reasons: Record<number, string> = { 403: "Forbidden", 429: "TooManyRequests", 500: "InternalError", 503: "ServiceUnavailable" };
  const body = {
    kind: "Status",
    apiVersion: "v1",
    status: "Failure",
    message: message ?? `injected ${status}`,
    reason: reasons[status] ?? "",
    code: status,
  };
  const headers = { "content-type": "application/json", ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }) };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
