import type { Unmet } from "../../model/prerequisite.ts";
import { type Aspect, isWritten } from "./aspect.ts";

/**
 * What its istiod signs with may be touched, or left as it is, with a good conscience. While a root is rotated every cluster is asked: a phase that one of them
 * cannot take is taken by none. Otherwise only clusters that are written to; and a signer that cannot be asked keeps nobody from work that needs no signature.
 */
export function trust(aspect: Aspect): readonly Unmet[] {
  const { cluster, seen, plan } = aspect;
  const verdict = seen.cacerts;
  if (verdict?.kind !== "refuse" && verdict?.kind !== "unknown") return [];
  const { code, message, remedy } = verdict.why;
  // The rights that are missing are told once, with the rules to add.
  if (code === "permission-missing") return [];
  const isConcerned = isChanging(aspect) || isWritten(aspect) || plan.steps.length === 0;
  const isIdle = !isChanging(aspect) && (code === "signer-unavailable" || code === "signer-failed");
  return isConcerned && !isIdle ? [{ cluster: cluster.name, kind: "trust", seen: message, remedy }] : [];
}

/** Whether anything of its trust is about to change, or should. */
function isChanging({ scope: { mesh, renew = [] }, plan, cluster: { name } }: Aspect): boolean {
  const isWanted = mesh.trust.rotation !== undefined || renew.includes(name);
  return isWanted || plan.steps.some(({ kind, clusters }) => kind === "certificates" && clusters.includes(name));
}
