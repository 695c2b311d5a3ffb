import { isGatewayApi } from "../../catalog/gateway-api.ts";
import type { Change } from "../../model/change.ts";
import { idText, type ObjectId } from "../../model/manifest.ts";
import type { Guard } from "../../model/plan.ts";

/**
 * Objects that are kept although nothing asks for them any more: deleting a definition deletes everything of its kind, without its CA a cluster loses every
 * identity, and a reader's account is inside every token (its UID: reference 0.1 no. 14). With a namespace everything in it would go, workloads that Isthmus
 * never heard of first of all. The policy of the Gateway API stays with the definitions that it guards.
 */
export function isKept({ id, kind, stage }: Change): boolean {
  if (kind !== "delete") return false;
  if (id.kind === "CustomResourceDefinition" || isGatewayApi(id)) return true;
  if (id.group !== "") return false;
  if (id.kind === "Namespace") return true;
  if (id.kind === "Secret") return id.name === "cacerts" || id.name === "istio-ca-secret";
  return id.kind === "ServiceAccount" && (stage === "discovery" || id.name === "istio-reader-service-account");
}

/** One guard per set of clusters, naming what stays there. */
export function neverPruned(changes: readonly Change[]): readonly Guard[] {
  const kept = Map.groupBy(changes.filter(isKept), (change) => change.clusters.join());
  return [...kept.values()].map((group) => ({
    reason: "never_pruned",
    clusters: group[0]?.clusters ?? [],
    text: `Kept, because Isthmus never deletes them: ${namesOf(group.map(({ id }) => id))}.`,
  }));
}

/** More of a kind than this are a number: a mesh brings fifteen definitions, and nobody reads their names to learn that all of them stay. */
const mostNamed = 4;

function namesOf(ids: readonly ObjectId[]): string {
  const kinds = [...Map.groupBy(ids, ({ kind }) => kind).entries()];
  return kinds
    .map(([kind, some]) => (some.length > mostNamed ? `${some.length} objects of kind ${kind}` : some.map(idText).join(", ")))
    .join(", ");
}
