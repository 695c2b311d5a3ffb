import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import type { V1EndpointSlice, V1Service } from "@kubernetes/client-node";
import type { Client } from "../client.ts";
import type { ControlPlane } from "../control-plane.ts";
import { follow } from "../follow.ts";
import { isUndecidedPatch, settled } from "../settled.ts";

/** What the kubelet's pods get from the cluster's Services. */
export interface Services {
  /** A hosts file with every Service that has an address, kept up to date in place. */
  readonly hostsFile: string;
}

/**
 * kube-proxy, cluster DNS and cloud of one cluster, for TCP: listens on the addresses of Services and of load balancers and hands connections to
 * ready endpoints in turn. The endpoint sees the node as the client, as behind a real proxy that translates addresses.
 */
export async function startServices(plane: ControlPlane, client: Client): Promise<Services> {
  const hostsFile = join(plane.folder, "hosts");
  let hosts = "127.0.0.1 localhost\n";
  writeFileSync(hostsFile, hosts);
  const slices = await follow<V1EndpointSlice>(client, "/apis/discovery.k8s.io/v1/endpointslices");
  const listeners = new Map<string, Front>();
  const balancer = newBalancer(plane.place.balancerCIDR);
  const known = new Map<string, V1Service>();

  const settle = () => {
    const now = hostsOf([...known.values()]);
    if (now !== hosts) rewrite(hostsFile, now);
    hosts = now;
    const wanted = new Map([...known.values()].flatMap(fronts));
    for (const [address, server] of listeners) {
      if (wanted.has(address)) continue;
      server.close();
      listeners.delete(address);
    }
    for (const [address, target] of wanted) {
      if (listeners.has(address)) continue;
      listeners.set(
        address,
        listen(address, () => backends(target, slices.objects.values())),
      );
    }
  };
  const keyOf = ({ metadata }: V1Service) => `${metadata?.namespace}/${metadata?.name}`;
  await follow<V1Service>(client, "/api/v1/services", {
    set: (service) => {
      known.set(keyOf(service), service);
      settle();
      void giveAddress(service, balancer, client);
    },
    gone: (service) => {
      known.delete(keyOf(service));
      settle();
    },
  });
  return { hostsFile };
}

/** A port of a Service, as its slices name it. */
interface Target {
  readonly namespace: string;
  readonly service: string;
  readonly port: string;
}

/** `ADDRESS:PORT` -> what stands behind, for every address of a Service. */
function fronts({ metadata, spec, status }: V1Service): readonly (readonly [string, Target])[] {
  const cluster = (spec?.clusterIPs ?? []).filter((address) => address !== "None" && !address.includes(":"));
  const outside = (status?.loadBalancer?.ingress ?? []).flatMap(({ ip }) => (ip === undefined ? [] : [ip]));
  const ports = (spec?.ports ?? []).filter(({ protocol = "TCP" }) => protocol === "TCP");
  const target = { namespace: metadata?.namespace ?? "", service: metadata?.name ?? "" };
  return [...cluster, ...outside].flatMap((address) =>
    ports.map(({ port, name = "" }) => [`${address}:${port}`, { ...target, port: name }] as const),
  );
}

function backends({ namespace, service, port }: Target, slices: Iterable<V1EndpointSlice>): readonly (readonly [string, number])[] {
  const own = [...slices].filter(
    ({ metadata }) => metadata?.namespace === namespace && metadata.labels?.["kubernetes.io/service-name"] === service,
  );
  return own.flatMap(({ endpoints, ports }) => {
    // A slice without endpoints has `null` there.
    const number = (ports ?? []).find(({ name = "" }) => name === port)?.port;
    if (number === undefined) return [];
    const ready = (endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false);
    return ready.flatMap(({ addresses }) => addresses.map((address) => [address, number] as const));
  });
}

/** An address that is listened on; when it is taken for a moment, it is tried again. */
interface Front {
  close(): void;
}

function listen(front: string, find: () => readonly (readonly [string, number])[]): Front {
  const [host = "", port = ""] = front.split(":");
  let turn = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const found = find();
    const [address, number] = found[turn++ % found.length] ?? [];
    if (address === undefined || number === undefined) socket.resetAndDestroy();
    else pair(socket, connect({ host: address, port: number, allowHalfOpen: true }));
  });
  let isWanted = true;
  const begin = () => isWanted && server.listen(Number(port), host);
  server.on("error", (error) => {
    process.stderr.write(`lab: ${front}: ${error.message}\n`);
    setTimeout(begin, 300);
  });
  begin();
  return {
    close: () => {
      isWanted = false;
      server.close();
    },
  };
}

/** In place, for containers have it mounted; over what it was and never emptied first, so that who looks a name up meanwhile finds it. */
function rewrite(file: string, text: string): void {
  const open = openSync(file, "r+");
  try {
    writeSync(open, text, 0);
    ftruncateSync(open, Buffer.byteLength(text));
  } finally {
    closeSync(open);
  }
}

/** Each end sees what happens to the other: a half closed one half closed, a broken one reset. */
function pair(near: Socket, far: Socket): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.pipe(other);
    one.on("error", () => other.resetAndDestroy());
    one.on("close", () => other.destroySoon());
  }
}

function hostsOf(services: readonly V1Service[]): string {
  const lines = services.flatMap(({ metadata, spec }) => {
    const address = spec?.clusterIP;
    if (address === undefined || address === "None" || address === "") return [];
    const name = `${metadata?.name}.${metadata?.namespace}`;
    return [`${address} ${name} ${name}.svc ${name}.svc.cluster.local`];
  });
  return ["127.0.0.1 localhost", ...lines, ""].join("\n");
}

/** An address per Service, the same however often it is asked for. */
function newBalancer(range: string): (uid: string) => string {
  const base = range.replace(".0/24", "");
  const given = new Map<string, string>();
  return (uid) => {
    const address = given.get(uid) ?? `${base}.${10 + given.size}`;
    given.set(uid, address);
    return address;
  };
}

/** What a cloud does: a Service of type LoadBalancer gets an address in its status, once. */
async function giveAddress({ metadata, spec, status }: V1Service, addressOf: (uid: string) => string, client: Client): Promise<void> {
  if (spec?.type !== "LoadBalancer" || (status?.loadBalancer?.ingress ?? []).length > 0 || metadata?.deletionTimestamp !== undefined)
    return;
  const path = `/api/v1/namespaces/${metadata?.namespace}/services/${metadata?.name}/status`;
  const given = { status: { loadBalancer: { ingress: [{ ip: addressOf(metadata?.uid ?? "") }] } } };
  await settled(() => client.request("PATCH", path, given, "application/merge-patch+json"), isUndecidedPatch);
}
