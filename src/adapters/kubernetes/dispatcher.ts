import { type Dispatcher, Pool, ProxyAgent, Socks5ProxyAgent } from "undici";
import type { Credential } from "./credentials.ts";
import type { Login } from "./login.ts";
import type { Limits } from "./options.ts";

/**
 * Idle connections are kept for this long: shorter than load balancers (60 s) and API servers (90 s) keep theirs, so that we do not send into one that was just
 * closed.
 */
const keepAliveTimeout = 30_000;

/** The pool of connections to one API server. It holds no more than `connections`, and does not keep the process alive when idle. */
export function createDispatcher(login: Login, credential: Credential, connections: number, { connectMs }: Limits): Dispatcher {
  const { url, ca, tlsServerName, isUnverified, proxyUrl } = login;
  const tls = {
    ...(ca === undefined ? {} : { ca }),
    ...(credential.certificate === undefined ? {} : { cert: credential.certificate }),
    ...(credential.key === undefined ? {} : { key: credential.key.open() }),
    ...(tlsServerName === undefined ? {} : { servername: tlsServerName }),
    ...(isUnverified ? { rejectUnauthorized: false } : {}),
  };
  const pool = { connections, keepAliveTimeout, keepAliveMaxTimeout: keepAliveTimeout };
  if (proxyUrl === undefined) return new Pool(new URL(url).origin, { ...pool, connect: { ...tls, timeout: connectMs } });
  const requestTls = { ...tls, timeout: connectMs };
  // A SOCKS proxy gives each request in flight its own connection: the gate in front bounds them.
  // The option is read by the library and missing in its types.
  const socks = { requestTls } as ConstructorParameters<typeof Socks5ProxyAgent>[1];
  if (/^socks5h?:/u.test(proxyUrl)) return new Socks5ProxyAgent(proxyUrl.replace(/^socks5h:/u, "socks5:"), socks);
  return new ProxyAgent({ ...pool, uri: proxyUrl, requestTls, proxyTls: { timeout: connectMs } });
}
