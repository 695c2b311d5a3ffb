import type { Chart, ChartRequest, Engine } from "./model/chart.ts";
import type { LockedChart } from "./model/repository.ts";
import type { Ref } from "./model/study.ts";
import type { Tree } from "./model/tree.ts";

/** The outside, as the core sees it: a few small ports. Adapters implement them; `test/contract/ports.test.ts` holds each to these words. */
export interface World {
  readonly files: Files;
  readonly charts: Charts;
}

/** Reads trees. Never checks anything out, never follows a link, never runs a hook or filter. */
export interface Files {
  /**
   * The tree at `ref`. Entries over the size limit, links and submodules are entries of their own kind, not errors.
   * @throws Problem `revision-not-found`, `folder-not-found`, `repository-unreadable`
   */
  read(ref: Ref): Promise<Tree>;
}

/** Finds charts and the engine that renders them. */
export interface Charts {
  /**
   * The chart that was asked for, verified against `locked` when it is given. `tree` serves sources of kind `path`.
   * Asked twice for the same thing it answers from memory.
   * @throws Problem `chart-not-found`, `chart-unreachable`, `chart-digest-mismatch`, `chart-unreadable`
   */
  fetch(request: ChartRequest, context: { readonly tree: Tree; readonly locked: LockedChart | undefined }): Promise<Chart>;
  /** Helm's engine, compiled once per process. @throws Problem `engine-unavailable` */
  engine(): Promise<Engine>;
}
