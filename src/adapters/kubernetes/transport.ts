import { type Dispatcher, WebSocket } from "undici";
import { problem } from "../../catalog/problem.ts";
import { Secret } from "../../model/secret.ts";
import type { Clock } from "../../world.ts";
import { pauseBefore } from "./again.ts";
import { type Answer, attempt, type Outcome, type Wire } from "./attempt.ts";
import { clean } from "./clean.ts";
import type { Credential } from "./credentials.ts";
import { createDispatcher } from "./dispatcher.ts";
import { createGate, type Gate } from "./gate.ts";
import type { Login } from "./login.ts";
import type { Limits } from "./options.ts";
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
   * An answer that goes on for long, until `signal` ends it. No more than half of the connections are given to such; who comes later waits. What the network
   * throws comes as it is; a refused credential is renewed for the next time.
   */
  stream(call: Call, signal: AbortSignal): Promise<Stream>;
  /** A WebSocket to a path, not yet open; it counts among no pool's connections and is the caller's to close. */
  socket(path: string, protocols: readonly string[]): Promise<WebSocket>;
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
  readonly concurrency: number;
  readonly limits: Limits;
  readonly random: () => number;
}

export function createTransport(options: TransportOptions): Transport {
  return new PooledTransport(options);
}

/** A class, for there are connections to hold. */
class PooledTransport implements Transport {
  readonly #options: TransportOptions;
  readonly #gate: Gate;
  readonly #watches: Gate;
  #login: Promise<Login> | undefined;
  #pool: { readonly certificate: string | undefined; readonly dispatcher: Dispatcher } | undefined;
  #shown: Credential | undefined;
  #isClosed = false;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#gate = createGate(options.concurrency);
    this.#watches = createGate(Math.max(1, Math.floor(options.concurrency / 2)));
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
    const { clock, limits } = this.#options;
    const asked = clock.monotonic();
    const leave = await this.#gate.enter();
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
    // Watches hold their connections for long: the other half is kept for everything else.
    const leaves = [await this.#watches.enter(), await this.#gate.enter()];
    const leave = (): void => leaves.forEach((each) => each());
    try {
      const login = await this.login();
      const credential = await login.credentials.current();
      const dispatcher = this.#dispatcher(login, credential);
      const wire = wireOf(call, login, credential);
      const origin = new URL(login.url).origin;
      const answer = await stream(dispatcher, { origin, wire, signal, quietMs: this.#options.limits.quietMs, leave });
      if (answer.answer?.status === 401) await login.credentials.renew(credential);
      return answer;
    } catch (error) {
      leave();
      throw error;
    }
  }

  async socket(path: string, protocols: readonly string[]): Promise<WebSocket> {
    const login = await this.login();
    const credential = await login.credentials.current();
    const dispatcher = this.#dispatcher(login, credential);
    const { path: target, headers } = wireOf({ method: "GET", path, isRepeatable: false }, login, credential);
    const { authorization } = headers;
    const shown = typeof authorization === "string" ? { authorization } : {};
    return new WebSocket(`${new URL(login.url).origin.replace(/^http/u, "ws")}${target}`, {
      protocols: [...protocols],
      dispatcher,
      headers: shown,
    });
  }

  secrets(): readonly string[] {
    return this.#shown === undefined ? [] : secretsOf(this.#shown);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const dispatcher = this.#pool?.dispatcher;
    this.#pool = undefined;
    // Not `close`, which would wait for answers: whoever closes has all it wants.
    await dispatcher?.destroy();
  }

  /** Sends until there is an answer that stands. A refused credential is renewed once, and that attempt is not counted: the server did nothing. */
  async #persist(call: Call, deadline: number): Promise<Answer> {
    const { clock, random } = this.#options;
    let isRenewed = false;
    for (let attempt = 2; ; ) {
      const login = await this.login();
      const credential = await login.credentials.current();
      const outcome = await this.#once(call, login, credential, deadline);
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

  /** The pool; a new one when the client certificate is another, for it belongs to the connection. */
  #dispatcher(login: Login, credential: Credential): Dispatcher {
    const { cluster, concurrency, limits } = this.#options;
    if (this.#isClosed) throw problem("cluster-unreachable", { cluster, url: login.url, why: "its connections were closed" });
    this.#shown = credential;
    if (this.#pool !== undefined && this.#pool.certificate === credential.certificate) return this.#pool.dispatcher;
    // Lets what is under way end; no await, because a caller has no use for its end.
    void this.#pool?.dispatcher.close().catch(() => undefined);
    this.#pool = { certificate: credential.certificate, dispatcher: createDispatcher(login, credential, concurrency, limits) };
    return this.#pool.dispatcher;
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
    "user-agent": "isthmus",
    accept: call.accept ?? "application/json",
    "accept-encoding": "gzip",
  };
  if (call.contentType !== undefined) headers["content-type"] = call.contentType;
  for (const [name, value] of Object.entries(credential.headers)) {
    headers[name] = value instanceof Secret ? value.open() : value.map((one) => one.open());
  }
  return {
    method: call.method,
    path: `${prefix}${call.path}${query === "" ? "" : `${call.path.includes("?") ? "&" : "?"}${query}`}`,
    headers,
    body: call.body,
  };
}

/** Every secret in a credential, without the scheme in front. */
function secretsOf({ headers, key }: Credential): readonly string[] {
  const values = Object.values(headers).flatMap((value) => (value instanceof Secret ? [value] : value));
  const texts = values.map((value) => value.open().replace(/^(?:Bearer|Basic) /u, ""));
  return key === undefined ? texts : [...texts, key.open()];
}
