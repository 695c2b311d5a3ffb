import type { Changes } from "../model/change.ts";

/** Of all that differs, the certificates of these clusters that are there and change: what a renewal does, and nothing else. */
export function renewalsIn(changes: Changes, clusters: readonly string[]): Changes {
  const mine = changes.changes.flatMap((change) => {
    const { id, kind } = change;
    const among = change.clusters.filter((name) => clusters.includes(name));
    const isRenewal = kind === "update" && id.group === "" && id.kind === "Secret" && id.name === "cacerts";
    return isRenewal && among.length > 0 ? [{ ...change, clusters: among }] : [];
  });
  return { ...changes, changes: mine };
}
