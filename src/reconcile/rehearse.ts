import type { Refused } from "../model/outcome.ts";
import type { Campaign } from "./campaign.ts";
import type { Task } from "./task.ts";

/** Every object that can be tried before the first write is, in all clusters at once; what would be refused. @throws never for a cluster's sake */
export async function rehearse(_campaign: Campaign): Promise<readonly Refused[]> {
  return [];
}

/** What could not be tried before the first write, because its kind or namespace was missing, is tried right before its step. @throws Problem */
export async function lateRehearsal(_task: Task): Promise<void> {
  return undefined;
}
