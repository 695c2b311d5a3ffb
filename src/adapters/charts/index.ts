import { problem } from "../../catalog/problem.ts";
import { type Chart, type ChartRequest, chartKey, chartsText, type Engine, sourceText } from "../../model/chart.ts";
import type { Problem } from "../../model/problem.ts";
import type { LockedChart } from "../../model/repository.ts";
import type { Tree } from "../../model/tree.ts";
import type { Charts } from "../../world.ts";
import { fetchBundled } from "./bundled.ts";
import { startEngine } from "./engine.ts";
import { findInFolder } from "./folder.ts";
import type { HttpOptions } from "./http.ts";
import { createLogins, type LoginOptions, type Logins, withoutLogins } from "./logins.ts";
import type { Remote } from "./remote.ts";
import { Trouble } from "./trouble.ts";

/** How charts are fetched over the network, and who we are there. */
export type ChartOptions = HttpOptions & LoginOptions;

/** Charts from every kind of source, each fetched once per process, and the engine that renders them. */
export function createCharts(options: ChartOptions = {}): Charts {
  const fetchFrom = createSources(options);
  const fetched = new Map<string, Promise<Chart>>();
  let engine: Promise<Engine> | undefined;
  return {
    engine: () => {
      engine ??= startEngine();
      return engine;
    },
    fetch: async (request, { tree, locked, mayLogIn = false }) => {
      const key = `${chartKey(request)} ${treeKey(request, tree)} ${mayLogIn}`;
      const chart = fetched.get(key) ?? fetchFrom(request, tree, mayLogIn);
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

function createSources(options: ChartOptions): (request: ChartRequest, tree: Tree, mayLogIn: boolean) => Promise<Chart> {
  const remotes = new Map<Logins, Promise<Remote>>();
  const known = createLogins(options);
  // Loaded when a chart comes from there: an HTTP client is a tenth of a second that the bundled charts do not need.
  const load = (logins: Logins) => import("./remote.ts").then(({ createRemote }) => createRemote(options, logins));
  return async (request, tree, mayLogIn) => {
    const logins = mayLogIn ? known : withoutLogins;
    const network = () => {
      const remote = remotes.get(logins) ?? load(logins);
      remotes.set(logins, remote);
      return remote;
    };
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

function asProblem({ kind, message: why, cause }: Trouble, request: ChartRequest): Problem {
  const source = sourceText(request.source);
  const charts = chartsText([request]);
  switch (kind) {
    case "missing":
      return problem("chart-not-found", { charts, source, instead: why === "" ? "" : `; it has ${why}` });
    case "unreachable":
      return problem("chart-unreachable", { charts, source, why }, cause);
    case "refused":
      return problem("chart-login-needed", { charts, source, why }, cause);
    case "unreadable":
      return problem("chart-unreadable", { charts, source, why }, cause);
  }
}
