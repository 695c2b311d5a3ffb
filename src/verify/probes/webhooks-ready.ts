import type { Check } from "../../model/health.ts";
import { type JsonObject, listAt, textAt } from "../../model/json.ts";
import { counted, failed, named, type Place, type Probe, passed, perCluster } from "../check.ts";

/** Injection and validation have the certificate by which the API server knows istiod, and fail closed (reference 1.10). */
export const webhooksReady: Probe = (observed) =>
  perCluster("webhooks-ready", observed, {
    of: ({ webhooks }) => webhooks,
    // Nobody's pods are injected in a cluster that only runs other clusters' istiod.
    concerns: ({ cluster }) => cluster.role !== "external",
    judge: (configurations, _, place) => {
      if (!configurations.some(isInjector))
        return [
          failed(
            place,
            "There is no webhook that injects sidecars and gateways.",
            "Apply the mesh; the istiod chart brings `istio-sidecar-injector`.",
          ),
        ];
      return [judge(configurations, place)];
    },
  });

function isInjector(configuration: JsonObject): boolean {
  return textAt(configuration, "kind") === "MutatingWebhookConfiguration";
}

function judge(configurations: readonly JsonObject[], place: Place): Check {
  const blind = configurations.filter((configuration) =>
    hooksOf(configuration).some((hook) => (textAt(hook, "clientConfig", "caBundle") ?? "") === ""),
  );
  if (blind.length > 0)
    return failed(
      place,
      `${names(blind)} ${blind.length === 1 ? "has" : "have"} no \`caBundle\`: the API server cannot call istiod.`,
      "istiod fills it in when it leads this cluster: see its log, and for a remote also that its primary holds the remote secret.",
    );
  const open = configurations.filter((configuration) => hooksOf(configuration).some((hook) => textAt(hook, "failurePolicy") === "Ignore"));
  if (open.length > 0)
    return failed(
      place,
      `${names(open)} still ${open.length === 1 ? "lets" : "let"} everything pass (\`failurePolicy: Ignore\`): istiod has not seen its own webhook work.`,
      "See that the API server reaches istiod on port 15017 (firewall rules of private clusters, custom CNI); istiod closes it by itself then.",
    );
  return passed(place, `${counted(configurations.length, "webhook configuration")} with a \`caBundle\`, all failing closed.`);
}

function hooksOf(configuration: JsonObject): readonly JsonObject[] {
  return listAt(configuration, "webhooks").filter((hook): hook is JsonObject => typeof hook === "object");
}

function names(configurations: readonly JsonObject[]): string {
  return named(configurations.map((configuration) => textAt(configuration, "metadata", "name") ?? ""));
}
