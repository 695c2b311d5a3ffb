import type { Change } from "../model/change.ts";
import { isMeshConfiguration, type Stage, stages } from "../model/manifest.ts";

/**
 * The parts of a mesh as a report tells them: the stages, and apart from routing and policy the other objects that stand under `config/` (Services,
 * settings, roles, workloads), which configure no proxy.
 */
export type Part = Stage | "others";

export const parts: readonly Part[] = [...stages, "others"];

/** Where a report tells of a change. */
export function partOf({ stage, id }: Pick<Change, "stage" | "id">): Part {
  return stage === "config" && !isMeshConfiguration(id) ? "others" : stage;
}

/** The stage a part belongs to: what other programs are told. */
export function stageOf(part: Part): Stage {
  return part === "others" ? "config" : part;
}
