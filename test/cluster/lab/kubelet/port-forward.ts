import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { frame, frames } from "./websocket.ts";

/**
 * Ports of a pod over a WebSocket that is open: two channels per port, data and error, each opened by us with the port's number in two bytes, low
 * first. Connections are made to 127.0.0.1 inside the pod's network namespace, so the program in the pod sees its own localhost.
 */
export function forwardPort(socket: Duplex, head: Buffer, network: string, ports: readonly number[]): void {
  const send = (channel: number, content: Buffer) =>
    socket.writable && socket.write(frame(2, Buffer.concat([Buffer.of(channel), content])));
  const dialers = ports.map((port, at) => {
    const number = Buffer.of(port & 255, port >> 8);
    send(2 * at, number);
    send(2 * at + 1, number);
    return dial(
      network,
      port,
      (content) => send(2 * at, content),
      (words) => send(2 * at + 1, Buffer.from(words)),
    );
  });
  const end = () => {
    for (const dialer of dialers) dialer.kill("SIGKILL");
    socket.destroy();
  };
  const read = frames(({ opcode, payload }) => {
    if (opcode === 8) socket.end(frame(8, payload.subarray(0, 2)));
    else if (opcode === 9) socket.write(frame(10, payload));
    else if (opcode === 2) dialers[(payload[0] ?? 0) / 2]?.stdin?.write(payload.subarray(1));
  });
  socket.on("data", (chunk: Buffer) => read(chunk));
  socket.on("close", end);
  socket.on("error", end);
  // Not "exit": what the pod said last may still be on its way then.
  for (const dialer of dialers) dialer.once("close", () => socket.end(frame(8, Buffer.of(3, 232))));
  if (head.length > 0) read(head);
}

function dial(network: string, port: number, heard: (content: Buffer) => void, failed: (words: string) => void): ChildProcess {
  const script = join(import.meta.dirname, "dial.ts");
  const child = spawn("nsenter", [
    `--net=/run/netns/${network}`,
    "--",
    process.execPath,
    "--disable-warning=ExperimentalWarning",
    script,
    String(port),
  ]);
  child.stdout.on("data", heard);
  child.stderr.on("data", (chunk: Buffer) => failed(chunk.toString("utf8")));
  child.stdin.on("error", () => undefined);
  // A machine that can start no process for a moment: "close" follows.
  child.on("error", (error) => failed(error.message));
  return child;
}
