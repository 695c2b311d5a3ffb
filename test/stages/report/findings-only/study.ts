import { changes, finding, plan, repository, study } from "../../../support/study.ts";

/** `isthmus lint FILE`: plain Istio files judged without a mesh; every severity, one accepted. */
export default study({
  clusters: [],
  changes: changes([]),
  plan: plan({ digest: { plan: "", clusters: new Map() } }),
  findings: [
    finding(),
    finding({
      rule: "gateway-without-workload",
      message: "Gateway `public` selects no workload: no pod carries `istio: ingress`.",
      remedy: "Correct the selector or install the gateway.",
      source: { file: "gateway.yaml", line: 7, column: 3 },
      object: { apiVersion: "networking.istio.io/v1", kind: "Gateway", namespace: "shop", name: "public" },
    }),
    finding({
      rule: "timeout-longer-than-caller",
      severity: "warning",
      message: "The timeout of 30s is longer than the 5s of its caller.",
      remedy: "Shorten it, or lengthen the caller's.",
      source: { file: "config/all/routing.yaml", line: 40, column: 7 },
    }),
    finding({
      rule: "host-without-namespace",
      severity: "info",
      message: "Host `reviews` is short: it means `reviews.shop.svc.cluster.local` here.",
      remedy: "Write it in full where namespaces differ.",
      source: { file: "config/all/routing.yaml", line: 3, column: 5 },
    }),
    finding({
      rule: "permissive-mtls",
      severity: "warning",
      message: "Namespace `legacy` accepts plain text.",
      remedy: "Set STRICT once its callers have sidecars.",
      source: { file: "config/all/peer.yaml", line: 9, column: 5 },
      accepted: { reason: "migration until spring", until: "2027-03-31", by: { file: "isthmus.yaml", line: 4, column: 3 } },
    }),
  ],
  study: {
    request: { head: { kind: "files", files: ["gateway.yaml", "config/all/routing.yaml"] }, base: undefined, at: 0, clusters: [] },
    head: repository(),
    base: undefined,
    baseline: undefined,
  },
});
