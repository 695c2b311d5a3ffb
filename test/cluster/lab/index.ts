import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "./client.ts";
import { kubeconfigText } from "./control-plane.ts";
import { mode, requireGroup } from "./ground.ts";
import type { ClusterFacts, ClusterOrder, Order, Reply, Started } from "./orders.ts";
import { podFolder, podNamespace } from "./pod-place.ts";
import { programs } from "./programs.ts";
import type { Api, AuditEvent, Lab, LabCluster, LabOptions, Ran, Traffic, User } from "./types.ts";

export { missing } from "./ground.ts";
export type * from "./types.ts";

/** Starts the wanted clusters and resolves when every API server is ready and the controllers run. Throws when the tools are not built. */
export async function startLab(options: LabOptions): Promise<Lab> {
  requireGroup("api-servers");
  const folder = options.folder ?? newFolder();
  const supervisor = new Supervisor();
  const keep = options.keep ?? process.env.ISTHMUS_LAB_KEEP === "1";
  const started = (await supervisor.order({
    kind: "start",
    folder,
    keep,
    mode: mode(),
    programs: programs(),
    clusters: options.clusters,
  })) as Started;
  const clusters = started.clusters.map((facts) => handle(facts, supervisor));
  const kubeconfig = join(folder, "all.kubeconfig");
  const last: (() => Promise<void>)[] = [];
  writeFileSync(kubeconfig, kubeconfigText(started.clusters.map(contextOf)), { mode: 0o600 });
  return {
    mode: mode(),
    folder,
    clusters,
    kubeconfig,
    cluster(name) {
      const found = clusters.find((cluster) => cluster.name === name);
      if (found === undefined) throw new Error(`the lab has no cluster ${name}; it has ${clusters.map((one) => one.name).join(", ")}`);
      return found;
    },
    memory: () => supervisor.order({ kind: "memory" }) as Promise<number>,
    atEnd: (action) => void last.push(action),
    async stop() {
      const ended = await Promise.allSettled(last.map((action) => action()));
      await supervisor.order({ kind: "stop" });
      supervisor.end();
      for (const end of ended) if (end.status === "rejected") throw end.reason;
    },
  };
}

const contextOf = ({ place, frontUrl, ca, adminToken }: ClusterFacts) => ({ name: place.name, url: frontUrl, ca, token: adminToken });

let counter = 0;

function newFolder(): string {
  const parent = join(tmpdir(), "isthmus-lab");
  mkdirSync(parent, { recursive: true });
  return join(parent, `${Date.now().toString(36)}-${process.pid}-${counter++}`);
}

/** The other end of the channel to `supervisor.ts`. */
class Supervisor {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #last = 0;

  constructor() {
    this.#child = fork(join(import.meta.dirname, "supervisor.ts"), { detached: true, execArgv: ["--disable-warning=ExperimentalWarning"] });
    this.#child.on("message", ({ id, ...reply }: Reply & { readonly id: number }) => {
      this.#waiting.get(id)?.(reply);
      this.#waiting.delete(id);
    });
    this.#child.on("exit", (code, signal) => {
      for (const waiting of this.#waiting.values()) waiting({ error: `the lab ended with ${code ?? signal}` });
    });
  }

  async order(order: Order): Promise<unknown> {
    const id = ++this.#last;
    const reply = await new Promise<Reply>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#child.send({ id, order });
    });
    if ("error" in reply) throw new Error(reply.error);
    return reply.value;
  }

  end(): void {
    this.#child.disconnect();
  }
}

function handle(facts: ClusterFacts, supervisor: Supervisor): LabCluster {
  const { place, folder, ca, frontUrl, directUrl, testToken } = facts;
  const order = (wanted: ClusterOrder) => supervisor.order({ kind: "cluster", cluster: place.name, order: wanted });
  const auditLog = join(folder, "audit.log");
  return {
    name: place.name,
    network: place.network,
    url: frontUrl,
    directUrl,
    ca,
    kubeconfig: join(folder, "admin.kubeconfig"),
    directKubeconfig: join(folder, "direct.kubeconfig"),
    serviceCIDR: place.serviceCIDR,
    podCIDR: place.podCIDR,
    auditLog,
    api: apiOf(new Client({ url: directUrl, ca, token: testToken })),
    makeUser: (wanted) => order({ kind: "make-user", wanted }) as Promise<User>,
    setRules: async (user, rules) => void (await order({ kind: "set-rules", user, rules })),
    audit: () => eventsIn(auditLog),
    pause: async () => void (await order({ kind: "pause" })),
    resume: async () => void (await order({ kind: "resume" })),
    kill: async () => void (await order({ kind: "kill" })),
    revive: async () => void (await order({ kind: "revive" })),
    faults: async (faults) => void (await order({ kind: "faults", faults })),
    traffic: () => order({ kind: "traffic" }) as Promise<Traffic>,
    exec: (pod, command) => run(["nsenter", `--net=/run/netns/${podNamespace(podFolder(folder, pod))}`, "--", ...command]),
    log: ({ container, ...pod }) => readFileSync(join(podFolder(folder, pod), `${container}.log`), "utf8"),
  };
}

/** Functions that need no object: tests hand them on alone. */
function apiOf(client: Client): Api {
  return {
    request: (...given) => client.request(...given),
    get: (path) => client.get(path),
    list: (path) => client.list(path),
    apply: (objects) => client.apply(objects),
    waitFor: (...given) => client.waitFor(...given),
  };
}

/** The last line may be half written. */
function eventsIn(file: string): readonly AuditEvent[] {
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as AuditEvent);
}

function run([program, ...args]: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program ?? "", args, { stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 128, stdout, stderr }));
  });
}
