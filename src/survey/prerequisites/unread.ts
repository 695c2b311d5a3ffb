import type { Unmet } from "../../model/prerequisite.ts";
import { type Aspect, isWritten } from "./aspect.ts";

/** What Isthmus keeps in the cluster was read: without its inventory nobody knows what is ours, without its ledger what was begun. */
export function unread(aspect: Aspect): readonly Unmet[] {
  const { cluster, seen } = aspect;
  if (!isWritten(aspect)) return [];
  const problems = [...(seen.unreadState?.values() ?? [])].filter(({ code }) => code !== "permission-missing");
  return problems.map(({ message, remedy }) => ({ cluster: cluster.name, kind: "unread", seen: message, remedy }));
}
