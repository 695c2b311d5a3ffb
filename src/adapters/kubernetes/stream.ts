import type { Dispatcher } from "undici";
import type { Answer, Wire } from "./attempt.ts";

/** An answer that goes on for long: its lines, or, when the server refuses, the answer. */
export interface Stream {
  readonly answer: Answer | undefined;
  readonly lines: AsyncIterable<string>;
  /** Resolves when the connection is free again. */
  readonly ended: Promise<void>;
}

interface Streaming {
  readonly origin: string;
  readonly wire: Wire;
  readonly signal: AbortSignal;
  /** Without a byte for so long, the connection is given up. */
  readonly quietMs: number;
}

/** Begins such an answer. @throws whatever the network throws */
export async function stream(dispatcher: Dispatcher, { origin, wire, signal, quietMs }: Streaming): Promise<Stream> {
  const { method, path } = wire;
  // Not compressed: a line must not wait in a buffer for the next.
  const headers = { ...wire.headers, "accept-encoding": "identity" };
  const since = performance.now();
  const response = await dispatcher.request({ origin, method, path, headers, signal, headersTimeout: quietMs, bodyTimeout: quietMs });
  const ended = new Promise<void>((done) => response.body.once("close", done));
  if (response.statusCode < 300) return { answer: undefined, lines: linesOf(response.body), ended };
  const tookMs = performance.now() - since;
  const text = await response.body.text();
  const header = (name: string) => [response.headers[name]].flat()[0];
  return { answer: { status: response.statusCode, header, text, tookMs }, lines: linesOf([]), ended };
}

async function* linesOf(body: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for await (const part of body) {
    const [first = "", ...others] = decoder.decode(part, { stream: true }).split("\n");
    parts.push(first);
    // A long line comes in many parts: they are joined once.
    for (const next of others) {
      const line = parts.splice(0).join("");
      if (line !== "") yield line;
      parts.push(next);
    }
  }
}
