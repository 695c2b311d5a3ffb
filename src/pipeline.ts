import { diff } from "./diff/index.ts";
import { load, loadPlain, vaultOf, writeLock } from "./load/index.ts";
import type { Applied, LiveStudy, Permit, Refusal, WayBack } from "./model/apply.ts";
import { chartKey, sourceText } from "./model/chart.ts";
import type { Desired } from "./model/desired.ts";
import type { Finding } from "./model/finding.ts";
import type { JsonObject } from "./model/json.ts";
import { type HostNames, withHostNames } from "./model/mesh.ts";
import { Problem } from "./model/problem.ts";
import type { Proposal } from "./model/proposal.ts";
import type { HostRoutes } from "./model/routes.ts";
import { previousFor } from "./model/state.ts";
import type { Request, Study } from "./model/study.ts";
import type { RunIdentity, Survey } from "./model/survey.ts";
import type { Tree } from "./model/tree.ts";
import { withWaivers } from "./model/waiver.ts";
import { adoptionOf } from "./pipeline/adoption.ts";
import { chartsFor, fetchAll, needed, problemOnly, problemsIn, sourcesOf, type Vouched } from "./pipeline/charts.ts";
import { opened } from "./pipeline/opened.ts";
import { namesIn, readable } from "./pipeline/questions.ts";
import type { Beforehand } from "./pipeline/shards.ts";
import { plan, reasonsNotToApply, reasonsNotToRenew, reasonsNotToRenewDue, withdrawn, within } from "./plan/index.ts";
import { type Pace, reconcile } from "./reconcile/index.ts";
import { emptyMemory, plainRequest, render, renderPlain } from "./render/index.ts";
import { type Report, report } from "./report/index.ts";
import { access, adoptions, drift, dueIn, hostNamesIn, living, prerequisites, renewalsIn, type Scope, survey } from "./survey/index.ts";
import { changedRoutesOf, routesOf, validate } from "./validate/index.ts";
import { verify, type Workload } from "./verify/index.ts";
import type { LiveWorld, World } from "./world.ts";

export { type Answers, ask, heardOn, replayed, splitLook, withPorts } from "./pipeline/looks.ts";
export { calendarOf, governing, keepFromChange, letChange, look, statusOf, tellToStop, trustOf } from "./pipeline/questions.ts";
export { type Beforehand, type Cooked, cook, handedOn, split } from "./pipeline/shards.ts";

/** What `isthmus lock` writes, and what kept it from being whole. */
export interface Locked {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** How an apply is to go. */
export interface Order {
  readonly permit: Permit;
  /** Names the run, once its plan is known. */
  readonly identify: (planDigest: string, commit: string | undefined) => RunIdentity;
  /** `probe` also sends requests between the clusters. */
  readonly verification: "none" | "look" | "probe";
  /** Otherwise than the mesh says. */
  readonly pace?: Pace;
  /** On whose behalf: what they locked themselves does not hinder it. */
  readonly onBehalfOf?: string;
  /** Asked once every cluster is held, before anything is written: whether it is still wanted. */
  readonly confirm?: () => Promise<boolean>;
  /** How the probe's workload runs where its plain form does not. */
  readonly workload?: Partial<Workload>;
  readonly stop: AbortSignal;
}

/** What a pull request would do. */
export async function preview(world: World, request: Request): Promise<Report> {
  return report(await study(world, request));
}

/** What is wrong with plain files, judged as one cluster's without a mesh document. */
export async function lint(world: World, request: Request): Promise<Report> {
  const head = loadPlain(await world.files.read(request.head));
  const engine = await world.charts.engine();
  const requests = head.mesh === undefined ? [] : [plainRequest(head.mesh)];
  const charts = await fetchAll(world, head, { requests, vouched: new Set() });

  const desired = renderPlain(head, charts, engine);
  const changes = diff(desired, desired);
  const intended = plan({ head, base: head, desired, baseline: desired, changes });
  const findings = validate({ head, base: undefined, desired, baseline: undefined, changes, plan: intended, at: request.at });
  return report({
    request,
    head,
    base: undefined,
    desired,
    baseline: undefined,
    changes,
    plan: intended,
    findings,
    problems: problemsIn(charts),
  });
}

/** The text of `isthmus.lock` for the charts a mesh uses today; what could not be fetched is not in it. */
export async function lock(world: World, request: Request): Promise<Locked> {
  const head = load(await world.files.read(request.head));
  // Unlocked on purpose: the lock is written from what is there, not from what it said before.
  const charts = await chartsFor(world, { ...head, lock: undefined }, sourcesOf(head));
  const locked = needed(head).flatMap((chart) => {
    const fetched = charts.get(chartKey(chart));
    if (fetched === undefined || fetched instanceof Problem) return [];
    return [{ source: sourceText(chart.source), name: chart.name, version: chart.version, digest: fetched.digest }];
  });
  return { text: writeLock(locked), findings: head.mesh === undefined ? head.findings : [], problems: problemsIn(charts) };
}

/** Which objects decide about the requests for a host in every cluster, before and after, as the files say. @throws Problem `mesh-unreadable` */
export async function explain(world: World, request: Request, host: string): Promise<readonly HostRoutes[]> {
  const known = await study(world, request);
  readable(known.head);
  return routesOf(known, host).filter(({ cluster }) => request.clusters.length === 0 || request.clusters.includes(cluster));
}

/** The hosts about which a request decides otherwise than what was before, in the clusters it names. @throws Problem `mesh-unreadable` */
export async function effects(world: World, request: Request): Promise<readonly HostRoutes[]> {
  const known = await study(world, request);
  readable(known.head);
  return changedRoutesOf(known, request.clusters);
}

/** What a request means, before anything is done about it. Reads; never writes. `beforehand`: what others rendered for it. */
export async function study(world: World, request: Request, beforehand: Beforehand = {}): Promise<Study> {
  return (await studied(world, request, beforehand)).study;
}

interface Studied {
  readonly study: Study;
  /** Where logins for charts may be sent. */
  readonly vouched: Vouched;
  /** Renders the head anew: with the names of load balancers, and with other files where they are given. */
  readonly again: (names: HostNames, tree?: Tree) => Desired;
}

/** A study, and a way to render its head again with what is known of gateways by then. */
async function studied(
  world: World,
  request: Request,
  { memory = emptyMemory(), withheld, problems = [] }: Beforehand = {},
): Promise<Studied> {
  const { engine, head, base, governing, vouched, charts, chartsBefore } = await opened(world, request);
  const ware = { memory, ...(withheld === undefined ? {} : { withheld }) };
  const desired = render(head, charts, engine, ware);
  const baseline = base && chartsBefore && render(base, chartsBefore, engine, ware);

  const changes = diff(desired, baseline);
  const isBack = request.isBack === true;
  const intended = within(plan({ head, base, desired, baseline, changes, isBack }), request.part, head.mesh?.rollout);
  const judged = validate({ head, base, desired, baseline, changes, plan: intended, at: request.at });
  const findings = withWaivers(judged, { waivers: request.waivers ?? [], digest: intended.digest, at: request.at });
  const all = [...problems, ...problemsIn(charts)];
  return {
    study: { request, head, base, desired, baseline, changes, plan: intended, findings, problems: all },
    vouched,
    again: (names, tree) => {
      const repository = tree === undefined ? head : load(tree, governing);
      const { mesh } = repository;
      return render(mesh === undefined ? repository : { ...repository, mesh: withHostNames(mesh, names) }, charts, engine, ware);
    },
  };
}

/** What applying would do now: against what the clusters hold, and with everything that stands in the way. Reads every cluster, writes to none. */
export async function examine(world: LiveWorld, request: Request): Promise<LiveStudy> {
  return (await examined(world, request)).study;
}

/** The same, and what the files would be if Git took over what is live in these clusters; none named: in all. `beforehand`: what others rendered for it. */
export async function examineDrift(
  world: LiveWorld,
  request: Request,
  clusters: readonly string[],
  beforehand: Beforehand = {},
): Promise<{ readonly study: LiveStudy; readonly adoption: Proposal }> {
  const { study, again, names } = await examined(world, request, { beforehand });
  return { study, adoption: adoptionOf(study, clusters, (tree) => again(names, tree)) };
}

/** Makes the clusters what the mesh says, or says why not, and looks whether it works. An empty plan takes no lease and writes nothing. */
export async function apply(
  world: LiveWorld,
  request: Request,
  { permit, identify, verification, workload = {}, pace = {}, onBehalfOf, confirm, stop }: Order,
): Promise<Applied> {
  const who = onBehalfOf === undefined ? {} : { onBehalfOf };
  const { study, again } = await examined(world, request, who);
  const identity = identify(study.plan.digest.plan, study.head.tree.commit);
  const refusals = reasonsNotToApply(study, permit);
  if (refusals.length > 0) return { study, identity, refusals, run: undefined, health: undefined };

  const { survey: seen, adoptions: adopted } = study.live;
  const { force, confirmedDeletions } = permit;
  const rerender = async (names: HostNames): Promise<Desired> => again(names);
  const job = {
    study,
    survey: seen,
    identity,
    force,
    stop,
    confirmedDeletions,
    adoptions: adopted,
    rerender,
    ...pace,
    ...who,
    ...(confirm && { confirm }),
  };
  // Secrets of the repository go from its files to the servers they are for, past everything in between.
  const run = await reconcile(world, { ...job, sealed: vaultOf(study.head.tree) });
  if (run.isWithdrawn === true) return { study, identity, refusals: [withdrawn], run: undefined, health: undefined };
  const { mesh } = study.head;
  // Who stops a run wants it to end: half a mesh would only be found to be half a mesh.
  const isWanted = verification !== "none" && !stop.aborted && pace.isRehearsal !== true;
  const health =
    mesh === undefined || !isWanted
      ? undefined
      : await verify(world, { mesh, probe: verification === "probe", by: identity, workload, stop });
  return { study, identity, refusals, run, health };
}

/** Renews the intermediates of the named clusters (none named: of all) and does nothing else: the part of an apply that is about certificates, under the same lease and ledger. */
export async function renewTrust(world: LiveWorld, request: Request, order: Pick<Order, "identify" | "stop">): Promise<Applied> {
  return renewed(world, await examined(world, request, { renewal: "asked" }), { ...order, reasonsNotTo: reasonsNotToRenew });
}

/** Renews the certificates and tokens whose time has come, where the mesh lets a merge write, and does nothing else. */
export async function renewDue(world: LiveWorld, request: Request, order: Pick<Order, "identify" | "stop">): Promise<Applied> {
  return renewed(world, await examined(world, request, { renewal: "due" }), { ...order, reasonsNotTo: reasonsNotToRenewDue });
}

type Renewal = Pick<Order, "identify" | "stop"> & { readonly reasonsNotTo: (study: LiveStudy) => readonly Refusal[] };

async function renewed(world: LiveWorld, { study }: Examined, { identify, stop, reasonsNotTo }: Renewal): Promise<Applied> {
  const identity = identify(study.plan.digest.plan, study.head.tree.commit);
  const refusals = reasonsNotTo(study);
  if (refusals.length > 0) return { study, identity, refusals, run: undefined, health: undefined };
  const run = await reconcile(world, { study, survey: study.live.survey, identity, force: false, stop });
  return { study, identity, refusals, run, health: undefined };
}

interface Examined {
  readonly study: LiveStudy;
  readonly again: Studied["again"];
  /** Names of load balancers that were seen. */
  readonly names: HostNames;
}

interface Examination {
  /** Nothing but certificates that somebody asked for, or what is due. */
  readonly renewal?: "asked" | "due";
  readonly onBehalfOf?: string;
  readonly beforehand?: Beforehand;
}

async function examined(world: LiveWorld, request: Request, { renewal, beforehand, ...who }: Examination = {}): Promise<Examined> {
  const { study, vouched, again } = await studied(world, request, beforehand);
  const { mesh } = study.head;
  if (mesh === undefined) return { study: { ...study, live: nothingRead(request) }, again, names: new Map() };

  const staying = new Set([...mesh.clusters.map(({ name }) => name), ...(study.head.leftOut ?? [])]);
  const leaving = study.base?.mesh?.clusters.filter(({ name }) => !staying.has(name)) ?? [];
  const renew = renewal === "asked" ? namesIn(mesh, request) : [];
  const first = { mesh, desired: study.desired, leaving, renew, ...who };
  const asRendered = await survey(world, first);
  // Load balancers that have names make other objects than those with addresses: what is wanted is rendered with them, and looked for once more.
  const names = hostNamesIn(asRendered, mesh);
  const scope: Scope = names.size === 0 ? first : { ...first, desired: again(names) };
  const seen = names.size === 0 ? asRendered : await survey(world, scope);
  const { desired } = scope;

  const baseline = living(scope, seen);
  const all = diff(desired, baseline);
  const changes = renewal === undefined ? all : renewal === "asked" ? renewalsIn(all, renew) : dueIn(all, seen);
  const whole = plan({ head: study.head, base: study.base, desired, baseline, changes, isBack: request.isBack === true });
  const intended = within(whole, request.part, mesh.rollout);
  const unmet = await prerequisites(world, scope, intended, seen);
  const back =
    renewal !== undefined || intended.steps.length === 0
      ? {}
      : { wayBack: await wayBack(world, { study: { ...study, desired, plan: intended }, vouched }, seen) };
  const { digest, deletions } = study.plan;
  const live = {
    survey: seen,
    unmet,
    drift: drift(scope, seen, changes),
    adoptions: adoptions(scope, seen),
    change: { digest, deletions },
    ...back,
  };
  return { study: { ...study, desired, baseline, changes, plan: intended, live }, again, names };
}

/**
 * The way back from what is wanted now, rendered and judged before the first step is taken: to the mesh that was applied before, by the commit in the ledgers. What
 * cannot be read (a clone that is too shallow, a run that was made from a folder) is unknown, and hinders nothing.
 */
async function wayBack(world: LiveWorld, { study, vouched }: Omit<Studied, "again">, seen: Survey): Promise<WayBack> {
  const { head, desired, request } = study;
  const { digest } = study.plan;
  const to = previousFor(seen, { id: "", by: "", planDigest: digest.plan, commit: head.tree.commit });
  if (to === undefined) return { kind: "none" };
  if (to.commit === undefined) return { kind: "unknown", to, why: "that run was made from a folder, not from a commit" };
  try {
    const there = load(await world.files.read({ kind: "commit", revision: to.commit }));
    const then = render(there, await chartsFor(world, there, vouched), await world.charts.engine());
    const changes = diff(then, desired);
    const intended = plan({ head: there, base: head, desired: then, baseline: desired, changes, isBack: request.isBack !== true });
    const findings = validate({ head: there, base: head, desired: then, baseline: desired, changes, plan: intended, at: request.at });
    const errors = findings.filter(({ severity, accepted }) => severity === "error" && accepted === undefined).length;
    return { kind: "known", to, plan: intended, errors };
  } catch (error) {
    return { kind: "unknown", to, why: problemOnly(error).message };
  }
}

function nothingRead({ at }: Request): LiveStudy["live"] {
  return { survey: { at, clusters: new Map() }, unmet: [], drift: [], adoptions: { objects: [], releases: [] } };
}

/** The least that Isthmus must be allowed to do in the clusters of this mesh, as objects that grant it. */
export async function accessNeeded(
  world: World,
  request: Request,
  what: { readonly probe: boolean; readonly locks: boolean },
): Promise<readonly JsonObject[]> {
  const { head, desired } = await study(world, request);
  return access({ mesh: readable(head), desired, leaving: [] }, what);
}
