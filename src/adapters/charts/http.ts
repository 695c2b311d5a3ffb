import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from "undici";
import type { Secret } from "../../model/secret.ts";
import { unreachable, unreadable } from "./trouble.ts";

/** How charts are fetched over the network. */
export interface HttpOptions {
  /** Through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. */
  readonly proxy?: boolean;
  /** User and password by host name with port (`charts.example:8443`), sent to that host alone. */
  readonly credentials?: Readonly<Record<string, { readonly user: string; readonly password: Secret }>>;
}

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

export interface Http {
  /** The answer to a GET, whatever its status, redirects followed. @throws Trouble */
  get(url: string, wishes: Wishes): Promise<Answer>;
  /** `Basic …` for a host that has credentials. */
  basic(host: string): string | undefined;
}

interface Wishes {
  readonly limitBytes: number;
  readonly accept?: string;
  readonly authorization?: string | undefined;
}

const redirects = 5;
const attempts = 3;
const timeoutMs = 30_000;
/** For an answer as a whole: one that trickles never passes the limit above. */
const wholeMs = 120_000;
const pauseMs = 250;

/** A client for chart sources. Connections are pooled and do not keep the process alive. */
export function createHttp({ proxy = false, credentials = {} }: HttpOptions): Http {
  const timeouts = { connectTimeout: timeoutMs, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  let dispatcher: Dispatcher | undefined;
  const pool = () => {
    dispatcher ??= proxy ? new EnvHttpProxyAgent(timeouts) : new Agent(timeouts);
    return dispatcher;
  };
  return {
    get: (url, wishes) => follow(url, wishes, pool()),
    basic: (host) => {
      const found = credentials[host];
      return found && `Basic ${Buffer.from(`${found.user}:${found.password.open()}`).toString("base64")}`;
    },
  };
}

async function follow(first: string, wishes: Wishes, dispatcher: Dispatcher): Promise<Answer> {
  const start = addressOf(first);
  let url = start;
  for (let hop = 0; hop <= redirects; hop++) {
    // Credentials are for the host they were given for, not for where it sends us: registries send to storage of others.
    const authorization = url.origin === start.origin ? wishes.authorization : undefined;
    const answer = await persist(url, { ...wishes, authorization }, dispatcher);
    const location = answer.header("location");
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer;
    const next = addressOf(location, url);
    if (url.protocol === "https:" && next.protocol === "http:") {
      throw unreachable(`${url.host} redirects to ${next.protocol}//${next.host}`);
    }
    url = next;
  }
  throw unreachable(`more than ${redirects} redirects`);
}

/** An address as a source wrote it: anybody's text. @throws Trouble for what is no http address */
function addressOf(text: string, from?: URL): URL {
  const url = URL.canParse(text, from?.href) ? new URL(text, from) : undefined;
  if (url !== undefined && /^https?:$/u.test(url.protocol)) return url;
  throw unreachable(
    `${from === undefined ? "it is to come from" : `${from.host} redirects to`} ${text.slice(0, 200)}, which is no http or https address`,
  );
}

/** Tries again when the connection failed or a gateway on the way had nobody behind it: reading twice harms nobody. */
async function persist(url: URL, wishes: Wishes, dispatcher: Dispatcher): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts;
    try {
      const answer = await once(url, wishes, dispatcher);
      if (last || ![502, 503, 504].includes(answer.status)) return answer;
    } catch (cause) {
      if (cause instanceof Error && cause.name === "TimeoutError")
        throw unreachable(`${url.host} did not send all of it within ${wholeMs / 1000} s`, cause);
      if (last || !(cause instanceof Error) || !("code" in cause)) throw asTrouble(cause, url);
    }
    await new Promise((resume) => setTimeout(resume, pauseMs * attempt));
  }
}

async function once(url: URL, { limitBytes, accept = "*/*", authorization }: Wishes, dispatcher: Dispatcher): Promise<Answer> {
  const headers = { "user-agent": "isthmus", accept, ...(authorization === undefined ? {} : { authorization }) };
  const answer = await request(url, { dispatcher, headers, signal: AbortSignal.timeout(wholeMs) });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += (chunk as Buffer).length;
    // Leaving the loop ends the connection: the rest is never received.
    if (size > limitBytes) throw unreadable(`it is larger than ${limitBytes >> 20} MB`);
    chunks.push(chunk as Buffer);
  }
  const header = (name: string) => [answer.headers[name]].flat()[0];
  return { status: answer.statusCode, header, body: Buffer.concat(chunks) };
}

function asTrouble(cause: unknown, url: URL): unknown {
  return cause instanceof Error && "code" in cause ? unreachable(`${url.host}: ${cause.message || String(cause.code)}`, cause) : cause;
}
