import type { Task } from "../task.ts";

/** Waits until what a step wrote in one cluster works. @throws Problem `not-ready`; StoppedError */
export async function passGate(_task: Task): Promise<void> {
  return undefined;
}
