import { type MeshFacts, withoutRecords } from "../../chatops/index.ts";
import { type ChatOps, defaultChatOps } from "../../model/chatops.ts";
import { type Mesh, selected } from "../../model/mesh.ts";
import { governing } from "../../pipeline.ts";
import type { World } from "../../world.ts";

/** By what rules a command is judged: those of the default branch, whatever branch the pull request wants to go to. */
export interface Rules {
  readonly chatops: ChatOps;
  readonly mesh: MeshFacts;
  /** Tip of the default branch that they were read from. */
  readonly commit: string;
}

/**
 * The rules at a commit of the default branch. A repository that has no mesh yet has the house's own; one whose mesh cannot be read has none, and then nothing is done.
 * `isSigned`: plans carry records, so that an approval can be for what was seen.
 * @throws Problem `mesh-unreadable`, and what reading the files throws
 */
export async function rulesAt(world: World, commit: string, { isSigned }: { readonly isSigned: boolean }): Promise<Rules> {
  const found = await governing(world, { kind: "commit", revision: commit });
  const chatops = found?.mesh.chatops ?? defaultChatOps;
  return {
    chatops: isSigned ? chatops : withoutRecords(chatops),
    mesh: found === undefined ? nothing : factsOf(found.mesh, found.waves),
    commit,
  };
}

const nothing: MeshFacts = { clusters: [], groups: new Map(), waves: [], apply: "onMerge", maxDeletions: 0 };

function factsOf(mesh: Mesh, waves: ReadonlyMap<string, number>): MeshFacts {
  const clusters = mesh.clusters.map(({ name }) => name);
  const numbers = [...new Set(waves.values())].sort((a, b) => a - b);
  return {
    clusters,
    groups: new Map([...mesh.groups].map(([name, selector]) => [name, selected(mesh, selector).map((cluster) => cluster.name)] as const)),
    waves: numbers.map((number) => clusters.filter((name) => waves.get(name) === number)),
    apply: mesh.apply,
    maxDeletions: mesh.rollout.maxDeletions,
  };
}

/** Slugs of all teams that the rules name: the only ones anybody is looked for in. */
export function teamsIn({ grants }: ChatOps): readonly string[] {
  return [...new Set(grants.flatMap(({ holders }) => holders.teams))].sort();
}
