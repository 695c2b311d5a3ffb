import type { Json } from "../../../model/json.ts";
import { listAt, textAt } from "../../../model/json.ts";
import { isAddress } from "../../facts/ranges.ts";
import { holdsExternalConfig } from "../../facts/remotes.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

const validating = "admissionregistration.k8s.io/ValidatingWebhookConfiguration";
const mutating = "admissionregistration.k8s.io/MutatingWebhookConfiguration";

export const check: Check<"external-webhook-without-address"> = (cluster, report) => {
  if (cluster.mesh.topology !== "external" || cluster.role !== "remote" || !cluster.isInstalled) return;
  for (const manifest of [...cluster.list(validating), ...cluster.list(mutating)]) {
    if (!/^(?:istiod-default-validator$|istio-validator|istio-sidecar-injector)/u.test(manifest.id.name)) continue;
    const isValidator = manifest.id.kind === "ValidatingWebhookConfiguration";
    const judged = listAt(manifest.object, "webhooks").map((webhook) =>
      judge(webhook, isValidator && holdsExternalConfig(cluster), cluster),
    );
    // The webhooks of one configuration have one address: one finding, the worst.
    const worst = judged.find((entry) => entry?.severity === "error") ?? judged.find((entry) => entry !== undefined);
    if (worst === undefined) continue;
    const facts = { webhook: manifest.id.name, what: worst.what, key: isValidator ? "base.validationURL" : "istiodRemote.injectionURL" };
    report(facts, { on: manifest, path: ["webhooks", judged.indexOf(worst), "clientConfig"], severity: worst.severity });
  }
};

interface Judgement {
  readonly what: string;
  readonly severity: "error" | "info";
}

/** A Service that the cluster does have may lead out of it. For injectors, webhook-without-service tells of one that it does not have. */
function judge(webhook: Json, mustLeadOut: boolean, cluster: ClusterView<"Service">): Judgement | undefined {
  const url = textAt(webhook, "clientConfig", "url");
  const service = textAt(webhook, "clientConfig", "service", "name");
  if (url === undefined && service !== undefined) {
    const namespace = textAt(webhook, "clientConfig", "service", "namespace") ?? "";
    if (!mustLeadOut || cluster.get("Service", namespace, service) !== undefined) return undefined;
    return { what: `calls Service ${namespace}/${service} of its own cluster, which does not exist`, severity: "error" };
  }
  const host = hostOf(url ?? "");
  if (host === "") return { what: url === undefined ? "has no address" : `has the address ${url}, which is no URL`, severity: "error" };
  return isAddress(host) ? { what: `calls the bare address ${host}`, severity: "info" } : undefined;
}

/** The host of an `https` URL, an IPv6 one without its brackets; empty when it has none. A hole is a host. */
function hostOf(url: string): string {
  const host = /^https:\/\/(?:\[([^\]]+)\]|([^/:?#]+))/u.exec(url);
  return host?.[1] ?? host?.[2] ?? "";
}
