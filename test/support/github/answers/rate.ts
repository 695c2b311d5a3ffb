import { type Answer, type Operation, refusal } from "../answer.ts";
import type { State } from "../state.ts";

/** Asking for it costs nothing. */
export const getRateLimit: Operation = {
  permission: "metadata",
  access: "read",
  run({ state }) {
    const { limit, used, reset } = state.rate;
    const core = { limit, used, remaining: Math.max(0, limit - used), reset };
    const idle = { limit: 30, used: 0, remaining: 30, reset };
    return { status: 200, body: { resources: { core, search: idle, graphql: { ...idle, limit: 5000, remaining: 5000 } }, rate: core } };
  },
};

/** Counts a request against the hour; the refusal when it is used up. */
export function counted(state: State): Answer | undefined {
  if (state.rate.used >= state.rate.limit) return refusal(403, `API rate limit exceeded for installation.`);
  state.rate.used += 1;
  return undefined;
}

/** What every answer says about the hour. */
export function rateHeaders({ rate: { limit, used, reset } }: State): Record<string, string> {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(Math.max(0, limit - used)),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": "core",
  };
}
