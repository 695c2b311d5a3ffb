import { type Edge, type StepDraft, stepRef } from "./draft.ts";

/** A step with its place: the steps it directly waits for, and how long the longest chain of steps before it is. */
export interface Placed {
  readonly step: StepDraft;
  readonly after: readonly string[];
  readonly depth: number;
}

/** A loop among the edges: a bug in an order, never the fault of a mesh. */
export class CycleError extends Error {}

/**
 * Steps with what they wait for. Stations without steps vanish, and what came before them comes before what comes after them. Of two
 * ways to say the same thing only the nearer is kept. The result is in an order that respects it.
 */
export function place(steps: readonly StepDraft[], edges: readonly Edge[]): readonly Placed[] {
  const graph = before(steps, edges);
  const order = sorted(graph);
  const real = new Map(steps.map((step, index) => [stepRef(step.id), index]));
  const nearest = nearestSteps(order, graph, real);
  const rows = ancestors(order, nearest, real);
  const placed = new Map<string, Placed>();
  for (const node of order) {
    const step = steps[real.get(node) ?? -1];
    if (step === undefined) continue;
    const preds = withoutFarther([...(nearest.get(node) ?? [])], rows, real).sort();
    const depth = preds.reduce((deepest, pred) => Math.max(deepest, 1 + (placed.get(pred)?.depth ?? 0)), 0);
    placed.set(node, { step, after: preds.map((pred) => pred.slice(1)), depth });
  }
  return [...placed.values()];
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** What comes directly before each node. A station is two nodes, its way in and its way out, with its steps between them (or nothing). */
function before(steps: readonly StepDraft[], edges: readonly Edge[]): Graph {
  const graph = new Map<string, Set<string>>();
  const link = (from: string, to: string) => {
    graph.set(from, graph.get(from) ?? new Set());
    graph.set(to, (graph.get(to) ?? new Set()).add(from));
  };
  const ends = new Set([...edges.flat(), ...steps.map((step) => step.station)]);
  const busy = new Set(steps.map((step) => step.station));
  for (const name of ends) if (!isStep(name) && !busy.has(name)) link(`> ${name}`, `< ${name}`);
  for (const { id, station } of steps) {
    link(`> ${station}`, stepRef(id));
    link(stepRef(id), `< ${station}`);
  }
  for (const [from, to] of edges) link(isStep(from) ? from : `< ${from}`, isStep(to) ? to : `> ${to}`);
  return graph;
}

function isStep(name: string): boolean {
  return name.startsWith(stepRef(""));
}

/** All nodes, each after what comes before it. */
function sorted(graph: Graph): readonly string[] {
  const waiting = new Map([...graph].map(([node, preds]) => [node, preds.size]));
  const followers = new Map<string, string[]>();
  for (const [node, preds] of graph) {
    for (const pred of preds) {
      const list = followers.get(pred);
      if (list === undefined) followers.set(pred, [node]);
      else list.push(node);
    }
  }
  const order = [...waiting].filter(([, count]) => count === 0).map(([node]) => node);
  for (const node of order) {
    for (const next of followers.get(node) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  if (order.length === graph.size) return order;
  const stuck = [...waiting].filter(([, count]) => count > 0).map(([node]) => node);
  throw new CycleError(`The order of steps has a loop among: ${stuck.sort().slice(0, 20).join(", ")}`);
}

/** For each node the steps that can be reached backwards without passing a step. Nodes that add nothing share their predecessor's set. */
function nearestSteps(order: readonly string[], graph: Graph, real: ReadonlyMap<string, number>): Graph {
  const nearest = new Map<string, ReadonlySet<string>>();
  const none: ReadonlySet<string> = new Set();
  const single = new Map<string, ReadonlySet<string>>([...real.keys()].map((id) => [id, new Set([id])]));
  for (const node of order) {
    const sets = [...(graph.get(node) ?? [])].map((pred) => single.get(pred) ?? nearest.get(pred) ?? none);
    const distinct = [...new Set(sets)].filter((set) => set.size > 0);
    nearest.set(node, distinct.length <= 1 ? (distinct[0] ?? none) : new Set(distinct.flatMap((set) => [...set])));
  }
  return nearest;
}

type Rows = readonly Uint32Array[];

/** For each step a bit per step that comes before it: twelve thousand steps take 18 MB, and the question "is it behind that one" one look. */
function ancestors(order: readonly string[], nearest: Graph, real: ReadonlyMap<string, number>): Rows {
  const words = Math.ceil(real.size / 32);
  const rows = Array.from({ length: real.size }, () => new Uint32Array(words));
  for (const node of order) {
    const row = rows[real.get(node) ?? -1];
    if (row === undefined) continue;
    for (const pred of nearest.get(node) ?? []) {
      const index = real.get(pred) ?? 0;
      const other = rows[index];
      for (let word = 0; word < words; word++) row[word] = (row[word] ?? 0) | (other?.[word] ?? 0);
      row[index >>> 5] = (row[index >>> 5] ?? 0) | (1 << (index & 31));
    }
  }
  return rows;
}

/** Without those that another one already waits for. */
function withoutFarther(ids: string[], rows: Rows, real: ReadonlyMap<string, number>): string[] {
  if (ids.length < 2) return ids;
  const words = rows[0]?.length ?? 0;
  const behind = new Uint32Array(words);
  for (const id of ids) {
    const row = rows[real.get(id) ?? -1];
    for (let word = 0; word < words; word++) behind[word] = (behind[word] ?? 0) | (row?.[word] ?? 0);
  }
  return ids.filter((id) => {
    const index = real.get(id) ?? 0;
    return ((behind[index >>> 5] ?? 0) & (1 << (index & 31))) === 0;
  });
}
