import { dependentsOf } from "../model/dependents.ts";
import { type Json, type JsonObject, listAt, textAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import { idKey, idOf, idText, type ObjectId } from "../model/manifest.ts";
import type { Where } from "../world.ts";
import { podUses } from "./pod-uses.ts";
import { goingWith, type Task } from "./task.ts";

/** Whether an object needs another one of this kind. */
type Uses = (object: JsonObject, id: ObjectId) => boolean;

const uses: Readonly<Record<string, Uses>> = {
  "networking.istio.io/Gateway": (object, id) =>
    listAt(object, "spec", "gateways").some((entry) => isGateway(entry, id, textAt(object, "metadata", "namespace"))),
  "gateway.networking.k8s.io/Gateway": isAttached,
  "gateway.networking.k8s.io/GatewayClass": (object, id) => textAt(object, "spec", "gatewayClassName") === id.name,
  "/Service": callsService,
  "/ServiceAccount": podUses,
  "/ConfigMap": podUses,
  "/Secret": podUses,
  "rbac.authorization.k8s.io/ClusterRole": bindsRole,
  "rbac.authorization.k8s.io/Role": bindsRole,
};

/**
 * What stays and still needs an object that would be deleted, as the end of a sentence; `undefined`: nothing does. What this plan deletes as well does not count.
 * @throws Problem when it cannot be told
 */
export async function whyNeeded(task: Task, id: ObjectId): Promise<string | undefined> {
  const isUsedBy = uses[`${id.group}/${id.kind}`];
  if (isUsedBy === undefined) return undefined;
  const going = new Set(goingWith(task).map(idKey));
  for (const { apiVersion, kind, isNamespaced } of dependentsOf(id)) {
    const where: Where = { apiVersion, kind, ...(isNamespaced === true ? { namespace: id.namespace } : {}) };
    const found = (await task.site.api.list(where)).find((other) => stays(other, going) && isUsedBy(other.object, id));
    if (found !== undefined) return `${idText(idOf(found.object))} needs it`;
  }
  return undefined;
}

function stays({ object }: Present, going: ReadonlySet<string>): boolean {
  return textAt(object, "metadata", "deletionTimestamp") === undefined && !going.has(idKey(idOf(object)));
}

/** `name` in the same namespace, or `namespace/name`. */
function isGateway(entry: Json, id: ObjectId, namespace = ""): boolean {
  return entry === `${id.namespace}/${id.name}` || (entry === id.name && namespace === id.namespace);
}

function bindsRole(object: JsonObject, { kind, name }: ObjectId): boolean {
  return textAt(object, "roleRef", "kind") === kind && textAt(object, "roleRef", "name") === name;
}

function isAttached(object: JsonObject, id: ObjectId): boolean {
  const own = textAt(object, "metadata", "namespace");
  return listAt(object, "spec", "parentRefs").some(
    (parent) =>
      (textAt(parent, "kind") ?? "Gateway") === "Gateway" &&
      textAt(parent, "name") === id.name &&
      (textAt(parent, "namespace") ?? own) === id.namespace,
  );
}

function callsService(object: JsonObject, id: ObjectId): boolean {
  return listAt(object, "webhooks").some(
    (webhook) =>
      textAt(webhook, "clientConfig", "service", "name") === id.name &&
      textAt(webhook, "clientConfig", "service", "namespace") === id.namespace,
  );
}
