import { problem } from "../../catalog/problem.ts";
import type { Check } from "../../model/health.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { probeName, probeNamespace, probePorts } from "../../model/probe.ts";
import type { LiveWorld } from "../../world.ts";
import { failed, unknown, unseen } from "../check.ts";
import { look, type Seen } from "../observed.ts";
import { acrossName, type Heard, heardIn, isAnswered, judgeAcross } from "./judge.ts";
import { plainWorkload, probeHost, probeObjects, type Workload } from "./objects.ts";
import { put, takeAway } from "./presence.ts";

export type { Workload } from "./objects.ts";

/** Requests of a pair, each over a connection of its own: enough to meet more than one gateway address. */
const requests = 5;

/** Istiods hear of a new pod in another cluster within seconds. */
const answeredWithinMs = 60_000;
const pauseMs = 2_000;

interface Expedition {
  readonly mesh: Mesh;
  readonly workload?: Partial<Workload>;
  /** Done while the probe stands in every cluster that took it. */
  readonly meanwhile: () => Promise<void>;
  readonly stop: AbortSignal;
}

/**
 * Sends real requests from every cluster to every other, by a workload that stands there for that time. It is taken away again whatever happens; what a killed
 * run left, the next one takes away. Never throws for a cluster's sake.
 */
export async function requestsAcross(world: LiveWorld, { mesh, workload = {}, meanwhile, stop }: Expedition): Promise<readonly Check[]> {
  const members = mesh.clusters.filter(({ role }) => role !== "external");
  let stood: ReadonlyMap<string, Seen<void>> = new Map();
  let checks: readonly Check[] = [];
  let left: readonly Check[] = [];
  try {
    const all = members.map(async (cluster) => [cluster.name, await stand(world, { mesh, cluster, workload, stop })] as const);
    stood = new Map(await Promise.all(all));
    if (!stop.aborted) await meanwhile();
    checks = await pairsOf(world, { mesh, members, stood, stop });
  } finally {
    left = (await Promise.all(members.map((cluster) => leave(world, cluster, stood.get(cluster.name))))).flat();
  }
  return [...checks, ...left];
}

interface Standing {
  readonly mesh: Mesh;
  readonly cluster: Cluster;
  readonly workload: Partial<Workload>;
  readonly stop: AbortSignal;
}

function stand({ clusters, clock }: LiveWorld, { mesh, cluster, workload, stop }: Standing): Promise<Seen<void>> {
  const objects = probeObjects(mesh, cluster, { ...plainWorkload, ...workload });
  return look(put({ api: clusters.of(cluster), clock, stop }, objects, probeName(cluster)));
}

/** What could not be taken away is told; the next run takes it away first. A namespace of somebody else was told when it kept us out. */
async function leave({ clusters, clock }: LiveWorld, cluster: Cluster, stood: Seen<void> | undefined): Promise<readonly Check[]> {
  const gone = await look(takeAway({ api: clusters.of(cluster), clock, stop: never }));
  if (gone.kind === "seen" || gone.why.code === "probe-namespace-taken") return [];
  // Where it could not be put for the same reason, there is nothing to take away, and the reason was told.
  if (stood?.kind === "unseen" && stood.why.code === gone.why.code) return [];
  const place = { name: "probe-removed", cluster: cluster.name };
  return [failed(place, `The probe may still stand there. ${gone.why.message}`, `\`kubectl delete namespace ${probeNamespace}\``)];
}

/** Taking away goes on when the look was stopped. */
const never = new AbortController().signal;

interface Stood {
  readonly mesh: Mesh;
  readonly stood: ReadonlyMap<string, Seen<void>>;
  readonly stop: AbortSignal;
}

async function pairsOf(
  world: LiveWorld,
  { members, ...stood }: Stood & { readonly members: readonly Cluster[] },
): Promise<readonly Check[]> {
  const pairs = members.flatMap((from) => members.filter((to) => to !== from).map((to) => ({ from, to })));
  return Promise.all(pairs.map(({ from, to }) => across(world, { ...stood, from, to })));
}

interface Pair extends Stood {
  readonly from: Cluster;
  readonly to: Cluster;
}

async function across(world: LiveWorld, { mesh, from, to, stood, stop }: Pair): Promise<Check> {
  const place = { name: acrossName, cluster: from.name, peer: to.name };
  const [here, there] = [stood.get(from.name), stood.get(to.name)];
  if (here?.kind !== "seen")
    return here === undefined ? unknown(place, "The probe does not stand here.", "Run it again.") : unseen(place, here.why);
  if (there?.kind === "unseen") return unknown(place, `The probe could not be put into ${to.name}: ${there.why.message}`, there.why.remedy);
  const heard = await look(ask(world, { from, to, stop }));
  if (heard.kind === "unseen") return unseen(place, heard.why);
  return judgeAcross(heard.value, { mesh, from, to });
}

/** Asks until every request is answered as it should be, or time is up; then what was heard last counts. @throws Problem */
async function ask(
  { clusters, clock }: LiveWorld,
  { from, to, stop }: { readonly from: Cluster; readonly to: Cluster; readonly stop: AbortSignal },
): Promise<readonly Heard[]> {
  const api = clusters.of(from);
  const query = new URLSearchParams({ host: probeHost(from, to), port: String(probePorts.mesh), count: String(requests) });
  const service = probeName(from);
  const page = `/api/v1/namespaces/${probeNamespace}/services/${service}:${probePorts.control}/proxy/ask?${query}`;
  const end = clock.monotonic() + answeredWithinMs;
  for (;;) {
    if (stop.aborted) throw problem("look-stopped", { cluster: from.name });
    const told = await look(api.fetch(page, { timeoutMs: 15_000 }));
    const isOver = clock.monotonic() > end;
    // A pod is ready a moment before its Service leads to it.
    if (told.kind === "unseen" && (isOver || told.why.code === "permission-missing")) throw told.why;
    const heard = told.kind === "seen" ? heardIn(told.value) : [];
    if (heard === undefined)
      throw problem("page-unreadable", { cluster: from.name, pod: service, page: "/ask", why: "it has another shape" });
    if (told.kind === "seen" && (isAnswered(heard, to) || isOver)) return heard;
    await clock.sleep(pauseMs, stop);
  }
}
