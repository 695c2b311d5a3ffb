import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "./places.ts";

/**
 * Wires the clusters inside the lab's network namespace. One bridge per Istio network; every pod has a network namespace of its own on the
 * bridge of its cluster. Packets are not forwarded between bridges, so pods of different networks cannot reach each other, exactly what
 * a mesh on several networks must cope with; all reach what is local to the lab: API servers, service addresses, load balancers.
 */
export function layNetwork(places: readonly Place[]): void {
  clearNetwork();
  const networks = [...new Set(places.map(({ network }) => network))];
  // A bridge without a hardware address of its own takes the lowest of its ports', another one with every pod: pods then send to the old one, for up to a minute.
  const lines = networks.flatMap((_, at) => [
    `link add ${bridgeName(at)} address 02:00:00:00:00:${(at + 1).toString(16).padStart(2, "0")} type bridge`,
    `link set ${bridgeName(at)} up`,
  ]);
  for (const place of places) {
    lines.push(`addr add ${place.host}/24 dev ${bridgeName(networks.indexOf(place.network))}`);
    // Whole ranges are local: a load balancer or a service then listens on any address of them without ceremony.
    lines.push(`route add local ${place.serviceCIDR} dev lo`, `route add local ${place.balancerCIDR} dev lo`);
  }
  ip(lines);
}

/** Takes away what the lab before in the same namespace has left: it ended by SIGKILL and does not tidy up. */
function clearNetwork(): void {
  // Not from /sys: that shows the devices of the namespace in which it was mounted.
  const bridges = execFileSync("ip", ["-o", "link", "show", "type", "bridge"], { encoding: "utf8" });
  const links = [...bridges.matchAll(/^\d+: (lab\d+):/gm)].map(([, name]) => name);
  // A namespace ends when its last connection does, which can be a minute after its processes; its device is out here until then.
  const devices = execFileSync("ip", ["-o", "link", "show", "type", "veth"], { encoding: "utf8" });
  links.push(...[...devices.matchAll(/^\d+: ([^:@\s]+)[:@]/gm)].map(([, name]) => name));
  const lost = readdirSync("/run/netns").map((name) => `netns del ${name}`);
  const routes = execFileSync("ip", ["-o", "route", "show", "table", "local", "dev", "lo"], { encoding: "utf8" });
  const ranges = [...routes.matchAll(/^local (\S+\/\d+) /gm)].map(([, range = ""]) => range).filter((range) => !range.startsWith("127."));
  ipRemoving([...lost, ...links.map((name) => `link del ${name}`), ...ranges.map((range) => `route del local ${range} dev lo`)]);
}

/**
 * A network namespace for one pod, with its address; the name is what `nsenter --net=/run/netns/NAME` wants. Can be tried again when it failed: what a first try
 * left is taken away.
 */
export function wirePod(name: string, address: string, place: Place, places: readonly Place[]): void {
  if (existsSync(join("/run/netns", name))) unwirePod(name);
  const networks = [...new Set(places.map(({ network }) => network))];
  const outer = `v${name}`.slice(0, 15);
  const inner = `w${name}`.slice(0, 15);
  ip([
    `netns add ${name}`,
    `link add ${outer} type veth peer name ${inner}`,
    `link set ${outer} master ${bridgeName(networks.indexOf(place.network))} up`,
    `link set ${inner} netns ${name} name eth0`,
  ]);
  const neighbours = places.filter((other) => other !== place && other.network === place.network);
  ip(
    [
      "link set lo up",
      `addr add ${address}/24 dev eth0`,
      "link set eth0 up",
      `route add default via ${place.host}`,
      ...neighbours.map(({ podCIDR }) => `route add ${podCIDR} dev eth0`),
    ],
    name,
  );
}

/** Takes the pod's namespace away; processes that still run in it lose their network. */
export function unwirePod(name: string): void {
  ipRemoving([`link del ${`v${name}`.slice(0, 15)}`, `netns del ${name}`]);
}

const bridgeName = (at: number) => `lab${at}`;

function ip(lines: readonly string[], namespace?: string): void {
  const where = namespace === undefined ? [] : ["-n", namespace];
  execFileSync("ip", [...where, "-batch", "-"], { input: `${lines.join("\n")}\n`, stdio: ["pipe", "ignore", "inherit"] });
}

/** Every line that can be done; what is gone already need not be taken away. */
function ipRemoving(lines: readonly string[]): void {
  spawnSync("ip", ["-force", "-batch", "-"], { input: `${lines.join("\n")}\n`, stdio: ["pipe", "ignore", "ignore"] });
}
