import type { Health } from "../model/health.ts";
import type { Mesh } from "../model/mesh.ts";
import type { LiveWorld } from "../world.ts";

/** What is looked at. */
export interface Subject {
  readonly mesh: Mesh;
  /** Also send a real request from every cluster to every other, by a workload that is put there for it and taken away after. */
  readonly probe: boolean;
}

/** Looks at the running mesh and says what was seen. What could not be seen is `unknown`. Never throws for a cluster's sake. */
export async function verify(_world: LiveWorld, _subject: Subject): Promise<Health> {
  throw new Error("not built yet");
}
