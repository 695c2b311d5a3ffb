import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { frame, frames } from "../../cluster/lab/kubelet/websocket.ts";

/** What a pod is asked, and what it says to it: the loopback server plays no pods, tests say what theirs answer. */
export interface PodAsked {
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
  readonly path: string;
}
export interface PodAnswer {
  readonly status: number;
  readonly body: string;
}
/** `hang up`: it ends the connection without a word. `refused`: nothing listens at that port. */
export type Pods = (asked: PodAsked) => Said | Promise<Said>;
type Said = PodAnswer | "hang up" | "refused";

const protocol = "v4.channel.k8s.io";

/**
 * A port-forward as a kubelet does it (`test/cluster/lab/kubelet/server.ts` does it for real pods): the number of the port on both channels, then whatever the pod says,
 * answers of HTTP/1.1 on a connection that stays, errors in words on the second channel.
 */
export function forwardTo(
  pod: Omit<PodAsked, "path">,
  pods: Pods,
  { request, socket }: { request: IncomingMessage; socket: Duplex },
): void {
  const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  const head = ["HTTP/1.1 101 Switching Protocols", "upgrade: websocket", "connection: Upgrade", `sec-websocket-accept: ${accept}`];
  socket.write(`${head.join("\r\n")}\r\nsec-websocket-protocol: ${protocol}\r\n\r\n`);
  const send = (channel: number, content: Buffer): void => void socket.write(frame(2, Buffer.concat([Buffer.of(channel), content])));
  const close = (): void => void socket.end(frame(8, Buffer.of(3, 232)));
  const number = Buffer.of(pod.port & 255, pod.port >> 8);
  send(0, number);
  send(1, number);
  const heard = frames(({ opcode, payload }) => {
    if (opcode === 8) socket.end(frame(8, payload.subarray(0, 2)));
    if (opcode !== 2 || payload[0] !== 0) return;
    const path = /^GET (\S+) HTTP\/1\.[01]\r\n/u.exec(payload.subarray(1).toString("latin1"))?.[1];
    if (path === undefined) return close();
    void Promise.resolve(pods({ ...pod, path })).then(say);
  });
  const say = (answer: Said): void => {
    if (answer === "refused") send(1, Buffer.from(`error forwarding port ${pod.port} to pod x, uid : connection refused`));
    if (typeof answer === "string") return close();
    const content = Buffer.from(answer.body);
    send(0, Buffer.from(`HTTP/1.1 ${answer.status} Whatever\r\ncontent-length: ${content.length}\r\n\r\n`));
    // In two messages, as real ones come in many.
    send(0, content.subarray(0, 3));
    send(0, content.subarray(3));
  };
  socket.on("data", (chunk: Buffer) => heard(chunk));
  socket.on("error", () => socket.destroy());
}
