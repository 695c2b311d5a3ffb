import { problem } from "../../catalog/problem.ts";
import { type Chart, type ChartRequest, chartKey, type Engine, sourceText } from "../../model/chart.ts";
import type { Problem } from "../../model/problem.ts";
import type { LockedChart } from "../../model/repository.ts";
import type { Tree } from "../../model/tree.ts";
import type { Charts } from "../../world.ts";
import { fetchBundled } from "./bundled.ts";
import { startEngine } from "./engine.ts";
import { findInFolder } from "./folder.ts";
import type { HttpOptions } from "./http.ts";
import type { Remote } from "./remote.ts";
import { Trouble } from "./trouble.ts";

/** Charts from every kind of source, each fetched once per process, and the engine that renders them. */
export function createCharts(options: HttpOptions = {}): Charts {
  const fetchFrom = createSources(options);
  const fetched = new Map<string, Promise<Chart>>();
  let engine: Promise<Engine> | undefined;
  return {
    engine: () => {
      engine ??= startEngine();
      return engine;
    },
    fetch: async (request, { tree, locked }) => {
      const key = `${chartKey(request)} ${treeKey(request, tree)}`;
      const chart = fetched.get(key) ?? fetchFrom(request, tree);
      fetched.set(key, chart);
      try {
        return verified(await chart, request, locked);
      } catch (cause) {
        // The network may be back when somebody asks again; a chart that was fetched stays, whatever its lock says.
        if (await chart.then(() => false).catch(() => true)) fetched.delete(key);
        throw cause instanceof Trouble ? asProblem(cause, request) : cause;
      }
    },
  };
}

function createSources(options: HttpOptions): (request: ChartRequest, tree: Tree) => Promise<Chart> {
  let remote: Promise<Remote> | undefined;
  // Loaded when a chart comes from there: an HTTP client is a tenth of a second that the bundled charts do not need.
  const network = () => (remote ??= import("./remote.ts").then(({ createRemote }) => createRemote(options)));
  return async (request, tree) => {
    const { source } = request;
    switch (source.kind) {
      case "bundled":
        return fetchBundled(request);
      case "repository":
        return (await network()).fromRepository(source.url, request);
      case "oci":
        return (await network()).fromRegistry(source.reference, request);
      case "path":
        return findInFolder(tree, source.folder, request);
    }
  };
}

const trees = new WeakMap<Tree, number>();
let treesSeen = 0;

/** A folder holds another chart in another tree; the other sources do not look at the tree. */
function treeKey({ source }: ChartRequest, tree: Tree): number {
  if (source.kind !== "path") return 0;
  const key = trees.get(tree) ?? ++treesSeen;
  trees.set(tree, key);
  return key;
}

function verified(chart: Chart, request: ChartRequest, locked: LockedChart | undefined): Chart {
  if (locked === undefined || locked.digest === chart.digest) return chart;
  const facts = {
    chart: request.name,
    version: request.version,
    source: request.source.kind === "bundled" ? "the charts that come with Isthmus" : sourceText(request.source),
    digest: chart.digest,
    place: locked.place === undefined ? "isthmus.lock" : `${locked.place.file}:${locked.place.line}`,
    locked: locked.digest,
  };
  throw problem("chart-digest-mismatch", facts);
}

function asProblem({ kind, message: why, cause }: Trouble, { name: chart, version, source: from }: ChartRequest): Problem {
  const source = sourceText(from);
  switch (kind) {
    case "missing":
      return problem("chart-not-found", { chart, version, source });
    case "unreachable":
      return problem("chart-unreachable", { chart, version, source, why }, cause);
    case "unreadable":
      return problem("chart-unreadable", { chart, source, why }, cause);
  }
}
