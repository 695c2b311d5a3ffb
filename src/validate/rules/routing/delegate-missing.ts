import { nearest } from "../../../catalog/nearest.ts";
import { isObject, listAt, textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"delegate-missing"> = (cluster, report) => {
  if (!cluster.isRead) return;
  const all = cluster.list("networking.istio.io/VirtualService");
  const delegates = all.filter(({ object }) => listAt(object, "spec", "hosts").length === 0);
  const names = delegates.map(({ id }) => `${id.namespace}/${id.name}`);
  for (const manifest of all) {
    // A delegate's own is another rule's: it is refused whether it leads anywhere or not.
    if (delegates.includes(manifest)) continue;
    listAt(manifest.object, "spec", "http").forEach((rule, index) => {
      const delegate = isObject(rule) ? rule["delegate"] : undefined;
      const name = textAt(delegate, "name") ?? "";
      if (name === "") return;
      const namespace = textAt(delegate, "namespace") || manifest.id.namespace;
      const wanted = `${namespace}/${name}`;
      if (names.includes(wanted)) return;
      const at = { on: manifest, path: ["spec", "http", index, "delegate", "name"] };
      const isRoot = cluster.get("networking.istio.io/VirtualService", namespace, name) !== undefined;
      if (isRoot) {
        const advice = "Take its `hosts` out, or point at another one.";
        return report({ delegate: wanted, what: "has hosts, so nothing can be delegated to it", advice }, at);
      }
      const near = nearest(wanted, names);
      const advice = `${near === undefined ? "" : `Did you mean ${near}? `}Correct the name, or place the delegate in this cluster.`;
      report({ delegate: wanted, what: "does not exist in this cluster", advice }, at);
    });
  }
};
