import { isObject, listAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"scope-entry-without-effect"> = (cluster, report) => {
  for (const { manifest, config } of cluster.remember(meshConfigs)) {
    listAt(config, "serviceScopeConfigs").forEach((entry, index) => {
      if (!isObject(entry)) return;
      const selects = entry["namespaceSelector"] !== undefined || entry["servicesSelector"] !== undefined;
      const what =
        entry["scope"] !== "GLOBAL"
          ? "has scope LOCAL and is never read"
          : selects
            ? undefined
            : "has no selector and makes every Service global";
      if (what !== undefined) report({ number: index + 1, what }, { on: manifest, path: ["data", "mesh"] });
    });
  }
};
