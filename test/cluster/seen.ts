import { fetching, inPod, kubectl } from "./by-hand.ts";
import type { KubeObject, LabCluster } from "./lab/index.ts";
import type { Model, ModelCluster } from "./model.ts";
import { askedFor, port } from "./sample.ts";

/**
 * What istiods and proxies say of a mesh, in sentences. Nothing of Isthmus takes part: pages of istiod and of Envoy are read inside their pods, and addresses are
 * called by what the API servers say has them.
 */
export async function seenIn(model: Model): Promise<string> {
  const running = model.clusters.filter(({ role }) => role !== "remote");
  const working = model.clusters.filter(({ role }) => role !== "external");
  if (model.dataPlane === "ambient") {
    const told = [reading, reaching, telling].map((tell) => inTurn(running, (cluster) => tell(model, cluster)));
    return `${(await Promise.all(told)).flat().join("\n")}\n`;
  }
  const lines = [
    ...(await inTurn(running, (cluster) => reading(model, cluster))),
    ...(await inTurn(working, (cluster) => finding(model, cluster))),
    ...(await inTurn(working, (cluster) => answered(model, cluster, working.length))),
  ];
  return `${lines.join("\n")}\n`;
}

async function inTurn<T>(items: readonly T[], tell: (item: T) => Promise<string>): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const item of items) lines.push(await tell(item).catch((error: unknown) => String(error)));
  return lines;
}

/** Which clusters an istiod has read: its own and, by remote secrets, others. */
async function reading({ lab }: Model, { name, systemNamespace }: ModelCluster): Promise<string> {
  const page = await inPod(lab.cluster(name), systemNamespace, "app=istiod", fetching("http://127.0.0.1:8080/debug/clusterz"));
  const states = JSON.parse(body(page)) as readonly { readonly id: string; readonly syncStatus: string }[];
  const told = states.map(({ id, syncStatus }) => (syncStatus === "synced" ? id : `${id} (${syncStatus})`));
  return `istiod of ${name} reads ${told.sort().join(", ")}`;
}

/** By which gateways an istiod leads from network to network, ambient only: sidecars show it by what they find. */
async function reaching(model: Model, { name, systemNamespace }: ModelCluster): Promise<string> {
  const page = await inPod(model.lab.cluster(name), systemNamespace, "app=istiod", fetching("http://127.0.0.1:8080/debug/networkz"));
  const gateways = (JSON.parse(body(page)) ?? []) as readonly {
    readonly Network: string;
    readonly Addr: string;
    readonly HBONEPort: number;
  }[];
  const names = namesOf(model);
  const told = gateways.map(({ Network, Addr, HBONEPort }) => `${Network} by ${names.get(Addr) ?? Addr}, port ${HBONEPort}`);
  return `istiod of ${name} reaches ${told.sort().join("; ")}`;
}

/** What an istiod tells ztunnels of echo: pods of its own network, and for another network the gateway there. */
async function telling(model: Model, { name, systemNamespace }: ModelCluster): Promise<string> {
  const page = await inPod(model.lab.cluster(name), systemNamespace, "app=istiod", fetching("http://127.0.0.1:8080/debug/ambientz"));
  const { workloads = [] } = JSON.parse(body(page)) as { readonly workloads?: readonly AmbientWorkload[] };
  const names = namesOf(model);
  const behind = workloads.filter(({ services = {} }) => Object.keys(services).some((service) => service.startsWith("sample/echo.")));
  const told = behind.map(({ network, addresses = [], networkGateway }) => {
    const address = addresses[0] ?? networkGateway?.address?.address ?? "";
    const text = Buffer.from(address, "base64").toString("utf8");
    return `${names.get(text) ?? JSON.stringify({ text, networkGateway })} on ${network}`;
  });
  return `istiod of ${name} tells ztunnel of echo: ${told.sort().join("; ")}`;
}

interface AmbientWorkload {
  readonly network?: string;
  readonly addresses?: readonly string[];
  readonly networkGateway?: { readonly address?: { readonly address?: string } };
  readonly services?: Readonly<Record<string, unknown>>;
}

/** The endpoints of echo in the Envoy beside a client: what istiod made of all API servers, seen from one network. */
async function finding(model: Model, { name }: ModelCluster): Promise<string> {
  const page = await inPod(model.lab.cluster(name), "sample", "app=client", fetching("http://127.0.0.1:15000/clusters?format=json"));
  const { cluster_statuses: clusters = [] } = JSON.parse(body(page)) as EnvoyClusters;
  const echo = clusters.find((cluster) => cluster.name === `outbound|${port}||echo.sample.svc.cluster.local`);
  const names = namesOf(model);
  const hosts = (echo?.host_statuses ?? []).map(({ address: { socket_address: at } }) => names.get(at.address) ?? at.address);
  return `a client in ${name} finds echo at ${hosts.sort().join(", ")}`;
}

interface EnvoyClusters {
  readonly cluster_statuses?: readonly {
    readonly name: string;
    readonly host_statuses?: readonly { readonly address: { readonly socket_address: { readonly address: string } } }[];
  }[];
}

/** What is behind an address: a pod of a cluster, or the load balancer of its gateway. */
function namesOf({ lab }: Model): ReadonlyMap<string, string> {
  return new Map(
    lab.clusters.flatMap((cluster) => {
      const pods = items(cluster, "pods", "-n", "sample", "-l", "app=echo");
      const services = items(cluster, "services", "--all-namespaces");
      return [
        ...pods.flatMap(({ status }) => textOf(status, "podIP").map((ip) => [ip, `a pod of ${cluster.name}`] as const)),
        ...services.flatMap(({ status }) => balancedBy(status).map((ip) => [ip, `the gateway of ${cluster.name}`] as const)),
      ];
    }),
  );
}

/** Who answers when a client asks often enough. */
async function answered(model: Model, { name }: ModelCluster, clusters: number): Promise<string> {
  const places = new Map(
    model.lab.clusters.flatMap((cluster) =>
      items(cluster, "pods", "-n", "sample", "-l", "app=echo").map(({ metadata }) => [textOf(metadata, "name")[0], cluster.name] as const),
    ),
  );
  const text = await inPod(model.lab.cluster(name), "sample", "app=client", askedFor(clusters * 12));
  const pods = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => places.get(line) ?? line);
  return `a client in ${name} is answered by ${[...new Set(pods)].sort().join(", ")}`;
}

function items(cluster: LabCluster, ...args: readonly string[]): readonly KubeObject[] {
  return (JSON.parse(kubectl(cluster, ["get", ...args, "-o", "json"])) as { readonly items: readonly KubeObject[] }).items;
}

function textOf(object: KubeObject[string] | undefined, key: string): readonly string[] {
  const value = (object as KubeObject | undefined)?.[key];
  return typeof value === "string" ? [value] : [];
}

function balancedBy(status: KubeObject[string] | undefined): readonly string[] {
  const { loadBalancer } = (status ?? {}) as { readonly loadBalancer?: { readonly ingress?: readonly { readonly ip?: string }[] } };
  return (loadBalancer?.ingress ?? []).flatMap(({ ip }) => ip ?? []);
}

/** A page behind its status. */
function body(page: string): string {
  if (!page.startsWith("200\n")) throw new Error(page.slice(0, 200));
  return page.slice(4);
}
