import type { Plan, Step, StepKind } from "../model/plan.ts";
import type { Ledger } from "../model/survey.ts";
import type { Campaign } from "./campaign.ts";
import { leftOpen } from "./left-open.ts";

/** Kinds whose gate can be passed without writing anything, in the order in which a cluster is built. */
const gated: readonly StepKind[] = ["istiod", "cni", "ztunnel", "gateway", "address", "expose", "remote-secret", "config", "restart"];

/** Kinds of the second phase, which has waves of its own (decision 23). */
const configuration: ReadonlySet<StepKind> = new Set(["config", "restart", "prune"]);

/**
 * Steps that an earlier run wrote and that did not become ready then. Nothing of them is left to write, so the plan does not know them; but what comes after them
 * in their cluster must still wait for their gate, and so must every later wave: else a run that is begun again would carry on where its gate had stopped it. They come before
 * the plan's own steps.
 */
export function withUnfinished(campaign: Campaign, plan: Plan): Plan {
  const { job } = campaign;
  const known = new Set(plan.steps.map(({ id }) => id));
  const busy = new Set([...plan.steps.flatMap(({ clusters }) => clusters), ...leftOpen(campaign)]);
  const left = [...job.survey.clusters].flatMap(([cluster, survey]) =>
    survey.kind === "surveyed" && busy.has(cluster)
      ? unfinishedIn({ cluster, wave: plan.waveOf?.get(cluster) ?? 0 }, survey.ledger).filter(
          (step) => !known.has(step.id) && isWanted(campaign, cluster, step),
        )
      : [],
  );
  if (left.length === 0) return plan;
  const steps = plan.steps.map((step) => ({
    ...step,
    after: [...step.after, ...left.filter((other) => comesBefore(other, step)).map(({ id }) => id)].sort(),
  }));
  const [restarts, gates] = [left.filter(isRestart), left.filter((step) => !isRestart(step))];
  return { ...plan, steps: restarts.reduce(placed, [...gates, ...steps]) };
}

const isRestart = ({ kind }: Step): boolean => kind === "restart";

/** Restarts that an earlier run did not end come where they would have come: after all other work in their cluster but what is deleted there, and before the next wave. */
function placed(steps: readonly Step[], restart: Step): readonly Step[] {
  const isHere = ({ clusters }: Step): boolean => clusters.some((cluster) => restart.clusters.includes(cluster));
  const goes = steps.findIndex((step) => (isHere(step) && step.kind === "prune") || comesBefore(restart, step));
  const at = goes < 0 ? steps.length : goes;
  const after = steps
    .slice(0, at)
    .filter(isHere)
    .map(({ id }) => id);
  return [...steps.slice(0, at), { ...restart, after: after.sort() }, ...steps.slice(at)];
}

interface Where {
  readonly cluster: string;
  readonly wave: number;
}

function unfinishedIn(where: Where, ledger: Ledger | undefined): readonly Step[] {
  return (ledger?.entries ?? []).flatMap(({ step: id, state }) => {
    const kind = kindIn(id, where.cluster);
    return kind === undefined || state === "passed" ? [] : [gateOnly(id, kind, where)];
  });
}

/** What nobody asks for any more need not become ready. */
function isWanted(campaign: Campaign, cluster: string, { id, kind }: Step): boolean {
  if (kind === "restart") return campaign.mesh.rollout.restart === "rollout";
  const name = id.split("/").at(-1);
  if (kind === "config" || kind === "expose") return true;
  if (kind === "remote-secret") return campaign.mesh.clusters.some((peer) => peer.name === name);
  return [...campaign.wanted(cluster).values()].some(
    ({ origin, id: wish }) =>
      (origin.kind === "chart" && (origin.release === name || origin.chart === name)) || (wish.kind === "Gateway" && wish.name === name),
  );
}

/** `east/istiod-blue`, `east/gateway/ingress`, `east/remote-secret/west`: the ids that `plan` gives. */
function kindIn(id: string, cluster: string): StepKind | undefined {
  if (!id.startsWith(`${cluster}/`)) return undefined;
  const [word = ""] = id.slice(cluster.length + 1).split("/");
  return gated.find((kind) => word === kind || (kind === "istiod" && word.startsWith("istiod-")));
}

function gateOnly(id: string, kind: StepKind, { cluster, wave }: Where): Step {
  return {
    id,
    kind,
    stage: kind === "config" ? "config" : "install",
    clusters: [cluster],
    after: [],
    writes: [],
    gate: "what the run before waited for in vain",
    wave,
    irreversible: undefined,
  };
}

/** Whether a step has to wait for it: later work in the same cluster, what reads that cluster, and the waves after its own. */
function comesBefore(left: Step, step: Step): boolean {
  const [cluster = ""] = left.clusters;
  if (!step.clusters.includes(cluster)) return step.wave > left.wave && (configuration.has(step.kind) || !configuration.has(left.kind));
  if (isRestart(left)) return step.kind === "prune";
  const [mine, other] = [gated.indexOf(left.kind), gated.indexOf(step.kind)];
  return other >= 0 ? mine < other : step.kind === "default-revision" || step.kind === "prune";
}
