import type { Desired } from "../model/desired.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
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
