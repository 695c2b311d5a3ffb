import type { Plan, Step, StepKind } from "../model/plan.ts";
import { counted, distinct, groupBy } from "./count.ts";
import { number } from "./rich.ts";
import { shortened, visible } from "./visible.ts";

/**
 * The plan as a tree that can be reviewed: what spans all clusters first, then wave by wave, clusters with the same steps together. Every
 * step names what it waits for, how much it writes, and what is looked at before anything goes on. No line ends in white space.
 */
export function planTree(plan: Plan): string {
  if (plan.steps.length === 0) return "nothing to do";
  const numbers = distinct(plan.steps.map((step) => String(step.wave).padStart(6, "0"))).map(Number);
  const nodes = numbers.map((wave) => waveNode(wave, plan));
  const guards =
    plan.guards.length === 0
      ? []
      : [{ text: "before it is applied", children: plan.guards.map(({ text }) => leaf(`! ${shown(text, 200)}`)) }];
  return [`plan ${plan.digest.plan.slice(0, 8)}`, ...draw([...nodes, ...guards])].join("\n");
}

interface Node {
  readonly text: string;
  readonly children: readonly Node[];
}

function leaf(text: string): Node {
  return { text, children: [] };
}

function waveNode(wave: number, plan: Plan): Node {
  const steps = plan.steps.filter((step) => step.wave === wave);
  const soak = plan.waves.find((each) => each.number === wave)?.soakSeconds ?? 0;
  const title = wave === 0 ? "all clusters together" : `wave ${wave}${soak > 0 ? `, then ${duration(soak)} of soak` : ""}`;
  return { text: title, children: wave === 0 ? barrierNodes(steps) : clusterNodes(steps) };
}

/** Barriers are told one by one; single clusters' steps before the first wave under their clusters. */
function barrierNodes(steps: readonly Step[]): readonly Node[] {
  const [wide, single] = [steps.filter((step) => step.clusters.length !== 1), steps.filter((step) => step.clusters.length === 1)];
  return [...stepNodes(wide), ...clusterNodes(single)];
}

/** Steps of one cluster under its name; clusters whose steps read the same are told once. */
function clusterNodes(steps: readonly Step[]): readonly Node[] {
  const owned = groupBy(steps, ownersOf).map((group) => ({ clusters: group[0]?.clusters ?? [], nodes: stepNodes(group) }));
  return groupBy(owned, ({ nodes }) => JSON.stringify(nodes)).map((same) => ({
    text: clusterText(same.flatMap(({ clusters }) => clusters)),
    children: same[0]?.nodes ?? [],
  }));
}

function ownersOf(step: Step): string {
  return step.clusters.join();
}

function clusterText(clusters: readonly string[]): string {
  const names = clusters.slice(0, 6).map((name) => shown(name, 60));
  const rest = clusters.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${number(rest)} more clusters` : names.join(", ");
}

/** Many steps of one kind in one cluster (a remote secret per peer) are one line. */
function stepNodes(steps: readonly Step[]): readonly Node[] {
  const own = steps[0]?.clusters.length === 1 ? (steps[0].clusters[0] ?? "") : "";
  return groupBy(steps, (step) => step.kind).flatMap((group) =>
    group.length > 4 ? [manyNode(group, own)] : group.map((step) => stepNode(step, own)),
  );
}

function stepNode(step: Step, own: string): Node {
  const parts = [
    nameOf(step.id, own),
    writesText(step),
    step.after.length === 0 ? "" : `after ${afterText(step.after, own)}`,
    step.gate === undefined ? "" : `gate: ${shown(step.gate, 160)}`,
    step.irreversible === undefined ? "" : `CANNOT BE UNDONE: ${shown(step.irreversible, 160)}`,
  ];
  return leaf(parts.filter((part) => part !== "").join("  ·  "));
}

function manyNode(steps: readonly Step[], own: string): Node {
  const writes = steps.reduce((total, step) => total + step.writes.length, 0);
  const after = distinct(steps.flatMap((step) => step.after));
  const parts = [
    `${kindNames[steps[0]?.kind ?? "config"]} × ${number(steps.length)}`,
    writes === 0 ? "" : counted(writes, "object"),
    after.length === 0 ? "" : `after ${afterText(after, own)}`,
  ];
  return leaf(parts.filter((part) => part !== "").join("  ·  "));
}

const kindNames: Readonly<Record<StepKind, string>> = {
  namespace: "namespace",
  "gateway-api": "gateway-api",
  certificates: "certificates",
  base: "base",
  reader: "reader",
  istiod: "istiod",
  cni: "cni",
  ztunnel: "ztunnel",
  gateway: "gateway",
  address: "address",
  expose: "expose",
  "remote-secret": "remote-secret",
  config: "config",
  prune: "prune",
  "default-revision": "default-revision",
};

/** Ids without the cluster they stand under, so that equal steps of two clusters read equal. */
function nameOf(id: string, own: string): string {
  return shown(own !== "" && id.startsWith(`${own}/`) ? id.slice(own.length + 1) : id, 120);
}

function afterText(ids: readonly string[], own: string): string {
  const names = ids.slice(0, 5).map((id) => nameOf(id, own));
  const rest = ids.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${number(rest)} more` : names.join(", ");
}

function writesText(step: Step): string {
  const signs = { create: "+", update: "~", replace: "±", delete: "-" } as const;
  const kinds = (["create", "update", "replace", "delete"] as const).map((kind) => ({
    kind,
    count: step.writes.filter((write) => write.kind === kind).length,
  }));
  return kinds
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${signs[kind]}${number(count)}`)
    .join(" ");
}

function duration(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

function shown(text: string, length: number): string {
  return shortened(visible(text), length);
}

function draw(nodes: readonly Node[], indent = ""): readonly string[] {
  return nodes.flatMap((node, index) => {
    const isLast = index === nodes.length - 1;
    const branch = `${indent}${isLast ? "└─ " : "├─ "}${node.text}`.trimEnd();
    return [branch, ...draw(node.children, `${indent}${isLast ? "   " : "│  "}`)];
  });
}
