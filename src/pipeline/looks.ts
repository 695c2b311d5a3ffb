import { isObject, type Json } from "../model/json.ts";
import { type Cluster, withHostNames } from "../model/mesh.ts";
import type { Request } from "../model/study.ts";
import type { RunIdentity } from "../model/survey.ts";
import { cookedIn, emptyMemory, type Memory, remember, render } from "../render/index.ts";
import { hostNamesIn, readCalendar, survey } from "../survey/index.ts";
import { verify } from "../verify/index.ts";
import type { LiveWorld, World } from "../world.ts";
import { opened } from "./opened.ts";
import { repositoryOf } from "./questions.ts";
import { evenly } from "./shards.ts";
import { type Answers, recording, withPorts } from "./tape.ts";

export { type Answers, replayed, withPorts } from "./tape.ts";

/**
 * A look at the clusters of a mesh, shared by several processes: each asks its own clusters, and one judges all answers. It judges as if it had asked itself: what is
 * wrong with a mesh is seen by looking at all of it.
 */

/**
 * The clusters of a mesh in at most so many shards of about equal size: lists of names, each sorted. Clusters that are served by one istiod stay together, because what is
 * asked of a remote depends on what its istiod says. The same files give the same shards; a mesh that cannot be read is one empty shard.
 */
export async function splitLook(world: World, request: Request, count: number): Promise<readonly (readonly string[])[]> {
  const { mesh } = await repositoryOf(world, request);
  return evenly(families(mesh?.clusters ?? []), count, { mayCut: false });
}

function families(clusters: readonly Cluster[]): readonly (readonly string[])[] {
  const heads = new Map(clusters.map(({ name, primary, configCluster }) => [name, primary ?? configCluster ?? name]));
  const headOf = (name: string, passed: ReadonlySet<string> = new Set()): string => {
    const next = heads.get(name) ?? name;
    return next === name || passed.has(next) ? name : headOf(next, new Set([...passed, name]));
  };
  return [...Map.groupBy(clusters, ({ name }) => headOf(name)).values()].map((family) => family.map(({ name }) => name));
}

/** How a shard looks. */
export interface Looking {
  readonly clusters: readonly string[];
  /** Whether it is also looked at how the mesh works, not only at what the clusters hold. */
  readonly isMeshSeen: boolean;
  readonly by: Pick<RunIdentity, "id" | "by">;
}

/** Asks these clusters all that a look at the whole mesh asks of them, and renders what they should hold. Judges nothing, and writes nothing. */
export async function ask(world: LiveWorld, request: Request, { clusters, isMeshSeen, by }: Looking): Promise<Json> {
  const { engine, head, charts } = await opened(world, request);
  const answers: Answers = new Map();
  const memory = emptyMemory();
  const { mesh } = head;
  if (mesh !== undefined) {
    const here = withPorts(world, recording(world, answers, new Set(clusters)), world);
    const ware = { memory, only: new Set(clusters) };
    const scope = { mesh, desired: render(head, charts, engine, ware), leaving: [] };
    const names = hostNamesIn(await survey(here, scope), mesh);
    // As `examined` does: names of load balancers make other objects, which are then asked for as well.
    if (names.size > 0) {
      const named = { ...head, mesh: withHostNames(mesh, names) };
      await survey(here, { ...scope, desired: render(named, charts, engine, ware) });
    }
    if (isMeshSeen) await verify(here, { mesh, probe: false, by });
    await readCalendar(here, mesh);
  }
  return { cooked: cookedIn(memory), answers: Object.fromEntries(answers) };
}

/** What several shards asked and rendered, in one; which of them handed on something else than `ask` gives, by index. */
export function heardOn(all: readonly Json[]): {
  readonly answers: Answers;
  readonly memory: Memory;
  readonly broken: ReadonlySet<number>;
} {
  const answers: Answers = new Map();
  const memory = emptyMemory();
  const broken = new Set<number>();
  for (const [index, part] of all.entries()) {
    const [told, cooked] = isObject(part) ? [part["answers"], part["cooked"]] : [];
    if (!isObject(told) || cooked === undefined || !remember(memory, cooked)) broken.add(index);
    else for (const [question, answer] of Object.entries(told)) if (answer !== undefined) better(answers, question, answer);
  }
  return { answers, memory, broken };
}

/** What several were asked (a signer) and one of them was told is known. */
function better(answers: Answers, question: string, answer: Json): void {
  const before = answers.get(question);
  if (before === undefined || (isObject(before) && before["said"] === undefined)) answers.set(question, answer);
}
