import type { Task } from "../task.ts";
import { signsOf } from "./signs.ts";
import { awaitSign } from "./wait.ts";

/** Waits until what a step wrote in one cluster works: every sign of its kind, in their order (reference 1.10). @throws Problem `not-ready`; StoppedError */
export async function passGate(task: Task): Promise<void> {
  for (const sign of signsOf(task)) await awaitSign(task, sign);
}
