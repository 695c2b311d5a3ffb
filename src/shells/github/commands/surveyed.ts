import type { Survey } from "../../../model/survey.ts";
import { statusOf } from "../../../pipeline.ts";
import { withLiveWorld } from "../../live-world.ts";
import type { Task } from "./errand.ts";
import { requestOfDefault } from "./requests.ts";

/** Ledgers, leases and locks of every cluster of the mesh, as they are now. */
export function surveyed(task: Task): Promise<Survey> {
  return withLiveWorld({ folder: task.place.folder, world: task.repository.world }, (world) => statusOf(world, requestOfDefault(task, [])));
}
