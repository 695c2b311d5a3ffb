import { isList, isObject, type Json, type JsonObject, objectAt } from "../../src/model/json.ts";
import type { Present } from "../../src/model/live.ts";

/** Objects as an API server stores and hands them out: with books about who set what, defaults filled in, and what controllers added. */

/** Lists of which the server keeps books entry by entry, by the end of their path (`x-kubernetes-list-type: map` or a merge key). */
const keyed: Readonly<Record<string, readonly string[]>> = {
  containers: ["name"],
  initContainers: ["name"],
  env: ["name"],
  volumeMounts: ["mountPath"],
  volumes: ["name"],
  imagePullSecrets: ["name"],
  webhooks: ["name"],
  "spec.ports": ["port", "protocol"],
  "containers.ports": ["containerPort", "protocol"],
};

/** Maps that are only ever set as a whole. */
const atomic = new Set(["selector", "fieldRef", "resourceFieldRef", "secretKeyRef", "configMapKeyRef", "nodeSelector", "roleRef"]);

/** Maps with keys of their own: whoever sets one owns the map beside its keys. Structures have no such entry. */
const maps = new Set(["labels", "annotations", "data", "stringData", "limits", "requests"]);

/** The `fieldsV1` of somebody who set all of this object. */
export function fieldsOf(object: JsonObject): JsonObject {
  const { apiVersion: _, kind: __, metadata = {}, status: ___, ...rest } = object;
  const { name: ____, namespace: _____, ...own } = isObject(metadata) ? metadata : {};
  return fields({ ...rest, ...(Object.keys(own).length === 0 ? {} : { metadata: own }) }, "");
}

function fields(value: JsonObject, path: string): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[`f:${key}`, below(item, key, path === "" ? key : `${path}.${key}`)]],
    ),
  );
}

function below(value: Json, key: string, path: string): JsonObject {
  if (isObject(value)) return atomic.has(key) ? {} : { ...(maps.has(key) ? { ".": {} } : {}), ...fields(value, path) };
  const keys = keyed[key] ?? keyed[path.split(".").slice(-2).join(".")];
  if (!isList(value) || keys === undefined) return {};
  return Object.fromEntries(
    value.filter(isObject).map((entry) => {
      const name = Object.fromEntries(keys.map((one) => [one, entry[one] ?? (one === "protocol" ? "TCP" : null)]));
      return [`k:${JSON.stringify(name)}`, { ".": {}, ...fields(entry, path) }];
    }),
  );
}

/** Who set what, as an entry of `managedFields`. */
export function setBy(
  manager: string,
  object: JsonObject,
  parts: { readonly operation?: "Apply" | "Update"; readonly subresource?: string } = {},
): JsonObject {
  const { operation = "Apply", subresource } = parts;
  return {
    manager,
    operation,
    apiVersion: String(object["apiVersion"]),
    time: "2026-11-20T10:00:00Z",
    fieldsType: "FieldsV1",
    fieldsV1: fieldsOf(object),
    ...(subresource === undefined ? {} : { subresource }),
  };
}

let count = 0;

/** The object as it is stored when these managers set it, with what every server adds. `stringData` stays: the adapter shows Secrets that way. */
export function stored(object: JsonObject, managers: readonly JsonObject[] = [setBy("isthmus", object)]): Present {
  count += 1;
  const metadata = objectAt(object, "metadata");
  return {
    kind: "present",
    privates: [],
    object: {
      ...object,
      metadata: {
        ...metadata,
        uid: `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`,
        resourceVersion: String(1000 + count),
        creationTimestamp: "2026-11-20T10:00:00Z",
        generation: 1,
        managedFields: [...managers],
      },
    },
  };
}
