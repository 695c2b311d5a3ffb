import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { Duplex } from "node:stream";
import type { ControlPlane } from "../control-plane.ts";
import { forwardPort } from "./port-forward.ts";

interface Asked {
  readonly network: string;
  logFile(container: string): string;
}

/**
 * What an API server asks of a kubelet for its users: logs (all that is there, never followed), and ports of a pod over WebSocket. It asks nobody for a
 * credential: only the lab is in the lab's network, and pods reach nothing that they may not see anyway.
 */
export function startServer(
  plane: ControlPlane,
  port: number,
  find: (namespace: string, name: string) => Asked | undefined,
): Promise<void> {
  const { certificate: cert, key } = plane.serving;
  const asked = (url: URL) => {
    const [, verb, namespace = "", name = "", container = ""] = url.pathname.split("/");
    return { verb, container, pod: find(namespace, name) };
  };
  const server = createServer({ cert, key }, (request: IncomingMessage, response: ServerResponse) => {
    const { verb, pod, container } = asked(new URL(request.url ?? "/", "https://kubelet"));
    const log = pod?.logFile(container);
    if (verb !== "containerLogs" || log === undefined || !existsSync(log)) response.writeHead(404).end("not in this lab\n");
    else response.writeHead(200, { "content-type": "text/plain" }).end(readFileSync(log));
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? "/", "https://kubelet");
    const { verb, pod } = asked(url);
    const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
    const key2 = request.headers["sec-websocket-key"];
    if (verb !== "portForward" || pod === undefined || key2 === undefined || !offered.includes(protocol)) {
      socket.end(
        "HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\nthe lab forwards ports of its own pods, by WebSocket with v4.channel.k8s.io\n",
      );
      return;
    }
    const accept = createHash("sha1").update(`${key2}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    const answer = ["HTTP/1.1 101 Switching Protocols", "upgrade: websocket", "connection: Upgrade", `sec-websocket-accept: ${accept}`];
    socket.write(`${answer.join("\r\n")}\r\nsec-websocket-protocol: ${protocol}\r\n\r\n`);
    const ports = url.searchParams
      .getAll("port")
      .flatMap((text) => text.split(","))
      .map(Number);
    forwardPort(socket, head, pod.network, ports);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, plane.place.host, resolve);
  });
}

/** Binary messages, the first byte is the channel. A kubelet knows no other one for ports but its base64 twin. */
const protocol = "v4.channel.k8s.io";
