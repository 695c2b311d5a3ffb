import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";

/**
 * The program that stands in every cluster while `verify --probe` looks. It knows nothing of Isthmus: Node runs it alone, from a ConfigMap
 * (`src/verify/across/script.gen.ts` is made of this file). Two doors:
 *
 * - in the mesh, port `MESH_PORT`: answers `{ cluster, caller }`, where `caller` is what the sidecar says of whoever asks (`x-forwarded-client-cert`);
 * - outside the mesh, port `CONTROL_PORT`: `/ready`, and `/ask?host=…&port=…&count=…`, which asks that host so many times and tells what came back.
 */

const cluster = process.env["CLUSTER"] ?? "";
const timeoutMs = 5_000;
/** More would be a tool for load, which this is not. */
const mostRequests = 20;

/** What came of one request. */
interface Heard {
  readonly status: number;
  readonly cluster: string;
  readonly caller: string;
  readonly error: string;
}

function answer(question: IncomingMessage, response: ServerResponse): void {
  const caller = [question.headers["x-forwarded-client-cert"] ?? ""].flat().join(",");
  reply(response, { cluster, caller });
}

function control(question: IncomingMessage, response: ServerResponse): void {
  const url = new URL(question.url ?? "/", "http://localhost");
  if (url.pathname === "/ready") return reply(response, { cluster });
  if (url.pathname !== "/ask") {
    response.writeHead(404).end();
    return;
  }
  const count = Math.min(mostRequests, Number(url.searchParams.get("count")) || 1);
  const [host = "", port = "80"] = [url.searchParams.get("host") ?? "", url.searchParams.get("port") ?? "80"];
  void Promise.all(Array.from({ length: count }, () => ask(host, port))).then((heard) => reply(response, { heard }));
}

/** Never rejects: that there was no answer is what came of it. Every request has a connection of its own, so that each is balanced for itself. */
function ask(host: string, port: string): Promise<Heard> {
  return new Promise((done) => {
    const nothing = (error: string): void => done({ status: 0, cluster: "", caller: "", error });
    // Where no rules of the kernel lead traffic to the sidecar, its own listener is asked, by the name of the service.
    const to = process.env["MESH_DOOR"] ?? host;
    const sent = request(
      { host: to, port, path: "/", headers: { host: `${host}:${port}` }, agent: false, timeout: timeoutMs },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", (error) => nothing(error.message));
        response.on("end", () => done(heardIn(response.statusCode ?? 0, Buffer.concat(parts).toString("utf8"))));
      },
    );
    sent.on("timeout", () => sent.destroy(new Error(`no answer in ${timeoutMs / 1000} s`)));
    sent.on("error", (error) => nothing(error.message));
    sent.end();
  });
}

function heardIn(status: number, text: string): Heard {
  try {
    const said = JSON.parse(text) as { readonly cluster?: unknown; readonly caller?: unknown };
    return { status, cluster: String(said.cluster ?? ""), caller: String(said.caller ?? ""), error: "" };
  } catch {
    return { status, cluster: "", caller: "", error: text.slice(0, 200) };
  }
}

function reply(response: ServerResponse, value: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

function listen(server: Server, port: string | undefined, address: string): Server {
  return server.listen(Number(port), address);
}

const doors = [
  listen(createServer(answer), process.env["MESH_PORT"], process.env["MESH_BIND"] ?? "0.0.0.0"),
  listen(createServer(control), process.env["CONTROL_PORT"], "0.0.0.0"),
];
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    for (const door of doors) door.close();
    process.exit(0);
  });
}
