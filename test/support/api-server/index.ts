import { createServer as createPlainServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import { gzipSync } from "node:zlib";
import type { JsonObject } from "../../../src/model/json.ts";
import { badRequest, notFound, Refusal } from "./answer.ts";
import { type Pair, type ServerCertificate, serverCertificate } from "./certificates.ts";
import { aggregated, legacyRoot, legacyVersion } from "./discovery.ts";
import { type Fault, Faults } from "./faults.ts";
import { answerFor } from "./objects.ts";
import { forwardTo, type Pods } from "./pods.ts";
import { reviewFor, tokenFor } from "./reviews.ts";
import { type Admission, type Happened, State } from "./state.ts";
import { type Asked, type Target, targetOf, verbOf } from "./target.ts";
import { forbidden, may, type Rule, type User, Users } from "./users.ts";
import { watch } from "./watches.ts";

export { Refusal } from "./answer.ts";
export type { Fault } from "./faults.ts";
export type { PodAnswer, PodAsked } from "./pods.ts";
export type { Happened } from "./state.ts";
export type { Rule, User } from "./users.ts";

/**
 * A loopback API server: for what goes over the wire, and for logic that needs an API server that remembers. It keeps state with versions and UIDs, books of field owners, conflicts, dry runs, watches,
 * rights. It has no admission, no defaults, no controllers and no conversion: what those do is proven on real API servers (`test/cluster`). `test/contract/clusters.ts`
 * holds both to the same words.
 */
export interface ApiServer {
  readonly url: string;
  /** PEM; only with `tls`. */
  readonly ca: string | undefined;
  /** Kubeconfig text of a user (default: `admin`, who may everything), with one context, named like the server. */
  kubeconfig(user?: string): string;
  readonly users: Users;
  objects(): readonly JsonObject[];
  /** Stores an object without asking anybody, as if it had been there before. */
  seed(...objects: readonly JsonObject[]): void;
  /** A client certificate for a user; only with `tls`. */
  clientFor(user: string): Promise<Pair>;
  /** Tells of everything that is stored from now on. The returned function ends it. */
  follow(listener: (happened: Happened) => void): () => void;
  /** Every request that came, faults included, oldest first. */
  requests(): readonly LoggedRequest[];
  /** Replaces the faults; `[]` removes all. */
  faults(faults: readonly Fault[]): void;
  /** Before a request is looked at: what it waits for. One wish at a time; `undefined` takes it away. */
  hold(wish: ((method: string, url: string) => Promise<void> | undefined) | undefined): void;
  /** Forgets what happened so far: watches and lists from before answer 410. */
  compact(): void;
  /** Ends every connection that is open. */
  hangUp(): void;
  connections(): { readonly open: number; readonly most: number; readonly ever: number };
  stop(): Promise<void>;
}

export interface LoggedRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** The verb of RBAC, where the path is about a kind. */
  readonly verb: string;
  readonly user: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly code: number | undefined;
}

export interface ApiServerOptions {
  readonly name?: string;
  readonly tls?: boolean;
  /** Beside `admin`, who may everything. */
  readonly users?: readonly User[];
  readonly objects?: readonly JsonObject[];
  /** `false`: as servers before 1.26 tell what they serve. */
  readonly aggregatedDiscovery?: boolean;
  readonly version?: string;
  readonly bookmarkMs?: number;
  /** Rights of tokens made by TokenRequest; default all. */
  readonly accountRules?: readonly Rule[];
  /** The most seconds a token is granted; default a day. */
  readonly longestToken?: number;
  /** What pods answer, behind the proxy and at a forwarded port. The Pod objects must be there as well. */
  readonly pods?: Pods;
  /** What webhooks would make of a written object, dry runs included; it refuses by throwing a `Refusal`. */
  readonly admission?: Admission;
}

export const adminToken = "admin-token-of-the-loopback-server";

export async function startApiServer(options: ApiServerOptions = {}): Promise<ApiServer> {
  const server = new Loopback(options, options.tls === true ? await serverCertificate() : undefined);
  await server.listen();
  return server;
}

/** What is filled in as a request goes its way. */
type Entry = { -readonly [K in keyof LoggedRequest]: LoggedRequest[K] };

const everything: Rule = { apiGroups: ["*"], resources: ["*"], verbs: ["*"] };

class Loopback implements ApiServer {
  readonly ca: string | undefined;
  readonly users: Users;
  readonly #tls: ServerCertificate | undefined;
  readonly #names = new Map<string, string>();
  readonly #options: ApiServerOptions;
  readonly #server: ReturnType<typeof createPlainServer>;
  readonly #state = new State();
  readonly #faults = new Faults();
  readonly #log: Entry[] = [];
  readonly #sockets = new Set<Socket>();
  #wish: ((method: string, url: string) => Promise<void> | undefined) | undefined;
  #most = 0;
  #ever = 0;

  constructor(options: ApiServerOptions, tls: ServerCertificate | undefined) {
    const users = [{ name: "admin", token: adminToken }, ...(options.users ?? [])];
    this.#options = options;
    this.users = new Users(users);
    for (const { name, token } of users) this.#names.set(name, token);
    if (options.admission !== undefined) this.#state.admission = options.admission;
    this.#tls = tls;
    this.ca = tls?.ca;
    this.seed(...(options.objects ?? []));
    const listener: RequestListener = (request, response) => void this.#serve(request, response);
    this.#server =
      tls === undefined
        ? createPlainServer(listener)
        : createTlsServer({ cert: tls.certificate, key: tls.key, ca: tls.ca, requestCert: true, rejectUnauthorized: false }, listener);
    this.#server.on("upgrade", (request: IncomingMessage, socket: Duplex) => this.#upgrade(request, socket));
    this.#server.on(tls === undefined ? "connection" : "secureConnection", (socket: Socket) => this.#count(socket));
  }

  listen(): Promise<void> {
    return new Promise((done) => this.#server.listen(0, "127.0.0.1", done));
  }

  get url(): string {
    return `${this.ca === undefined ? "http" : "https"}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  kubeconfig(user = "admin"): string {
    const { name = "loopback" } = this.#options;
    const ca = this.ca === undefined ? {} : { "certificate-authority-data": Buffer.from(this.ca).toString("base64") };
    return JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name, cluster: { server: this.url, ...ca } }],
      users: [{ name: user, user: { token: this.#names.get(user) } }],
      contexts: [{ name, context: { cluster: name, user } }],
      "current-context": name,
    });
  }

  objects(): readonly JsonObject[] {
    return this.#state.objects;
  }

  seed(...objects: readonly JsonObject[]): void {
    for (const object of objects) this.#state.seed(object);
  }

  follow(listener: (happened: Happened) => void): () => void {
    return this.#state.follow(this.#state.version, listener);
  }

  clientFor(user: string): Promise<Pair> {
    if (this.#tls === undefined) throw new Error("client certificates need a server with `tls`");
    return this.#tls.clientFor(user);
  }

  requests(): readonly LoggedRequest[] {
    return [...this.#log];
  }

  faults(faults: readonly Fault[]): void {
    this.#faults.set(faults);
  }

  hold(wish: ((method: string, url: string) => Promise<void> | undefined) | undefined): void {
    this.#wish = wish;
  }

  compact(): void {
    this.#state.compact();
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  connections() {
    return { open: this.#sockets.size, most: this.#most, ever: this.#ever };
  }

  stop(): Promise<void> {
    this.hangUp();
    return new Promise((done) => this.#server.close(() => done()));
  }

  #count(socket: Socket): void {
    this.#sockets.add(socket);
    this.#ever += 1;
    this.#most = Math.max(this.#most, this.#sockets.size);
    socket.once("close", () => this.#sockets.delete(socket));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "GET", url = "/", headers } = request;
    const body = Buffer.concat(chunks).toString("utf8");
    const entry: Entry = { method, url, verb: "", user: undefined, headers, body, code: undefined };
    this.#log.push(entry);
    const { pathname: path, searchParams: query } = new URL(url, this.url);
    const asked: Asked = { method, path, query, headers, body };
    await this.#wish?.(method, url);
    const isTaken = await this.#spoil(method, url, { request, response, entry });
    if (isTaken) return;
    try {
      await this.#answer({ ...asked, request }, response, entry);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, headers, error.code, error.status);
    }
    entry.code = response.statusCode;
    if (entry.code !== 0 && this.#lost.delete(response)) request.socket.destroy();
  }

  readonly #lost = new Set<ServerResponse>();

  /** A port-forward asked for as it should be; like the real one, refusals come before the upgrade. */
  #upgrade(request: IncomingMessage, socket: Duplex): void {
    const { method = "GET", url = "/", headers } = request;
    const { pathname: path, searchParams: query } = new URL(url, this.url);
    const entry: Entry = { method, url, verb: "", user: undefined, headers, body: "", code: 101 };
    this.#log.push(entry);
    try {
      const user = this.#userOf(request);
      entry.user = user.name;
      const target = targetOf(path, this.#state.kinds);
      if (target?.subresource !== "portforward") throw badRequest("nothing to upgrade here");
      const wish = { group: "", resource: "pods/portforward", namespace: target.namespace, name: target.name };
      for (const verb of ["get", "create"]) if (!may(user, { ...wish, verb })) throw forbidden(user, { ...wish, verb });
      const pod = this.#forwardTarget(target);
      const { pods = () => "refused" as const } = this.#options;
      forwardTo({ ...pod, port: Number(query.get("ports")) }, pods, { request, socket });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      entry.code = error.code;
      socket.end(`HTTP/1.1 ${error.code} No\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n${JSON.stringify(error.status)}`);
    }
  }

  #forwardTarget({ kind, namespace, name }: Target) {
    if (this.#state.get(kind, namespace, name) === undefined) throw notFound("pods", name);
    return { namespace, name };
  }

  /** `pods/NAME:PORT/proxy/PATH`: what the pod says is passed on as it is; that it says nothing is told as the real one does. */
  async #proxy({ kind, namespace, name, rest }: Target, response: ServerResponse): Promise<void> {
    const [pod = "", port = "80"] = name.split(":");
    const { pods = () => "refused" as const } = this.#options;
    this.#forwardTarget({ kind, namespace, name: pod, subresource: "proxy", rest });
    const answer = await pods({ namespace, name: pod, port: Number(port), path: `/${rest}` });
    if (typeof answer === "string")
      throw new Refusal(503, "ServiceUnavailable", "error trying to reach service: dial tcp 10.0.0.1:80: connect: connection refused");
    response.writeHead(answer.status, { "content-type": "text/plain" }).end(answer.body);
  }

  /** Does what a fault says; true when the request is done with. */
  async #spoil(
    method: string,
    url: string,
    { request, response, entry }: { request: IncomingMessage; response: ServerResponse; entry: { code: number | undefined } },
  ): Promise<boolean> {
    const fault = this.#faults.for(method, url);
    switch (fault?.kind) {
      case "reset":
        request.socket.resetAndDestroy();
        return true;
      case "hang":
        return true;
      case "say":
        send(response, request.headers, 200, fault.body as JsonObject);
        return true;
      case "delay":
        await new Promise((done) => setTimeout(done, fault.milliseconds));
        return false;
      case "lose":
        this.#lost.add(response);
        // The answer must not reach the client: its bytes go nowhere.
        response.write = () => true;
        response.end = (() => response) as typeof response.end;
        return false;
      case "status": {
        const { status, retryAfter, message = "the server is not well" } = fault;
        if (retryAfter !== undefined) response.setHeader("retry-after", String(retryAfter));
        const refusal = new Refusal(
          status,
          status === 429 ? "TooManyRequests" : status === 401 ? "Unauthorized" : "InternalError",
          message,
        );
        send(response, request.headers, status, refusal.status);
        entry.code = status;
        return true;
      }
      case undefined:
        return false;
    }
  }

  /** Who asks: by token, else by client certificate. */
  #userOf({ headers, socket }: IncomingMessage): User {
    const isCertified = headers.authorization === undefined && socket instanceof TLSSocket && socket.authorized;
    const name = isCertified ? socket.getPeerCertificate().subject.CN : undefined;
    return typeof name === "string" ? this.users.named(name) : this.users.of(headers.authorization);
  }

  async #answer(
    { request, ...asked }: Asked & { request: IncomingMessage },
    response: ServerResponse,
    entry: { verb: string; user: string | undefined },
  ): Promise<void> {
    const { path, headers } = asked;
    const reply = (code: number, body: JsonObject): void => send(response, headers, code, body);
    const {
      version = "v1.35.4",
      aggregatedDiscovery = true,
      bookmarkMs = 1_000,
      accountRules = [everything],
      longestToken = 86_400,
    } = this.#options;
    if (path === "/version") return reply(200, { major: "1", minor: "35", gitVersion: version });
    const user = this.#userOf(request);
    entry.user = user.name;
    const { kinds } = this.#state;
    const root = path === "/api" || path === "/apis";
    const wantsAll = aggregatedDiscovery && (headers.accept ?? "").includes("g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");
    if (root && wantsAll) response.setHeader("content-type", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");
    if (root) return reply(200, wantsAll ? aggregated(kinds, path === "/api") : legacyRoot(kinds, path === "/api"));
    const groupVersion = /^\/(?:api|apis\/[^/]+)\/[^/]+$/u.test(path) ? legacyVersion(kinds, path.replace(/^\/apis?\//u, "")) : undefined;
    if (groupVersion !== undefined) return reply(200, groupVersion);
    const review = asked.method === "POST" ? reviewFor(asked, user) : undefined;
    if (review !== undefined) return reply(201, review);
    const target = targetOf(path, kinds);
    if (target === undefined)
      return void response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404 page not found\n");
    entry.verb = verbOf(asked, target);
    const { kind, namespace, name, subresource } = target;
    const resource = subresource === "" ? kind.plural : `${kind.plural}/${subresource}`;
    const wish = { verb: entry.verb, group: kind.group, resource, namespace, name };
    if (!may(user, wish)) throw forbidden(user, wish);
    if (subresource === "token")
      return reply(201, tokenFor(asked, target, { state: this.#state, users: this.users, accountRules, longest: longestToken }));
    if (subresource === "portforward") {
      this.#forwardTarget(target);
      throw badRequest("Upgrade request required");
    }
    if (subresource === "proxy") return void (await this.#proxy(target, response));
    if (entry.verb === "watch") return watch(this.#state, response, { asked, target, bookmarkMs });
    const { code, body } = answerFor(this.#state, asked, target);
    reply(code, body);
  }
}

/** Compressed when large and wanted, as the real one does. */
function send(response: ServerResponse, { "accept-encoding": accepted }: IncomingMessage["headers"], code: number, body: JsonObject): void {
  const text = JSON.stringify(body);
  const isZipped = text.length > 128 * 1024 && String(accepted).includes("gzip");
  if (!response.hasHeader("content-type")) response.setHeader("content-type", "application/json");
  response.writeHead(code, isZipped ? { "content-encoding": "gzip" } : {});
  response.end(isZipped ? gzipSync(text) : text);
}
