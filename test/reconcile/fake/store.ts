import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from "../../../src/model/json.ts";
import { idKey, idOf, type ObjectId } from "../../../src/model/manifest.ts";

/** What an API server keeps, and the controllers around it that answer at once. Survives the processes that talk to it. */
export class Store {
  readonly name: string;
  readonly objects = new Map<string, JsonObject>();
  /** Tokens that were handed out, with their times. */
  readonly tokens = new Map<string, { readonly issuedAt: number; readonly expiresAt: number }>();
  /** Proxies that are connected to a pod of istiod, by its name. */
  readonly proxies = new Map<string, readonly string[]>();
  /** The most seconds that a token is given for. */
  longestToken = Number.POSITIVE_INFINITY;
  #counter = 0;

  constructor(name: string) {
    this.name = name;
    for (const namespace of ["default", "kube-system"]) this.put({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
  }

  get(id: ObjectId): JsonObject | undefined {
    return this.objects.get(idKey(id));
  }

  /** Stores an object: the same content keeps its version, as a real server does. */
  put(object: JsonObject): JsonObject {
    const key = idKey(idOf(object));
    const old = this.objects.get(key);
    const content = played(object, old);
    if (old !== undefined && canonicalContent(old) === canonicalContent(content)) return old;
    const metadata = {
      ...objectAt(content, "metadata"),
      uid: textAt(old, "metadata", "uid") ?? `uid-${this.name}-${++this.#counter}`,
      resourceVersion: String(++this.#counter),
    };
    const stored = { ...content, metadata };
    this.objects.set(key, stored);
    return stored;
  }

  delete(id: ObjectId): void {
    this.objects.delete(idKey(id));
  }

  /** As a server does when it is asked to delete: what a finalizer holds stays, and says since when. */
  end(object: JsonObject): void {
    if (listAt(object, "metadata", "finalizers").length === 0) this.delete(idOf(object));
    else this.put({ ...object, metadata: { ...objectAt(object, "metadata"), deletionTimestamp: "2026-11-23T10:00:00Z" } });
  }
}

function canonicalContent(object: JsonObject): string {
  const { resourceVersion: _version, uid: _uid, ...metadata } = objectAt(object, "metadata");
  return JSON.stringify(sortedKeys({ ...object, metadata }));
}

function sortedKeys(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortedKeys(value[key])]),
  );
}

/** What controllers make of an object: statuses, addresses, authorities of webhooks. */
function played(object: JsonObject, old: JsonObject | undefined): JsonObject {
  const status = statusOf(object) ?? old?.["status"];
  const withStatus = status === undefined ? object : { ...object, status };
  if (object["kind"] !== "MutatingWebhookConfiguration") return withStatus;
  const webhooks = object["webhooks"];
  const filled = Array.isArray(webhooks)
    ? webhooks.map((webhook: Json) =>
        isObject(webhook) ? { ...webhook, clientConfig: { ...objectAt(webhook, "clientConfig"), caBundle: "Y2E=" } } : webhook,
      )
    : [];
  return { ...object, webhooks: filled };
}

function statusOf(object: JsonObject): JsonObject | undefined {
  switch (object["kind"]) {
    case "Deployment":
      return { observedGeneration: 0, replicas: 1, updatedReplicas: 1, availableReplicas: 1, readyReplicas: 1 };
    case "CustomResourceDefinition":
      return { conditions: [{ type: "Established", status: "True" }] };
    case "Service":
      return textAt(object, "spec", "type") === "LoadBalancer" ? { loadBalancer: { ingress: [{ ip: "198.51.100.9" }] } } : undefined;
    default:
      return undefined;
  }
}
