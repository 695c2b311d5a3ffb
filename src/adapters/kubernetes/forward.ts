import { problem } from "../../catalog/problem.ts";
import type { PodPort } from "../../world.ts";
import { clean } from "./clean.ts";
import type { Transport } from "./transport.ts";

/** Far above any debug page of a large mesh. */
const largest = 256 * 1024 * 1024;

interface Forwarded {
  readonly cluster: string;
  readonly pod: PodPort;
  readonly path: string;
  readonly timeoutMs: number;
}

/**
 * GET of a path of a pod through a port-forward over a WebSocket: each message begins with the number of its channel, 0 for data and 1 for errors, and the first
 * on each channel names the port. HTTP 1.0, so that the answer ends with its connection and comes in one piece.
 * @throws Problem `permission-missing`, `cluster-slow`, `cluster-unreachable`, `object-refused`
 */
export async function forwarded(transport: Transport, { cluster, pod, path, timeoutMs }: Forwarded): Promise<string> {
  const { namespace, name, port } = pod;
  const target = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}/portforward?ports=${port}`;
  const socket = await transport.socket(target, ["v4.channel.k8s.io"]);
  socket.binaryType = "arraybuffer";
  const parts: Buffer[] = [];
  const greeted = new Set<number>();
  let size = 0;
  const what = `pod ${namespace}/${name}`;
  const whole = await new Promise<Buffer>((done, refuse) => {
    const timer = setTimeout(
      () => refuse(problem("cluster-slow", { cluster, request: `GET ${path} of ${what}`, seconds: timeoutMs / 1000 })),
      timeoutMs,
    );
    const end = (): void => {
      clearTimeout(timer);
      done(Buffer.concat(parts));
    };
    const fail = (why: string): void => {
      clearTimeout(timer);
      refuse(problem("cluster-unreachable", { cluster, url: `${what} port ${port}`, why: clean(why, transport.secrets()) }));
    };
    socket.addEventListener("open", () => {
      const request = `GET ${path} HTTP/1.0\r\nHost: localhost:${port}\r\nAccept: */*\r\nConnection: close\r\n\r\n`;
      socket.send(Buffer.concat([Buffer.of(0), Buffer.from(request)]));
    });
    socket.addEventListener("message", ({ data }: { readonly data: unknown }) => {
      const bytes = Buffer.from(data as ArrayBuffer);
      const channel = bytes[0] ?? 0;
      if (!greeted.has(channel)) {
        greeted.add(channel);
        return;
      }
      if (channel === 1) return fail(bytes.subarray(1).toString("utf8"));
      size += bytes.length;
      if (size > largest) return fail("the answer is larger than 256 MB");
      parts.push(bytes.subarray(1));
    });
    socket.addEventListener("close", end);
    socket.addEventListener("error", (event: { readonly message?: string }) =>
      parts.length > 0 ? end() : fail(event.message || "the port could not be forwarded"),
    );
  }).finally(() => socket.close());
  return bodyOf(whole, { cluster, what, path });
}

function bodyOf(
  answer: Buffer,
  { cluster, what, path }: { readonly cluster: string; readonly what: string; readonly path: string },
): string {
  const head = answer.indexOf("\r\n\r\n");
  const status = /^HTTP\/1\.[01] (\d{3})/u.exec(answer.subarray(0, 32).toString("latin1"))?.[1];
  if (head < 0 || status === undefined) throw problem("cluster-unreachable", { cluster, url: what, why: "it hung up without an answer" });
  if (!status.startsWith("2")) throw problem("object-refused", { cluster, object: `GET ${path} of ${what}`, why: `it answered ${status}` });
  return answer.subarray(head + 4).toString("utf8");
}
