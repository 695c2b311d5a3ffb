import { describe, expect, it } from "vitest";
import type { Write } from "../../src/plan/draft.ts";
import { gateOf } from "../../src/plan/gates.ts";

const proxies = "every proxy has taken it, none refused it";
const ready = "every workload written is ready";

describe("what a configuration step waits for", () => {
  it.each<[string, readonly Write[], string | undefined]>([
    ["routes of Istio", [written("networking.istio.io", "VirtualService")], proxies],
    ["routes that go", [written("networking.istio.io", "VirtualService", "delete")], proxies],
    ["routes of the Gateway API", [written("gateway.networking.k8s.io", "HTTPRoute")], proxies],
    ["settings and roles", [written("", "ConfigMap"), written("rbac.authorization.k8s.io", "Role")], undefined],
    ["webhooks", [written("admissionregistration.k8s.io", "ValidatingWebhookConfiguration")], undefined],
    ["NetworkPolicies", [written("networking.k8s.io", "NetworkPolicy")], undefined],
    ["workloads", [written("apps", "Deployment"), written("", "ConfigMap")], ready],
    ["workloads that go", [written("apps", "Deployment", "delete")], undefined],
    ["both", [written("apps", "DaemonSet"), written("security.istio.io", "AuthorizationPolicy")], `${proxies}; ${ready}`],
  ])("%s", (_, writes, expected) => {
    const step = {
      id: "east/config",
      kind: "config",
      stage: "config",
      station: "east/config",
      clusters: ["east"],
      peer: undefined,
      writes,
    } as const;
    expect(gateOf(step, undefined)).toBe(expected);
  });
});

function written(group: string, kind: string, how: Write["kind"] = "update"): Write {
  return { id: { group, kind, namespace: "shop", name: "x" }, kind: how };
}
