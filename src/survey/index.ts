import type { Drift } from "../model/apply.ts";
import type { Changes } from "../model/change.ts";
import type { Desired } from "../model/desired.ts";
import type { JsonObject } from "../model/json.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Plan } from "../model/plan.ts";
import type { Unmet } from "../model/prerequisite.ts";
import type { Survey } from "../model/survey.ts";
import type { LiveWorld } from "../world.ts";

/** What a survey looks for. */
export interface Scope {
  readonly mesh: Mesh;
  readonly desired: Desired;
  /** Clusters that leave the mesh, as they were. */
  readonly leaving: readonly Cluster[];
}

/** Reads every cluster at once. One that does not answer is `unreachable`, never empty, and hides no other. Never throws for a cluster's sake. */
export async function survey(_world: LiveWorld, _scope: Scope): Promise<Survey> {
  throw new Error("not built yet");
}

/** The live state as something that `diff` can compare with: what is wanted, with the values that are really there. */
export function living(_scope: Scope, _survey: Survey): Desired {
  throw new Error("not built yet");
}

/** What must hold before the first write and does not: of all clusters, all at once. */
export async function prerequisites(_world: LiveWorld, _scope: Scope, _plan: Plan, _survey: Survey): Promise<readonly Unmet[]> {
  throw new Error("not built yet");
}

/** What somebody changed since Isthmus wrote it, out of the changes that bring it back. */
export function drift(_scope: Scope, _survey: Survey, _changes: Changes): readonly Drift[] {
  throw new Error("not built yet");
}

/** The least roles for this mesh, as objects that grant them. */
export function access(_scope: Scope): readonly JsonObject[] {
  throw new Error("not built yet");
}
