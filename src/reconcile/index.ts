import type { Run } from "../model/outcome.ts";
import type { Study } from "../model/study.ts";
import type { RunIdentity, Survey } from "../model/survey.ts";
import type { LiveWorld } from "../world.ts";

/** What is to be done, and by whom. */
export interface Job {
  /** Its `plan` is executed; its `changes` were made against `survey`. */
  readonly study: Study;
  readonly survey: Survey;
  readonly identity: RunIdentity;
  /** Fields of other managers may be taken: only when a person asked. */
  readonly force: boolean;
  /** Ends the run after the current object; what is left is resumable. */
  readonly stop: AbortSignal;
}

/** Executes the plan: every step whose predecessors passed, over all clusters, under their leases, with a ledger. Never throws for a cluster's sake. */
export async function reconcile(_world: LiveWorld, _job: Job): Promise<Run> {
  throw new Error("not built yet");
}
