import { type Json, type JsonObject, listAt, objectAt, textAt } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";

/** Whether the pods of a workload run as an account, or mount or read a ConfigMap or Secret. What is optional is not needed. */
export function podUses(object: JsonObject, { kind, name }: ObjectId): boolean {
  const spec = objectAt(object, "spec", "template", "spec");
  if (kind === "ServiceAccount") return textAt(spec, "serviceAccountName") === name;
  const containers = [...listAt(spec, "containers"), ...listAt(spec, "initContainers")];
  return kind === "Secret" ? usesSecret(spec, containers, name) : usesConfigMap(spec, containers, name);
}

function usesSecret(spec: JsonObject, containers: readonly Json[], name: string): boolean {
  return (
    volumes(spec).some((volume) => textAt(volume, "secret", "secretName") === name && !isOptional(volume, "secret")) ||
    sources(spec).some((source) => textAt(source, "secret", "name") === name && !isOptional(source, "secret")) ||
    containers.some((container) => readsFrom(container, "secretKeyRef", "secretRef", name))
  );
}

function usesConfigMap(spec: JsonObject, containers: readonly Json[], name: string): boolean {
  return (
    [...volumes(spec), ...sources(spec)].some(
      (volume) => textAt(volume, "configMap", "name") === name && !isOptional(volume, "configMap"),
    ) || containers.some((container) => readsFrom(container, "configMapKeyRef", "configMapRef", name))
  );
}

function volumes(spec: JsonObject): readonly Json[] {
  return listAt(spec, "volumes");
}

/** Parts of projected volumes. */
function sources(spec: JsonObject): readonly Json[] {
  return volumes(spec).flatMap((volume) => listAt(volume, "projected", "sources"));
}

function isOptional(volume: Json, part: string): boolean {
  return objectAt(volume, part)["optional"] === true;
}

function readsFrom(container: Json, key: string, all: string, name: string): boolean {
  return (
    listAt(container, "env").some((entry) => textAt(entry, "valueFrom", key, "name") === name) ||
    listAt(container, "envFrom").some((entry) => textAt(entry, all, "name") === name)
  );
}
