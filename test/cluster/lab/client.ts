import type { IncomingMessage } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import type { Api, KubeObject } from "./types.ts";

export interface Access {
  readonly url: string;
  readonly ca: string;
  readonly token: string;
  /** Until a request is given up; without it never. Not for who blocks: time goes by unheard then. */
  readonly limitMs?: number;
}

/** A client of one API server with a pool of connections of its own. */
export class Client implements Api {
  readonly #access: Access;
  readonly #agent: Agent;
  readonly #plurals = new Map<string, { readonly plural: string; readonly namespaced: boolean }>();

  constructor(access: Access) {
    this.#access = access;
    this.#agent = new Agent({ keepAlive: true, ca: access.ca, maxSockets: 16 });
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    contentType = "application/json",
  ): Promise<{ status: number; body: KubeObject }> {
    const { limitMs } = this.#access;
    const response = await this.open(method, path, body, contentType, limitMs === undefined ? undefined : AbortSignal.timeout(limitMs));
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    return { status: response.statusCode ?? 0, body: parsed(text) };
  }

  /**
   * The answer as it comes; for watches. An API server hangs up on a connection that was idle for a while; who sends just then is heard by nobody, and
   * sends again.
   */
  async open(
    method: string,
    path: string,
    body?: unknown,
    contentType = "application/json",
    signal?: AbortSignal,
  ): Promise<IncomingMessage> {
    for (;;) {
      const sent = await this.#send(method, path, body, contentType, signal);
      if (sent !== "unheard") return sent;
    }
  }

  #send(method: string, path: string, body: unknown, contentType: string, signal?: AbortSignal): Promise<IncomingMessage | "unheard"> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${this.#access.token}`,
      accept: "application/json",
      ...(text === undefined ? {} : { "content-type": contentType, "content-length": Buffer.byteLength(text) }),
    };
    return new Promise((resolve, reject) => {
      const request = httpsRequest(
        new URL(path, this.#access.url),
        { method, headers, agent: this.#agent, ...(signal === undefined ? {} : { signal }) },
        resolve,
      );
      request.on("error", (error: NodeJS.ErrnoException) => {
        if (request.reusedSocket && (error.code === "ECONNRESET" || error.code === "EPIPE")) resolve("unheard");
        else reject(error);
      });
      request.end(text);
    });
  }

  async get(path: string): Promise<KubeObject | undefined> {
    const { status, body } = await this.request("GET", path);
    if (status === 404) return undefined;
    return succeeded("GET", path, status, body);
  }

  async list(path: string): Promise<readonly KubeObject[]> {
    const { status, body } = await this.request("GET", path);
    return (succeeded("GET", path, status, body).items ?? []) as readonly KubeObject[];
  }

  async apply(objects: readonly unknown[]): Promise<void> {
    for (const object of objects) {
      const path = `${await this.pathOf(object as Identified)}?fieldManager=lab-test&force=true`;
      const { status, body } = await this.request("PATCH", path, object, "application/apply-patch+yaml");
      succeeded("PATCH", path, status, body);
    }
  }

  async waitFor(path: string, seen: (object: KubeObject | undefined) => boolean, seconds = 60): Promise<KubeObject | undefined> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const object = await this.get(path);
      if (seen(object)) return object;
      if (Date.now() > end) throw new Error(`${path} is not as waited for after ${seconds} s: ${JSON.stringify(object)?.slice(0, 4000)}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  private async pathOf({ apiVersion, kind, metadata }: Identified): Promise<string> {
    const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const { plural, namespaced } = await this.plural(root, kind);
    return `${root}${namespaced ? `/namespaces/${metadata.namespace ?? "default"}` : ""}/${plural}/${metadata.name}`;
  }

  private async plural(root: string, kind: string): Promise<{ readonly plural: string; readonly namespaced: boolean }> {
    const known = this.#plurals.get(`${root} ${kind}`);
    if (known !== undefined) return known;
    const found = ((await this.get(root))?.resources ?? []) as readonly { name: string; kind: string; namespaced: boolean }[];
    const resource = found.find((one) => one.kind === kind && !one.name.includes("/"));
    if (resource === undefined) throw new Error(`${root} serves no ${kind}`);
    const plural = { plural: resource.name, namespaced: resource.namespaced };
    this.#plurals.set(`${root} ${kind}`, plural);
    return plural;
  }
}

interface Identified {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

function succeeded(method: string, path: string, status: number, body: KubeObject): KubeObject {
  if (status < 300) return body;
  throw new Error(`${method} ${path}: ${status} ${String(body.message ?? JSON.stringify(body))}`);
}

/** `/readyz` and proxies answer with text. */
function parsed(text: string): KubeObject {
  try {
    return JSON.parse(text) as KubeObject;
  } catch {
    return { message: text };
  }
}
