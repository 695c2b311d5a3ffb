import type { Change } from "../../../../src/model/change.ts";
import { change, changes, cluster, fromChart, manifest, plan, study } from "../../../support/study.ts";

const cause = { kind: "cluster-added", cluster: "apac" } as const;
const chartObject = (kind: string, name: string, stage: "install" | "gateways" = "install"): Change =>
  change(
    undefined,
    manifest(`{apiVersion: v1, kind: ${kind}, metadata: {name: ${name}, namespace: istio-system}}`, { origin: fromChart("istiod"), stage }),
    ["apac"],
    { cause },
  );
const remoteSecret = (of: string, clusters: readonly string[], isCaused = true): Change =>
  change(
    undefined,
    manifest(
      `{apiVersion: v1, kind: Secret, metadata: {name: istio-remote-secret-${of}, namespace: istio-system}, stringData: {${of}: "⟦token of istio-system/istio-reader in ${of}⟧"}}`,
      { origin: { kind: "derived", why: `the other clusters discover the endpoints of ${of}` }, stage: "discovery" },
    ),
    clusters,
    isCaused ? { cause } : {},
  );

const old = [cluster("east"), cluster("eu"), cluster("west")];
const step = (
  id: string,
  kind: "base" | "istiod" | "gateway" | "remote-secret" | "config" | "certificates",
  clusters: readonly string[],
  after: readonly string[],
  wave: number,
) => ({
  id,
  kind,
  stage: "install" as const,
  clusters,
  after,
  writes: [{ id: { group: "", kind: "Thing", namespace: "", name: id }, kind: "create" as const }],
  gate: kind === "istiod" ? "istiod is ready and its webhook answers" : undefined,
  wave,
  irreversible: undefined,
});

/** A fourth cluster on a network of its own: what it gets, and what that changes in the three others. */
export default study({
  clusters: [...old, cluster("apac", { network: "gcp-asia-east1" })],
  baseClusters: old,
  changes: changes(
    [
      ...["istiod", "istiod-reader", "istio-validator"].map((name) => chartObject("ClusterRole", name)),
      ...["istiod", "istio"].map((name) => chartObject("ConfigMap", name)),
      chartObject("Deployment", "istiod"),
      chartObject("Service", "istio-eastwestgateway", "gateways"),
      chartObject("Deployment", "istio-eastwestgateway", "gateways"),
      remoteSecret("apac", ["east", "eu", "west"]),
      ...["east", "eu", "west"].map((name) => remoteSecret(name, ["apac"])),
    ],
    {
      clusters: { added: ["apac"], removed: [] },
      unchanged: new Map([
        ["apac", 0],
        ["east", 212],
        ["eu", 212],
        ["west", 212],
      ]),
    },
  ),
  plan: plan({
    waves: [{ number: 1, clusters: ["apac"], soakSeconds: 300 }],
    steps: [
      step("mesh/certificates", "certificates", ["apac", "east", "eu", "west"], [], 0),
      step("apac/base", "base", ["apac"], ["mesh/certificates"], 1),
      step("apac/istiod", "istiod", ["apac"], ["apac/base"], 1),
      step("apac/gateway/istio-eastwestgateway", "gateway", ["apac"], ["apac/istiod"], 1),
      ...["east", "eu", "west"].map((name) =>
        step(`${name}/remote-secret/apac`, "remote-secret", [name], ["apac/gateway/istio-eastwestgateway"], 1),
      ),
    ],
  }),
});
