import type { PodPort } from "../../world.ts";
import { type Forward, forward } from "./forward.ts";
import type { Server } from "./server.ts";

/** Port-forwards that are kept for the next page of the same pod: opening one costs more than what is asked through it. */
export interface Forwards {
  /** As `ClusterApi.inside`. @throws Problem */
  get(pod: PodPort, path: string, timeoutMs: number): Promise<string>;
}

/** So long one is kept that nobody uses. */
const idleMs = 2_000;

interface Held {
  readonly key: string;
  readonly forward: Forward;
  isBusy: boolean;
  idle: NodeJS.Timeout | undefined;
}

export function createForwards(server: Server): Forwards {
  const held = new Set<Held>();
  let waiting = 0;
  const end = (one: Held): void => {
    clearTimeout(one.idle);
    held.delete(one);
    one.forward.end();
  };
  const idle = (): readonly Held[] => [...held].filter(({ isBusy }) => !isBusy);
  const taken = async (pod: PodPort, timeoutMs: number): Promise<Held> => {
    const key = JSON.stringify(pod);
    for (const one of idle()) if (!one.forward.isAlive()) end(one);
    const kept = idle().find((one) => one.key === key);
    if (kept !== undefined) return kept;
    // There is room for few: one that is kept in vain makes room.
    for (const one of idle()) end(one);
    waiting += 1;
    const opened = await forward(server, pod, timeoutMs).finally(() => (waiting -= 1));
    const one: Held = { key, forward: opened, isBusy: true, idle: undefined };
    held.add(one);
    return one;
  };
  const back = (one: Held): void => {
    one.isBusy = false;
    if (waiting > 0 || !one.forward.isAlive()) return end(one);
    one.idle = setTimeout(() => end(one), idleMs).unref();
  };
  const asked = async (one: Held, path: string, timeoutMs: number): Promise<string> => {
    one.isBusy = true;
    clearTimeout(one.idle);
    try {
      return await one.forward.get(path, timeoutMs);
    } finally {
      back(one);
    }
  };
  return {
    get: async (pod, path, timeoutMs) => {
      const one = await taken(pod, timeoutMs);
      const isKept = one.idle !== undefined;
      try {
        return await asked(one, path, timeoutMs);
      } catch (error) {
        // The pod may have hung up while nobody looked: that is no answer.
        if (!isKept || one.forward.isAlive()) throw error;
        return await asked(await taken(pod, timeoutMs), path, timeoutMs);
      }
    },
  };
}
