import type { Json, JsonObject } from "../../model/json.ts";
import { isObject, listAt, objectAt, textAt } from "../../model/json.ts";
import type { Labels } from "./workloads.ts";

/** True when a Kubernetes label selector (labels and expressions) fits; one that says nothing fits everything. */
export function selectorFits(selector: JsonObject, labels: Labels): boolean {
  const pairs = Object.entries(objectAt(selector, "matchLabels"));
  return (
    pairs.every(([key, value]) => labels[key] === value) &&
    listAt(selector, "matchExpressions").every((entry) => expressionFits(entry, labels))
  );
}

function expressionFits(expression: Json, labels: Labels): boolean {
  const value = labels[textAt(expression, "key") ?? ""];
  const values = listAt(expression, "values");
  switch (textAt(expression, "operator")) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    default:
      return false;
  }
}

/** True when the scopes of a mesh configuration make a Service global: the first entry that fits both selectors and says GLOBAL. */
export function isGlobal(config: JsonObject, service: Labels, namespace: Labels): boolean {
  return listAt(config, "serviceScopeConfigs").some(
    (entry) =>
      isObject(entry) &&
      entry["scope"] === "GLOBAL" &&
      selectorFits(objectAt(entry, "servicesSelector"), service) &&
      selectorFits(objectAt(entry, "namespaceSelector"), namespace),
  );
}
