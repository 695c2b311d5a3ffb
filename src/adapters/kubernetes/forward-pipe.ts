import { Duplex } from "node:stream";
import type { WebSocket } from "undici";

/**
 * What goes to and fro over a port-forward, once its WebSocket is open. Each message begins with the number of its channel, 0 for data and 1 for errors; the first on
 * each channel names the port. An error message destroys the pipe with its words.
 */
export function piped(socket: WebSocket): Duplex {
  const greeted = new Set<number>();
  const pipe = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _, done) => {
      socket.send(Buffer.concat([Buffer.of(0), chunk]));
      done();
    },
    destroy: (error, done) => {
      socket.close();
      done(error);
    },
  });
  socket.addEventListener("message", ({ data }: { readonly data: unknown }) => {
    if (!(data instanceof ArrayBuffer)) return;
    const bytes = Buffer.from(data);
    const channel = bytes[0] ?? 0;
    if (!greeted.has(channel)) greeted.add(channel);
    else if (channel === 1) pipe.destroy(new Error(bytes.subarray(1).toString("utf8").trim()));
    else pipe.push(bytes.subarray(1));
  });
  socket.addEventListener("close", () => pipe.push(null));
  return pipe;
}

/** Whether the WebSocket opened, before anything else happened to it or the time was over. */
export function opened(socket: WebSocket, timeoutMs: number): Promise<"open" | "refused" | "slow"> {
  socket.binaryType = "arraybuffer";
  return new Promise((done) => {
    const timer = setTimeout(() => done("slow"), timeoutMs);
    const end = (how: "open" | "refused") => (): void => {
      clearTimeout(timer);
      done(how);
    };
    socket.addEventListener("open", end("open"));
    socket.addEventListener("error", end("refused"));
    socket.addEventListener("close", end("refused"));
  });
}
