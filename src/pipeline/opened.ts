import { problem } from "../catalog/problem.ts";
import { load } from "../load/index.ts";
import type { ChartSet, Engine } from "../model/chart.ts";
import type { Repository } from "../model/repository.ts";
import type { Request } from "../model/study.ts";
import type { World } from "../world.ts";
import { chartsFor, type Vouched, vouchedBy } from "./charts.ts";

/** What a request names, read and loaded, with the charts both sides are rendered with. */
export interface Opened {
  readonly engine: Engine;
  readonly head: Repository;
  readonly base: Repository | undefined;
  /** What decides where the head may not; `undefined`: the head itself. */
  readonly governing: Repository | undefined;
  /** Where logins for charts may be sent. */
  readonly vouched: Vouched;
  readonly charts: ChartSet;
  readonly chartsBefore: ChartSet | undefined;
}

/** Reads everything that a request is about, and renders nothing. @throws Problem `cluster-not-in-mesh`, and what reading the files throws */
export async function opened(world: World, request: Request): Promise<Opened> {
  // All at once: the engine compiles while files are read.
  const [engine, headTree, baseTree, trustedTree] = await Promise.all([
    world.charts.engine(),
    world.files.read(request.head),
    request.base && world.files.read(request.base),
    request.trusted && world.files.read(request.trusted),
  ]);

  // What a pull request may not change for itself is taken from the branch it wants to go to.
  const base = baseTree && load(baseTree);
  const governing = trustedTree ? load(trustedTree) : base;
  const head = load(headTree, governing);
  knownOnly(request, head, base);
  const vouched = await vouchedBy(world, {
    asking: [head, ...(base === undefined ? [] : [base])],
    governing: governing ?? head,
    ...request,
  });
  const [charts, chartsBefore] = await Promise.all([chartsFor(world, head, vouched), base && chartsFor(world, base, vouched)]);
  return { engine, head, base, governing, vouched, charts, chartsBefore };
}

/** A name that neither side has would otherwise read as "no change". */
function knownOnly({ clusters, part }: Request, head: Repository, base: Repository | undefined): void {
  const known = new Set(
    [head, base].flatMap((side) => [...(side?.mesh?.clusters.map(({ name }) => name) ?? []), ...(side?.leftOut ?? [])]),
  );
  const unknown = [...clusters, ...(part?.clusters ?? [])].find((name) => !known.has(name));
  if (unknown !== undefined) throw problem("cluster-not-in-mesh", { cluster: unknown, known: [...known].sort().join(", ") || "none" });
}
