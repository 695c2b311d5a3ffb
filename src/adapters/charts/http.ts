import { Agent, type Dispatcher, ProxyAgent, request } from "undici";
import { environmentProxy } from "../proxy.ts";
import type { Login, Logins } from "./logins.ts";
import { refused, Trouble, unreachable, unreadable } from "./trouble.ts";

/** How charts are fetched over the network. */
export interface HttpOptions {
  /** Names proxies: HTTPS_PROXY, HTTP_PROXY and NO_PROXY. Without it there is none. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly timeouts?: Partial<Timeouts>;
}

/** Milliseconds. */
export interface Timeouts {
  /** For a connection, for the first word of an answer, and between two pieces of it. */
  readonly silence: number;
  /** For an answer as a whole, attempts and redirects included: one that trickles never passes the limit above. */
  readonly whole: number;
  /** A host that gave no answer is not asked again for so long: other charts would wait as long for the same. */
  readonly away: number;
}

const usual: Timeouts = { silence: 30_000, whole: 90_000, away: 60_000 };

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

export interface Http {
  /** The answer to a GET, whatever its status, redirects followed. @throws Trouble */
  get(url: string, wishes: Wishes): Promise<Answer>;
  /** Who we are at an address. */
  login(address: URL): Promise<Login>;
}

interface Wishes {
  readonly limitBytes: number;
  readonly accept?: string;
  readonly authorization?: string | undefined;
}

interface Asking extends Wishes {
  readonly signal: AbortSignal;
}

const redirects = 5;
const attempts = 3;
const pauseMs = 250;

/** What one question needs on its way. */
interface Way {
  readonly through: (url: URL) => Route;
  readonly timeouts: Timeouts;
  /** Origins that gave no answer, with what was said of them. */
  readonly away: Map<string, { readonly until: number; readonly trouble: Trouble }>;
}

interface Route {
  readonly dispatcher: Dispatcher;
  /** What a message adds to a host that is reached through a proxy. */
  readonly by: string;
}

/** A client for chart sources. Connections are pooled and do not keep the process alive. */
export function createHttp({ environment = {}, timeouts: given = {} }: HttpOptions, logins: Logins): Http {
  const timeouts = { ...usual, ...given };
  const away: Way["away"] = new Map();
  const through = createRoutes(environment, timeouts);
  return { get: (url, wishes) => follow(url, wishes, { through, timeouts, away }), login: (address) => logins.for(address) };
}

/** Which connections lead to an address: one pool for each proxy, and one for none. */
function createRoutes(environment: Readonly<Record<string, string | undefined>>, { silence }: Timeouts): Way["through"] {
  const limits = { connectTimeout: silence, headersTimeout: silence, bodyTimeout: silence };
  const pools = new Map<string, Dispatcher>();
  return (url) => {
    const proxy = environmentProxy(url.href, environment) ?? "";
    const dispatcher = pools.get(proxy) ?? (proxy === "" ? new Agent(limits) : proxyAgent(proxy, limits));
    pools.set(proxy, dispatcher);
    return { dispatcher, by: proxy === "" ? "" : ` through the proxy ${URL.parse(proxy)?.host ?? ""}` };
  };
}

/** Plain HTTP is handed to a proxy as it is; few let anything but TLS through a tunnel. @throws Trouble */
function proxyAgent(proxy: string, limits: object): ProxyAgent {
  try {
    return new ProxyAgent({ ...limits, uri: proxy, proxyTunnel: false });
  } catch (cause) {
    throw unreachable("HTTPS_PROXY or HTTP_PROXY holds no address of a proxy, such as http://proxy.example:3128", cause);
  }
}

async function follow(first: string, wishes: Wishes, way: Way): Promise<Answer> {
  const start = addressOf(first);
  const signal = AbortSignal.timeout(way.timeouts.whole);
  let url = start;
  for (let hop = 0; hop <= redirects; hop++) {
    // Credentials are for the host they were given for, not for where it sends us: registries send to storage of others.
    const authorization = url.origin === start.origin ? wishes.authorization : undefined;
    const answer = await persist(url, { ...wishes, authorization, signal }, way);
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
export function addressOf(text: string, from?: URL): URL {
  const url = URL.canParse(text, from?.href) ? new URL(text, from) : undefined;
  if (url !== undefined && /^https?:$/u.test(url.protocol)) return url;
  throw unreachable(
    `${from === undefined ? "it is to come from" : `${from.host} redirects to`} ${text.slice(0, 200)}, which is no http or https address`,
  );
}

/** What was expected from an answer, or why it is not that. @throws Trouble */
export function expected(answer: Answer, asked: string, login: Login): Buffer {
  if (answer.status === 200) return answer.body;
  if (![401, 403].includes(answer.status)) throw unreachable(`${asked} answered ${answer.status}`);
  throw refused(
    login.kind === "none" ? `${asked} answered ${answer.status}, and ${login.why}` : `${asked} answered ${answer.status} to ${login.from}`,
  );
}

/** Tries again when the connection failed or a gateway on the way had nobody behind it: reading twice harms nobody. */
async function persist(url: URL, wishes: Asking, way: Way): Promise<Answer> {
  const known = way.away.get(url.origin);
  if (known !== undefined && known.until > performance.now()) throw known.trouble;
  const route = way.through(url);
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts;
    try {
      const answer = await once(url, wishes, route.dispatcher);
      if (last || ![502, 503, 504].includes(answer.status)) return answer;
    } catch (cause) {
      if (last || !isOfTheNetwork(cause)) {
        const trouble = asTrouble(cause, `${url.host}${route.by}`, way.timeouts);
        if (trouble instanceof Trouble && trouble !== cause)
          way.away.set(url.origin, { until: performance.now() + way.timeouts.away, trouble });
        throw trouble;
      }
    }
    await new Promise((resume) => setTimeout(resume, pauseMs * attempt));
  }
}

async function once(url: URL, { limitBytes, accept = "*/*", authorization, signal }: Asking, dispatcher: Dispatcher): Promise<Answer> {
  const headers = { "user-agent": "isthmus", accept, ...(authorization === undefined ? {} : { authorization }) };
  const answer = await request(url, { dispatcher, headers, signal });
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

/** Errors of connections have a code; so has the end of time, of another kind, and after that nothing is tried again. */
function isOfTheNetwork(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && typeof (cause as NodeJS.ErrnoException).code === "string";
}

function asTrouble(cause: unknown, from: string, { whole }: Timeouts): unknown {
  if (cause instanceof Error && cause.name === "TimeoutError")
    return unreachable(`${from} did not send all of it within ${whole / 1000} s`, cause);
  return isOfTheNetwork(cause) ? unreachable(`${from}: ${cause.message || cause.code}`, cause) : cause;
}
