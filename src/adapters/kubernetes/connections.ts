import type { Dispatcher } from "undici";
import type { Credential } from "./credentials.ts";
import { createDispatcher } from "./dispatcher.ts";
import { createGate, type Gate } from "./gate.ts";
import type { Login } from "./login.ts";
import type { Limits } from "./options.ts";

/**
 * The connections to one API server, whoever uses them: never more at a time than `Room` has, idle ones counted. Connections that were taken over (port-forwards) leave
 * their pool, which then opens others in their place; hence a room of their own for them.
 */
export interface Connections {
  /** Requests under way. */
  readonly requests: Gate;
  /** Those of them that go on for long (watches): fewer, so that some are left for everything else. */
  readonly watches: Gate;
  /** Port-forwards that are open. */
  readonly sockets: Gate;
  /** The pool; a new one when the client certificate is another, for it belongs to the connection. */
  dispatcher(login: Login, credential: Credential): Dispatcher;
  /** Ends all of them, whatever is under way. */
  close(): Promise<void>;
}

export interface Room {
  readonly requests: number;
  readonly sockets: number;
}

/**
 * How `total` connections to a cluster are shared out: one is kept for testing tokens (`Clusters.by`), two for port-forwards (one where there are few), the rest is
 * for requests.
 */
export function shares(total: number): { readonly own: Room; readonly tests: Room } {
  const sockets = total > 4 ? 2 : 1;
  return { own: { requests: Math.max(1, total - sockets - 1), sockets }, tests: { requests: 1, sockets: 1 } };
}

export function createConnections({ requests, sockets }: Room, limits: Limits): Connections {
  let pool: { readonly key: string; readonly dispatcher: Dispatcher } | undefined;
  return {
    requests: createGate(requests),
    watches: createGate(Math.max(1, Math.floor(requests / 2))),
    sockets: createGate(sockets),
    dispatcher: (login, credential) => {
      const { url, ca, tlsServerName, proxyUrl } = login;
      const key = JSON.stringify([url, ca, tlsServerName, proxyUrl, credential.certificate]);
      if (pool?.key === key) return pool.dispatcher;
      // Lets what is under way end; no await, because a caller has no use for its end.
      void pool?.dispatcher.close().catch(() => undefined);
      pool = { key, dispatcher: createDispatcher(login, credential, requests, limits) };
      return pool.dispatcher;
    },
    // Not `close`, which would wait for answers: whoever closes has all it wants.
    close: async () => {
      const last = pool?.dispatcher;
      pool = undefined;
      await last?.destroy();
    },
  };
}
