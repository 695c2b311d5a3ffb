import type { Lab, LabOptions } from "./types.ts";

export type * from "./types.ts";

/** Starts the wanted clusters and resolves when every API server is ready and the controllers run. */
export async function startLab(options: LabOptions): Promise<Lab> {
  throw new Error(`not yet: ${options.clusters.length} clusters`);
}
