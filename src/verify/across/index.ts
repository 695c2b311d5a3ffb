import { problem } from "../../catalog/problem.ts";
import type { Check } from "../../model/health.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { probeName, probeNamespace, probePorts } from "../../model/probe.ts";
import type { RunIdentity } from "../../model/survey.ts";
import type { LiveWorld } from "../../world.ts";
import { failed, unknown, unseen } from "../check.ts";
import { look, type Seen } from "../observed.ts";
import { beat, claim } from "./claim.ts";
import { acrossName, type Heard, heardIn, isAnswered, judgeAcross } from "./judge.ts";
import { plainWorkload, probeHost, probeNamespaceObject, probeObjects, type Workload } from "./objects.ts";
import { type Presence, put, takeAway } from "./presence.ts";

export type { Workload } from "./objects.ts";

/** Requests of a pair, each over a connection of its own: enough to meet more than one gateway address. */
const requests = 5;

/** Istiods hear of a new pod in another cluster within seconds. */
const answeredWithinMs = 60_000;
const pauseMs = 2_000;

interface Expedition {
  readonly mesh: Mesh;
  readonly workload?: Partial<Workload>;
  /** Whose probe it is: one look at a time has it in a cluster. */
  readonly by: Pick<RunIdentity, "id" | "by">;
  /** Done while the probe stands in every cluster that took it. */
  readonly meanwhile: () => Promise<void>;
  readonly stop: AbortSignal;
}

/**
 * Sends real requests from every cluster to every other, by a workload that stands there for that time. Another look's is waited for; ours is taken away again
 * whatever happens; what a killed run left, the next one takes away. Never throws for a cluster's sake.
 */
export async function requestsAcross(world: LiveWorld, expedition: Expedition): Promise<readonly Check[]> {
  const { mesh, meanwhile, stop } = expedition;
  const members = mesh.clusters.filter(({ role }) => role !== "external");
  const over = new AbortController();
  let stood: ReadonlyMap<string, Seen<void>> = new Map();
  let checks: readonly Check[] = [];
  let left: readonly Check[] = [];
  try {
    const claimed = await claimAll(world, { ...expedition, members, over: over.signal });
    const all = [...claimed].map(async ([cluster, mine]) => [cluster.name, await stand(world, { ...expedition, cluster, mine })] as const);
    stood = new Map(await Promise.all(all));
    if (!stop.aborted) await meanwhile();
    checks = await pairsOf(world, { mesh, members, stood, stop });
  } finally {
    over.abort();
    left = (await Promise.all(members.map((cluster) => leave(world, { ...expedition, cluster, stood: stood.get(cluster.name) })))).flat();
  }
  return [...checks, ...left];
}

interface Claiming extends Expedition {
  readonly members: readonly Cluster[];
  readonly over: AbortSignal;
}

/**
 * Takes the probe's namespace in every cluster. The first by name that can be had decides between two looks that begin at once, so that they do not wait for each
 * other; while that one is another's, nothing is taken anywhere.
 */
async function claimAll(world: LiveWorld, { members, over, ...how }: Claiming): Promise<ReadonlyMap<Cluster, Seen<void>>> {
  const claimed = new Map<Cluster, Seen<void>>();
  const take = async (cluster: Cluster): Promise<Seen<void>> => {
    const presence = presenceIn(world, cluster, how);
    const mine = await look(claim(presence, probeNamespaceObject(how.mesh, cluster)));
    if (mine.kind === "seen") void beat(presence, over);
    claimed.set(cluster, mine);
    return mine;
  };
  const [...waiting] = members.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const mine = await take(next);
    if (mine.kind === "seen") break;
    if (mine.why.code === "probe-held") return new Map(members.map((cluster) => [cluster, mine]));
  }
  await Promise.all(waiting.map(take));
  return claimed;
}

function presenceIn(
  { clusters, clock }: LiveWorld,
  cluster: Cluster,
  { mesh, by, stop }: Pick<Expedition, "mesh" | "by" | "stop">,
): Presence {
  const run = { id: by.id, text: `${by.id} by ${by.by}` };
  return { api: clusters.of(cluster), clock, stop, run, silenceSeconds: leastSilence + 3 * mesh.clusters.length };
}

/** Seconds; several beats, and one request that is slow. */
const leastSilence = 16;

interface Standing extends Expedition {
  readonly cluster: Cluster;
  readonly mine: Seen<void>;
}

function stand(world: LiveWorld, { cluster, mine, workload = {}, ...how }: Standing): Promise<Seen<void>> {
  if (mine.kind === "unseen") return Promise.resolve(mine);
  const objects = probeObjects(how.mesh, cluster, { ...plainWorkload, ...workload });
  return look(put(presenceIn(world, cluster, how), objects, probeName(cluster)));
}

/** What could not be taken away is told; the next look takes it away first. */
async function leave(
  world: LiveWorld,
  { cluster, stood, ...how }: Expedition & { readonly cluster: Cluster; readonly stood: Seen<void> | undefined },
): Promise<readonly Check[]> {
  const gone = await look(takeAway(presenceIn(world, cluster, { ...how, stop: never })));
  if (gone.kind === "seen") return [];
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
