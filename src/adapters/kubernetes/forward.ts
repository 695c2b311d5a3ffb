import { Client, type Dispatcher } from "undici";
import { problem } from "../../catalog/problem.ts";
import type { PodPort } from "../../world.ts";
import { attempt } from "./attempt.ts";
import { clean } from "./clean.ts";
import { opened, piped } from "./forward-pipe.ts";
import { refused, type Server } from "./server.ts";

/** A port of a pod, reached through the API server, for one request after the other. */
export interface Forward {
  /** GET of a path, as text. @throws Problem `cluster-slow`, `cluster-unreachable`, `object-refused` (what the pod answered) */
  get(path: string, timeoutMs: number): Promise<string>;
  /** False once it broke or the pod hung up. */
  isAlive(): boolean;
  end(): void;
}

interface About {
  readonly cluster: string;
  /** `pod istio-system/istiod-1 port 8080`. */
  readonly what: string;
  readonly secrets: readonly string[];
}

/**
 * Opens a port-forward over a WebSocket.
 * @throws Problem `permission-missing`, `credentials-refused`, `cluster-slow`, `cluster-unreachable`, `object-refused` (there is no such pod)
 */
export async function forward(server: Server, { namespace, name, port }: PodPort, timeoutMs: number): Promise<Forward> {
  const { cluster, transport } = server;
  const target = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}/portforward?ports=${port}`;
  const what = `pod ${namespace}/${name} port ${port}`;
  for (let isSecond = false; ; isSecond = true) {
    const { socket, leave } = await transport.socket(target, ["v4.channel.k8s.io"]);
    const how = await opened(socket, timeoutMs);
    if (how === "open") return overPipe({ pipe: piped(socket), port, leave }, { cluster, what, secrets: transport.secrets() });
    leave();
    if (how === "slow") throw problem("cluster-slow", { cluster, request: `port-forward to ${what}`, seconds: timeoutMs / 1000 });
    await explain(server, target, what);
    if (isSecond) throw problem("cluster-unreachable", { cluster, url: what, why: "the port could not be forwarded" });
  }
}

/**
 * A WebSocket that is refused does not say why. The same path is asked without one, by both verbs that the API server may want to see allowed: it refuses that as well, in
 * words. A credential that ended is renewed by it, so that a second attempt may succeed. @throws Problem for everything but "this wants an upgrade"
 */
async function explain(server: Server, target: string, what: string): Promise<void> {
  for (const [method, verb] of [
    ["GET", "get"],
    ["POST", "create"],
  ] as const) {
    const answer = await server.transport.send({ method, path: target, isRepeatable: true });
    const wantsUpgrade = answer.status === 400 && /upgrade/iu.test(answer.text);
    if (answer.status >= 300 && !wantsUpgrade) throw refused(server, answer, { verb, object: `port-forward to ${what}` });
  }
}

interface Piped {
  readonly pipe: ReturnType<typeof piped>;
  readonly port: number;
  readonly leave: () => void;
}

function overPipe({ pipe, port, leave }: Piped, about: About): Forward {
  const origin = `http://localhost:${port}`;
  // One connection and no other: where it ended the next request must open a port-forward of its own.
  let isTaken = false;
  const connect: Connect = (_, done) => {
    const given = isTaken ? undefined : pipe;
    isTaken = true;
    // Later, as with a real connection: the library does not look again at what is waiting when it is told at once.
    queueMicrotask(() => (given === undefined ? done(new Error("the port-forward ended"), null) : done(null, given)));
  };
  // The library wants a socket and uses of it what every duplex stream has.
  const client = new Client(origin, { connect: connect as unknown as Client.Options["connect"] & object });
  const end = (): void => {
    void client.destroy().catch(() => undefined);
    pipe.destroy();
    leave();
  };
  return {
    get: (path, timeoutMs) => get(client, { origin, path, timeoutMs }, about),
    isAlive: () => !pipe.destroyed && !pipe.readableEnded,
    end,
  };
}

type Connect = (options: unknown, done: (error: Error | null, pipe: ReturnType<typeof piped> | null) => void) => void;

async function get(
  client: Dispatcher,
  { origin, path, timeoutMs }: { readonly origin: string; readonly path: string; readonly timeoutMs: number },
  { cluster, what, secrets }: About,
): Promise<string> {
  const headers = { accept: "*/*", "accept-encoding": "gzip" };
  const outcome = await attempt(client, origin, { method: "GET", path, headers, body: undefined }, timeoutMs);
  switch (outcome.kind) {
    case "slow":
      throw problem("cluster-slow", { cluster, request: `GET ${path} of ${what}`, seconds: timeoutMs / 1000 });
    case "failed":
      throw problem("cluster-unreachable", { cluster, url: what, why: clean(outcome.why, secrets) });
    case "answer": {
      const { status, text } = outcome.answer;
      if (status < 200 || status >= 300) {
        throw problem("object-refused", { cluster, object: `GET ${path} of ${what}`, why: `it answered ${status}` });
      }
      return text;
    }
  }
}
