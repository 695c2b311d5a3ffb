import { listAt, textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"injection-path-of-other-cluster"> = (cluster, report) => {
  for (const manifest of cluster.list("admissionregistration.k8s.io/MutatingWebhookConfiguration")) {
    const paths = listAt(manifest.object, "webhooks").map(
      (webhook) => textAt(webhook, "clientConfig", "service", "path") ?? textAt(webhook, "clientConfig", "url") ?? "",
    );
    for (const path of new Set(paths)) {
      for (const { what, seen, expected } of [
        { what: "cluster", seen: segment(path, "cluster"), expected: cluster.istioName },
        { what: "network", seen: segment(path, "net"), expected: cluster.network },
      ]) {
        if (seen === undefined || seen === expected) continue;
        report(
          { what, seen, expected, cluster: escaped(cluster.istioName), network: escaped(cluster.network) },
          { on: manifest, path: ["webhooks"] },
        );
      }
    }
  }
};

/** The value after `/<key>/` in a path `/inject/…`; `undefined` when it says nothing about it. */
function segment(path: string, key: string): string | undefined {
  return new RegExp(`/inject/(?:.*/)?${key}/([^/?]*)`, "u").exec(path)?.[1]?.replaceAll("--slash--", "/");
}

function escaped(value: string): string {
  return value.replaceAll("/", "--slash--");
}
