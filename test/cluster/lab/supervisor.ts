import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { LabCluster } from "./cluster.ts";
import { kubeconfigText, startControlPlane } from "./control-plane.ts";
import { Front } from "./front.ts";
import { startKubelet } from "./kubelet/index.ts";
import { residentMemory } from "./memory.ts";
import { layNetwork } from "./network.ts";
import type { ClusterFacts, Order, Reply, Started } from "./orders.ts";
import { placesOf } from "./places.ts";
import { endLeftovers, Processes } from "./processes.ts";

/**
 * The process that owns a lab. It is a child of the test process and takes its orders over their channel; when that closes, however the
 * test process ended, everything is ended and the folder removed. A test may therefore block, crash or be killed.
 */

let processes: Processes | undefined;
let clusters: readonly LabCluster[] = [];
let folder = "";
let keep = false;

async function start(order: Extract<Order, { kind: "start" }>): Promise<Started> {
  folder = order.folder;
  keep = order.keep;
  clearDeadLabs(dirname(folder));
  mkdirSync(folder, { recursive: true });
  await beAlive(folder);
  processes = new Processes(folder);
  const owned = processes;
  const places = await placesOf(order.clusters, order.mode);
  if (order.mode === "own") {
    await beAlone();
    layNetwork(places);
  }
  clusters = await Promise.all(
    places.map(async (place) => {
      const plane = await startControlPlane(place, join(folder, place.name), order.programs, owned);
      const front = new Front(plane);
      await front.listen();
      await startKubelet({ plane, places, programs: order.programs, processes: owned, plays: order.mode === "own" });
      return new LabCluster(plane, front);
    }),
  );
  return { clusters: clusters.map(({ plane }) => factsOf(plane)) };
}

function factsOf(plane: LabCluster["plane"]): ClusterFacts {
  const { place, authority, tokens, frontUrl, directUrl } = plane;
  const context = { name: place.name, ca: authority.certificate, token: tokens["lab-admin"] };
  writeFileSync(join(plane.folder, "admin.kubeconfig"), kubeconfigText([{ ...context, url: frontUrl }]), { mode: 0o600 });
  writeFileSync(join(plane.folder, "direct.kubeconfig"), kubeconfigText([{ ...context, url: directUrl }]), { mode: 0o600 });
  return {
    place,
    folder: plane.folder,
    ca: authority.certificate,
    frontUrl,
    directUrl,
    adminToken: tokens["lab-admin"],
    testToken: tokens["lab-test"],
  };
}

async function obey(order: Order): Promise<unknown> {
  switch (order.kind) {
    case "start":
      return start(order);
    case "memory":
      return residentMemory(processes?.pids ?? []);
    case "stop":
      return end();
    case "cluster": {
      const cluster = clusters.find(({ plane }) => plane.place.name === order.cluster);
      if (cluster === undefined) throw new Error(`no cluster ${order.cluster}`);
      return cluster.obey(order.order);
    }
  }
}

let ending: Promise<void> | undefined;

function end(): Promise<void> {
  ending ??= (async () => {
    await processes?.endAll();
    // Without its socket a kept folder is not taken for that of a lab that died.
    if (folder !== "") rmSync(keep ? join(folder, "alive") : folder, { recursive: true, force: true, maxRetries: 5 });
  })();
  return ending;
}

/** Who wonders whether this lab lives asks its socket: numbers of processes say nothing across namespaces. */
function beAlive(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    createServer().once("error", reject).listen(join(folder, "alive"), resolve).unref();
  });
}

/**
 * One lab at a time in a network: addresses are fixed. The name is one of sockets without a file, which belong to the network namespace. The lab before may
 * take a moment to leave.
 */
async function beAlone(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const taken = await new Promise<boolean>((resolve) => {
      createServer()
        .once("error", () => resolve(true))
        .listen("\0isthmus-lab", () => resolve(false))
        .unref();
    });
    if (!taken) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("another lab runs in this network; stop it before the next one starts");
}

/** Labs in `parent` whose supervisor is gone: what still runs of them is ended, their folders are removed. */
function clearDeadLabs(parent: string): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const candidate = join(parent, name);
    const socket = connect(join(candidate, "alive"));
    socket.once("connect", () => socket.destroy());
    socket.once("error", ({ code }: NodeJS.ErrnoException) => {
      if (code !== "ECONNREFUSED") return;
      endLeftovers(candidate);
      rmSync(candidate, { recursive: true, force: true });
    });
  }
}

process.on("message", (message: { readonly id: number; readonly order: Order }) => {
  const reply = (answer: Reply) => process.connected && process.send?.({ id: message.id, ...answer });
  obey(message.order).then(
    (value) => reply({ value }),
    (error: unknown) => reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// Signals go to the whole group on Ctrl-C; the test process decides, and its end closes the channel.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
process.on("disconnect", () => void end().then(() => process.exit(0)));
process.on("uncaughtException", (error) => process.stderr.write(`lab: ${error.stack}\n`));
