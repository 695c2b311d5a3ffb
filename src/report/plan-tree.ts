import type { Guard, Plan, Step, StepKind } from "../model/plan.ts";
import { counted, distinct, groupBy } from "./count.ts";
import { ownerOf, phasesOf } from "./plan-phases.ts";
import { number } from "./rich.ts";
import { shortened, visible } from "./visible.ts";

/**
 * The plan as a tree that can be reviewed, from top to bottom in an order in which it may run; clusters with the same steps together. Every step names what
 * it waits for, how much it writes, and what is looked at before anything goes on. `hidden` steps of other clusters are counted. No line ends in white space.
 */
export function planTree(plan: Plan, hidden = 0): string {
  if (plan.steps.length === 0 && hidden === 0 && (plan.heldBack ?? []).length === 0) return "nothing to do";
  const guards = plan.guards.map((guard) => leaf(`! ${guardText(guard)}`));
  const nodes = [
    ...(guards.length === 0 ? [] : [{ text: "before it is applied", children: guards }]),
    ...phasesOf(plan).map(({ title, rounds }) => ({ text: title, children: rounds.flatMap(clusterNodes) })),
    ...heldBackNodes(plan),
    ...(hidden === 0 ? [] : [leaf(`${counted(hidden, "step")} in other clusters ${hidden === 1 ? "is" : "are"} not shown`)]),
  ];
  return [`plan ${plan.digest.plan.slice(0, 8)}`, ...draw(nodes)].join("\n");
}

/** With the clusters it is about, unless it names them itself: its numbers are of all of them together. */
function guardText({ reason, clusters, text }: Guard): string {
  const where = reason === "prune_unconfirmed" || clusters.length === 0 ? "" : `${clusterText(clusters)}: `;
  return shown(`${where}${text}`, 240);
}

/** Steps that were asked for and come after steps that were not. */
function heldBackNodes({ heldBack = [] }: Plan): readonly Node[] {
  const children = heldBack.map(({ step, waitsFor }) => leaf(`${shown(step, 120)}  ·  after ${afterText(waitsFor, "")}`));
  return children.length === 0 ? [] : [{ text: "left for later: it comes after what was left out", children }];
}

interface Node {
  readonly text: string;
  readonly children: readonly Node[];
}

function leaf(text: string): Node {
  return { text, children: [] };
}

/** Steps of one cluster under its name; clusters whose steps read the same are told once. */
function clusterNodes(steps: readonly Step[]): readonly Node[] {
  const owned = groupBy(steps, ownerOf).map((group) => ({ clusters: group[0]?.clusters ?? [], nodes: stepNodes(group) }));
  return groupBy(owned, ({ nodes }) => JSON.stringify(nodes)).map((same) => ({
    text: clusterText(same.flatMap(({ clusters }) => clusters)),
    children: same[0]?.nodes ?? [],
  }));
}

function clusterText(clusters: readonly string[]): string {
  const names = clusters.slice(0, 6).map((name) => shown(name, 60));
  const rest = clusters.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${number(rest)} more clusters` : names.join(", ");
}

/** Many steps of one kind in one cluster (a remote secret per peer) are one line. */
function stepNodes(steps: readonly Step[]): readonly Node[] {
  const own = steps[0]?.clusters.length === 1 ? (steps[0].clusters[0] ?? "") : "";
  return runsOf(steps).flatMap((group) => (group.length > 4 ? [manyNode(group, own)] : group.map((step) => stepNode(step, own))));
}

/** Neighbours of one kind: taking others in as well would tell a step before what it waits for. */
function runsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  let run = 0;
  const numbered = steps.map((step, place) => {
    if (place > 0 && steps[place - 1]?.kind !== step.kind) run += 1;
    return { step, run };
  });
  return groupBy(numbered, (each) => String(each.run)).map((group) => group.map(({ step }) => step));
}

function stepNode(step: Step, own: string): Node {
  const parts = [
    nameOf(step.id, own),
    writesText(step),
    // Before the gate, which is long: what stands behind it is beyond the edge of a comment.
    step.irreversible === undefined ? "" : `CANNOT BE UNDONE: ${shown(step.irreversible, 160)}`,
    step.after.length === 0 ? "" : `after ${afterText(step.after, own)}`,
    step.gate === undefined ? "" : `gate: ${shown(step.gate, 160)}`,
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
  restart: "restart",
  prune: "prune",
  "default-revision": "default-revision",
};

/** Ids without the cluster they stand under, so that equal steps of two clusters read equal. */
function nameOf(id: string, own: string): string {
  return shown(own !== "" && id.startsWith(`${own}/`) ? id.slice(own.length + 1) : id, 120);
}

/** Steps of the cluster itself first: else clusters that wait for the same would read differently by where their names stand in the alphabet. */
function afterText(ids: readonly string[], own: string): string {
  const isOwn = (id: string): boolean => own !== "" && id.startsWith(`${own}/`);
  const sorted = ids.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  const names = sorted.slice(0, 5).map((id) => nameOf(id, own));
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
