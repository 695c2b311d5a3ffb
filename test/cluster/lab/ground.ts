import { findTools } from "./build.ts";
import { type Group, lacking } from "./tools.ts";

/** `own`: the runner put this process into a network namespace of the lab's own. */
export function mode(): "own" | "host" {
  return process.env.ISTHMUS_LAB_NETWORK === "own" ? "own" : "host";
}

/**
 * Why tests of a group cannot run here, or `undefined`. For the name of what is skipped:
 * `describe.skipIf(missing("mesh"))(…)`; `mesh` (played pods, real istiod and Envoy) also wants namespaces, `cert-manager` what `mesh` wants, `workflows` no
 * cluster.
 */
export function missing(group: Group): string | undefined {
  const tools = findTools();
  const isPlayed = group === "mesh" || group === "cert-manager";
  const below = group === "cert-manager" ? (["api-servers", "mesh"] as const) : group === "mesh" ? (["api-servers"] as const) : [];
  const without = [...below, group].map((each) => lacking(tools, each)).find((each) => each !== undefined);
  if (without !== undefined) return without;
  return isPlayed && mode() === "host" ? (process.env.ISTHMUS_LAB_WHY ?? "not started by `npm run test:cluster`") : undefined;
}

export function requireGroup(group: Group): void {
  const why = missing(group);
  if (why !== undefined) throw new Error(`the lab cannot start: ${why}`);
}
