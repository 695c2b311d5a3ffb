import type { Request } from "../../../model/study.ts";
import type { Errand } from "./errand.ts";

/** The mesh as the default branch has it: what questions about running clusters are about. No name: all clusters. */
export function requestOfDefault({ rules, asked }: Errand, clusters: readonly string[]): Request {
  const tip = { kind: "commit", revision: rules.commit } as const;
  return { head: tip, base: undefined, trusted: tip, at: asked.at, clusters: restriction(clusters, asked.mesh.clusters) };
}

/** Names only when they are fewer than all: a report says that it was restricted. */
export function restriction(clusters: readonly string[], all: readonly string[]): readonly string[] {
  return all.every((name) => clusters.includes(name)) ? [] : clusters;
}
