import { WebSocket } from "undici";
import { problem } from "../../catalog/problem.ts";
import { Secret } from "../../model/secret.ts";
import type { Clock } from "../../world.ts";
import { pauseBefore } from "./again.ts";
import { type Answer, attempt, type Outcome, type Wire } from "./attempt.ts";
import { clean } from "./clean.ts";
import type { Connections } from "./connections.ts";
import type { Credential } from "./credentials.ts";
import type { Login } from "./login.ts";
import type { Limits } from "./options.ts";
import { isOfPod } from "./pod-answer.ts";
import { type Stream, stream } from "./stream.ts";

/** A request to an API server. */
export interface Call {
  readonly method: Wire["method"];
  /** Of the API, from its root: `/api/v1/namespaces`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly contentType?: string;
  readonly accept?: string;
  /** Doing it twice is no different from doing it once. */
  readonly isRepeatable: boolean;
  /** Instead of `Limits.requestMs`. */
  readonly timeoutMs?: number;
  /** By `Clock.monotonic`: not sent any more after that, and not waited for any longer. */
  readonly until?: number;
}

/** A way to one API server: one pool of connections, one credential at a time. */
export interface Transport {
  /** The answer, whatever its status, after all repetitions. @throws Problem `cluster-unreachable`, `cluster-slow`, `credentials-unavailable`, `cluster-overloaded` */
  send(call: Call): Promise<Answer>;
  /**
   * An answer that goes on for long, until `signal` ends it. No more than half of the connections are given to such; who comes later waits. A refused credential is
   * renewed once. What the network throws comes as it is.
   */
  stream(call: Call, signal: AbortSignal): Promise<Stream>;
  /** A WebSocket to a path, not yet open. `leave` must be called when it is of no more use, open or not: it closes it. @throws Problem `credentials-unavailable` */
  socket(path: string, protocols: readonly string[]): Promise<{ readonly socket: WebSocket; readonly leave: () => void }>;
  login(): Promise<Login>;
  /** What we sign in with now: for keeping it out of messages. */
  secrets(): readonly string[];
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly cluster: string;
  /** Asked at the first request, and again while it fails. @throws Problem */
  readonly login: () => Promise<Login>;
  readonly clock: Clock;
  readonly connections: Connections;
  readonly limits: Limits;
  readonly random: () => number;
}

export function createTransport(options: TransportOptions): Transport {
  return new PooledTransport(options);
}

/** A class, for there are connections to hold. */
class PooledTransport implements Transport {
  readonly #options: TransportOptions;
  #login: Promise<Login> | undefined;
  #shown: Credential | undefined;
  readonly #sockets = new Set<() => void>();
  #isClosed = false;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  login(): Promise<Login> {
    const { login } = this.#options;
    this.#login ??= login().catch((error: unknown) => {
      this.#login = undefined;
      throw error;
    });
    return this.#login;
  }

  async send(call: Call): Promise<Answer> {
    const { clock, limits, connections } = this.#options;
    const asked = clock.monotonic();
    const leave = await connections.requests.enter();
    try {
      // What only reads may have waited in line; a write counts from when it was asked for, because a lease was looked at then.
      const since = call.method === "GET" ? clock.monotonic() : asked;
      return await this.#persist(
        call,
        Math.min(since + Math.max(limits.totalMs, call.timeoutMs ?? 0), call.until ?? Number.POSITIVE_INFINITY),
      );
    } finally {
      leave();
    }
  }

  async stream(call: Call, signal: AbortSignal): Promise<Stream> {
    const { watches, requests } = this.#options.connections;
    const leaveWatches = await watches.enter(signal);
    try {
      const leaveRequests = await requests.enter(signal);
      const leave = (): void => [leaveRequests, leaveWatches].forEach((each) => each());
      try {
        return await this.#follow(call, signal, leave);
      } catch (error) {
        leave();
        throw error;
      }
    } catch (error) {
      leaveWatches();
      throw error;
    }
  }

  async #follow(call: Call, signal: AbortSignal, leave: () => void): Promise<Stream> {
    const { quietMs } = this.#options.limits;
    for (let isRenewed = false; ; isRenewed = true) {
      const login = await this.login();
      const credential = await login.credentials.current();
      const dispatcher = this.#dispatcher(login, credential);
      const begun = await stream(dispatcher, { origin: new URL(login.url).origin, wire: wireOf(call, login, credential), signal, quietMs });
      if (begun.answer?.status === 401 && !isRenewed && (await login.credentials.renew(credential)) !== undefined) continue;
      begun.ended.then(leave, leave);
      return begun;
    }
  }

  async socket(path: string, protocols: readonly string[]): Promise<{ readonly socket: WebSocket; readonly leave: () => void }> {
    const enter = await this.#options.connections.sockets.enter();
    try {
      const login = await this.login();
      const credential = await login.credentials.current();
      const dispatcher = this.#dispatcher(login, credential);
      const target = wireOf({ method: "GET", path, isRepeatable: false }, login, credential).path;
      const headers = Object.entries(headersOf(credential)).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      );
      const address = `${new URL(login.url).origin.replace(/^http/u, "ws")}${target}`;
      const socket = new WebSocket(address, { protocols: [...protocols], dispatcher, headers });
      const leave = (): void => {
        this.#sockets.delete(leave);
        socket.close();
        enter();
      };
      this.#sockets.add(leave);
      return { socket, leave };
    } catch (error) {
      enter();
      throw error;
    }
  }

  secrets(): readonly string[] {
    return this.#shown === undefined ? [] : secretsOf(this.#shown);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    // They left the pool when they were taken over.
    for (const leave of this.#sockets) leave();
    await this.#options.connections.close();
  }

  /** Sends until there is an answer that stands. A refused credential is renewed once, and that attempt is not counted: the server did nothing. */
  async #persist(call: Call, deadline: number): Promise<Answer> {
    const { clock, random } = this.#options;
    let isRenewed = false;
    for (let attempt = 2; ; ) {
      const login = await this.login();
      const credential = await login.credentials.current();
      const outcome = await this.#once(call, login, credential, deadline);
      if (outcome.kind === "answer" && isOfPod(call.path, outcome.answer)) return outcome.answer;
      if (outcome.kind === "answer" && outcome.answer.status === 401) {
        if (isRenewed || (await login.credentials.renew(credential)) === undefined) return outcome.answer;
        isRenewed = true;
        continue;
      }
      const pause = pauseBefore({ attempt, outcome, isRepeatable: call.isRepeatable, random });
      if (pause === undefined || clock.monotonic() + pause >= deadline) return this.#settle(outcome, call, login, pause);
      await clock.sleep(pause);
      attempt += 1;
    }
  }

  async #once(call: Call, login: Login, credential: Credential, deadline: number): Promise<Outcome> {
    const { clock, limits } = this.#options;
    const dispatcher = this.#dispatcher(login, credential);
    const wire = wireOf(call, login, credential);
    // Read last: the process may have been stopped since the caller asked, and then nothing may be sent any more.
    const left = deadline - clock.monotonic();
    if (left <= 0) return { kind: "slow" };
    return attempt(dispatcher, new URL(login.url).origin, wire, Math.min(left, call.timeoutMs ?? limits.requestMs));
  }

  #settle(outcome: Outcome, call: Call, login: Login, pause: number | undefined): Answer {
    const { cluster, limits } = this.#options;
    const secrets = this.secrets();
    const url = clean(login.url, secrets);
    if (outcome.kind === "slow") {
      const request = `${call.method} ${clean(call.path, secrets)}`;
      throw problem("cluster-slow", { cluster, request, seconds: secondsOf(call, limits) });
    }
    if (outcome.kind === "failed") throw problem("cluster-unreachable", { cluster, url, why: clean(outcome.why, secrets) });
    const { answer } = outcome;
    if (pause !== undefined && answer.header("retry-after") !== undefined) {
      throw problem("cluster-overloaded", {
        cluster,
        why: `it answered ${answer.status} and wants ${Math.ceil(pause / 1000)} s of patience`,
      });
    }
    if (answer.status < 300 || answer.status >= 400) return answer;
    throw problem("cluster-unreachable", {
      cluster,
      url,
      why: `it answered ${answer.status} and sends us elsewhere, as no API server does`,
    });
  }

  #dispatcher(login: Login, credential: Credential) {
    const { cluster, connections } = this.#options;
    if (this.#isClosed) throw problem("cluster-unreachable", { cluster, url: login.url, why: "its connections were closed" });
    this.#shown = credential;
    return connections.dispatcher(login, credential);
  }
}

function secondsOf(call: Call, { requestMs, totalMs }: Limits): number {
  return Math.round(Math.min(call.timeoutMs ?? requestMs, Math.max(totalMs, call.timeoutMs ?? 0)) / 100) / 10;
}

function wireOf(call: Call, login: Login, credential: Credential): Wire {
  const given = Object.entries(call.query ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  const prefix = new URL(login.url).pathname.replace(/\/+$/u, "");
  const headers: Record<string, string | string[]> = {
    ...headersOf(credential),
    "user-agent": "isthmus",
    accept: call.accept ?? "application/json",
    "accept-encoding": "gzip",
  };
  if (call.contentType !== undefined) headers["content-type"] = call.contentType;
  return {
    method: call.method,
    path: `${prefix}${call.path}${query === "" ? "" : `${call.path.includes("?") ? "&" : "?"}${query}`}`,
    headers,
    body: call.body,
  };
}

function headersOf({ headers }: Credential): Record<string, string | string[]> {
  const opened = Object.entries(headers).map(([name, value]) => [
    name,
    value instanceof Secret ? value.open() : value.map((one) => one.open()),
  ]);
  return Object.fromEntries(opened);
}

/** Every secret in a credential, without the scheme in front. */
function secretsOf({ headers, key }: Credential): readonly string[] {
  const values = Object.values(headers).flatMap((value) => (value instanceof Secret ? [value] : value));
  const texts = values.map((value) => value.open().replace(/^(?:Bearer|Basic) /u, ""));
  return key === undefined ? texts : [...texts, key.open()];
}
