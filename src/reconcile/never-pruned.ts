import { isGatewayApi } from "../catalog/gateway-api.ts";
import type { ObjectId } from "../model/manifest.ts";

/** What is never deleted, whatever a plan says (DESIGN §8): the second lock on the door that `plan` keeps closed. */
export function isNeverPruned(id: ObjectId): boolean {
  const { group, kind, name } = id;
  if (kind === "CustomResourceDefinition" || isGatewayApi(id)) return true;
  if (group !== "") return false;
  if (kind === "Namespace") return true;
  if (kind === "Secret") return name === "cacerts" || name === "istio-ca-secret";
  return kind === "ServiceAccount" && name === "istio-reader-service-account";
}
