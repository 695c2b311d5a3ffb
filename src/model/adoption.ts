import { isHandedOver } from "./field-managers.ts";
import { isObject, type Json, type JsonObject, listAt, textAt } from "./json.ts";
import type { ObjectId } from "./manifest.ts";
import { isOurs, managerEntry, ourManager, union } from "./ownership.ts";
import type { HelmRelease } from "./survey.ts";

/** What comes under our ownership, and from whom. Nothing of it changes what an object does. */
export interface Adoptions {
  /** Sorted by cluster and identity. */
  readonly objects: readonly Adoption[];
  /** Helm's records of the releases that these objects belonged to: retired when all of them are ours, so that no `helm uninstall` deletes them. */
  readonly releases: readonly RetiredRelease[];
}

/** One object that is wanted, is there, and was never ours. */
export interface Adoption {
  readonly cluster: string;
  readonly id: ObjectId;
  readonly apiVersion: string;
  /** Of the object that was looked at: another one of its name is not adopted. */
  readonly uid: string;
  /** The Helm release it belongs to, by its own annotations. */
  readonly release: { readonly name: string; readonly namespace: string } | undefined;
  /** Field managers whose fields become ours; empty when there is none to move. Sorted. */
  readonly managers: readonly string[];
  /** Who that is for people: `Helm`, `kubectl`. Sorted. */
  readonly from: readonly string[];
}

export interface RetiredRelease {
  readonly cluster: string;
  readonly release: HelmRelease;
}

/**
 * The JSON Patch that moves the fields of installers and people to our own entry in the object's books, as if we had applied them; `undefined` when there is
 * nothing to move. Fields that somebody set with an update would otherwise survive an apply that drops them (reference 0.1 no. 14). The resource version makes
 * the server refuse it when the object has changed since it was read; read it again then. The next apply drops what is not wanted. Namespaces are left as they
 * are: they belong to everybody.
 */
export function ownershipPatch(object: JsonObject): Json | undefined {
  if (isNamespace(object)) return undefined;
  const entries = listAt(object, "metadata", "managedFields").filter(isObject);
  const moving = entries.filter((entry) => isHandedOver(managerEntry(entry)));
  if (moving.length === 0) return undefined;
  const own = entries.filter((entry) => isOurs(managerEntry(entry)));
  const staying = entries.filter((entry) => !moving.includes(entry) && !own.includes(entry));
  const merged: JsonObject = {
    manager: ourManager,
    operation: "Apply",
    apiVersion: textAt(object, "apiVersion") ?? "",
    time:
      [...own, ...moving]
        .map((entry) => textAt(entry, "time") ?? "")
        .sort()
        .at(-1) ?? "",
    fieldsType: "FieldsV1",
    fieldsV1: [...own, ...moving].map((entry) => managerEntry(entry).fields).reduce(union, {}),
  };
  return [
    { op: "replace", path: "/metadata/managedFields", value: [...staying, merged] },
    { op: "replace", path: "/metadata/resourceVersion", value: textAt(object, "metadata", "resourceVersion") ?? "" },
  ];
}

/** True for a Namespace: what others wrote there stays theirs. */
export function isNamespace(object: JsonObject): boolean {
  return object["kind"] === "Namespace" && object["apiVersion"] === "v1";
}
