import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** A loopback HTTP proxy: for CONNECT, and with `to` for plain HTTP. */
export interface ConnectProxy {
  readonly url: string;
  /** `host:port` of every CONNECT that was granted, the whole address of everything else. */
  readonly targets: readonly string[];
  /** Tunnels that are open now, and the most there were. */
  readonly tunnels: { readonly open: number; readonly most: number };
  stop(): Promise<void>;
}

/** `password`: it asks for user `us` and this password. `refuses`: it answers every CONNECT with this status. `to`: a port of this machine that everything leads to. */
export async function startProxy({
  password,
  refuses,
  to,
}: {
  password?: string;
  refuses?: number;
  to?: number;
} = {}): Promise<ConnectProxy> {
  const targets: string[] = [];
  const sockets = new Set<Socket>();
  const tunnels = { open: 0, most: 0 };
  const wanted = password === undefined ? undefined : `Basic ${Buffer.from(`us:${password}`).toString("base64")}`;
  const server = createServer((asked, response) => {
    const isKnown = wanted === undefined || asked.headers["proxy-authorization"] === wanted;
    if (to === undefined) return void response.writeHead(400).end("CONNECT only\n");
    if (refuses !== undefined || !isKnown) return void response.writeHead(refuses ?? 407).end();
    targets.push(asked.url ?? "");
    const { pathname } = new URL(asked.url ?? "");
    const { "proxy-authorization": _, ...headers } = asked.headers;
    httpRequest({ host: "127.0.0.1", port: to, path: pathname, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }).end();
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("connect", ({ url = "", headers }, client: Socket) => {
    const isKnown = wanted === undefined || headers["proxy-authorization"] === wanted;
    if (refuses !== undefined || !isKnown) return void client.end(`HTTP/1.1 ${refuses ?? 407} No\r\ncontent-length: 0\r\n\r\n`);
    targets.push(url);
    const [host = "", port = "0"] = url.split(":");
    const target = connect(to ?? Number(port), to === undefined ? host : "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.pipe(client).pipe(target);
    });
    tunnels.open += 1;
    tunnels.most = Math.max(tunnels.most, tunnels.open);
    target.on("error", () => client.destroy());
    target.once("close", () => {
      tunnels.open -= 1;
      client.destroy();
    });
    client.once("close", () => target.destroy());
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    targets,
    tunnels,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
