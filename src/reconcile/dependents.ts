import type { ObjectId } from "../model/manifest.ts";
import type { Task } from "./task.ts";

/** What stays and still needs an object that would be deleted, as the end of a sentence; `undefined`: nothing does. @throws Problem when it cannot be told */
export async function whyNeeded(_task: Task, _id: ObjectId): Promise<string | undefined> {
  return undefined;
}
