import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect } from "node:net";
import type { V1Container, V1Probe } from "@kubernetes/client-node";

/**
 * Whether a container's probe is content, asked from the node as a kubelet asks. A container without a probe is ready when it runs.
 * Only HTTP and TCP probes are known; another kind is never content, so that nothing looks ready that nobody asked.
 */
export async function isReady(container: V1Container, address: string): Promise<boolean> {
  const probe = container.readinessProbe ?? container.startupProbe;
  return probe === undefined || ask(probe, container, address);
}

function ask({ httpGet, tcpSocket }: V1Probe, container: V1Container, address: string): Promise<boolean> {
  if (httpGet !== undefined) {
    const port = portOf(httpGet.port, container);
    const headers = Object.fromEntries((httpGet.httpHeaders ?? []).map(({ name, value }) => [name, value]));
    const request = httpGet.scheme === "HTTPS" ? httpsRequest : httpRequest;
    const host = httpGet.host ?? address;
    const options = { host, port, path: httpGet.path ?? "/", headers, timeout: patienceMs, rejectUnauthorized: false, agent: false };
    return new Promise((resolve) => {
      const asked = request(options, (response) => {
        response.resume();
        resolve((response.statusCode ?? 500) < 400);
      });
      asked.on("timeout", () => asked.destroy());
      asked.on("error", () => resolve(false));
      asked.end();
    });
  }
  if (tcpSocket === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ host: tcpSocket.host ?? address, port: portOf(tcpSocket.port, container), timeout: patienceMs });
    socket.once("connect", () => resolve(true));
    socket.once("timeout", () => socket.destroy());
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** As long as the charts' probes wait at most; a busy machine is no reason. */
const patienceMs = 5000;

/** A port by number or by the name the container gives it. */
function portOf(port: unknown, { ports = [] }: V1Container): number {
  const number = Number(port);
  return Number.isInteger(number) ? number : (ports.find(({ name }) => name === port)?.containerPort ?? 0);
}
