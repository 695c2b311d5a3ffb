import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import type { ClusterOptions } from "./types.ts";

/** Where the parts of a cluster listen, and which addresses it gives away. */
export interface Place extends Required<ClusterOptions> {
  readonly index: number;
  /** Address of the API server, of the node, and gateway of its pods. */
  readonly host: string;
  /** What the API server tells others as its address; never a loopback one, EndpointSlices refuse them. */
  readonly advertised: string;
  readonly frontPort: number;
  readonly apiPort: number;
  readonly etcdPort: number;
  readonly podCIDR: string;
  /** Addresses of pods for which nothing runs. */
  readonly pretendedPodCIDR: string;
  readonly serviceCIDR: string;
  /** Where the lab's load balancers get addresses. */
  readonly balancerCIDR: string;
}

/** In a namespace of its own a lab has every address to itself, so all are fixed; on the host, ports are asked for. */
export async function placesOf(clusters: readonly ClusterOptions[], mode: "own" | "host"): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const [position, { name, network }] of clusters.entries()) {
    const index = position + 1;
    const ranges = {
      podCIDR: `10.77.${index}.0/24`,
      pretendedPodCIDR: `10.88.${index}.0/24`,
      serviceCIDR: `10.${100 + index}.0.0/16`,
      balancerCIDR: `172.30.${index}.0/24`,
    };
    const host = mode === "own" ? `10.77.${index}.1` : "127.0.0.1";
    const [frontPort, apiPort, etcdPort] = mode === "own" ? ([6443, 16443, 2379] as const) : await freePorts();
    places.push({
      index,
      name,
      network: network ?? name,
      host,
      advertised: mode === "own" ? host : ownAddress(),
      frontPort,
      apiPort,
      etcdPort,
      ...ranges,
    });
  }
  return places;
}

async function freePorts(): Promise<readonly [number, number, number]> {
  return [await freePort(), await freePort(), await freePort()];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "192.0.2.1";
}
