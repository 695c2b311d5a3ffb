import type { StepKind } from "../../model/plan.ts";

/**
 * How a person does what a step does, with other people's tools: the one source of what `isthmus status` tells of open steps and of README's table. `CLUSTER` is the
 * name of a context of kubectl and of the cluster, `CLUSTER.yaml` what `isthmus render --cluster CLUSTER` prints, `CHART` and `values.yaml` what
 * `isthmus render --as-helm --charts DIR` writes and prints for the release.
 */
const commands: Readonly<Record<StepKind, readonly string[]>> = {
  namespace: ["kubectl --context CLUSTER apply --server-side -f CLUSTER.yaml   # its Namespace objects"],
  "gateway-api": [
    "kubectl --context CLUSTER apply --server-side -f CLUSTER.yaml   # its CustomResourceDefinitions",
    "kubectl --context CLUSTER wait --for=condition=Established crd --all --timeout=60s",
  ],
  certificates: [
    "openssl verify -x509_strict -CAfile root-cert.pem ca-cert.pem",
    "kubectl --context CLUSTER -n istio-system create secret generic cacerts --from-file=ca-cert.pem --from-file=ca-key.pem --from-file=cert-chain.pem --from-file=root-cert.pem",
  ],
  base: [
    "helm upgrade --install istio-base CHART --namespace istio-system --values values.yaml --kube-context CLUSTER",
    "kubectl --context CLUSTER wait --for=condition=Established crd --all --timeout=60s",
  ],
  reader: ["kubectl --context CLUSTER -n istio-system get serviceaccount istio-reader-service-account   # istio-base brings it"],
  istiod: [
    "helm upgrade --install istiod CHART --namespace istio-system --values values.yaml --kube-context CLUSTER",
    "kubectl --context CLUSTER -n istio-system rollout status deployment/istiod --timeout=120s",
  ],
  cni: ["helm upgrade --install istio-cni CHART --namespace istio-system --values values.yaml --kube-context CLUSTER"],
  ztunnel: ["helm upgrade --install ztunnel CHART --namespace istio-system --values values.yaml --kube-context CLUSTER"],
  gateway: [
    "helm upgrade --install istio-eastwestgateway CHART --namespace istio-system --values values.yaml --kube-context CLUSTER",
    "kubectl --context CLUSTER -n istio-system rollout status deployment/istio-eastwestgateway --timeout=60s",
  ],
  address: ["kubectl --context CLUSTER -n istio-system get service istio-eastwestgateway -o jsonpath='{.status.loadBalancer.ingress[0]}'"],
  expose: ["kubectl --context CLUSTER apply --server-side -f CLUSTER.yaml   # its Gateway cross-network-gateway"],
  "remote-secret": [
    "istioctl create-remote-secret --context PEER --name PEER --server https://ADDRESS-OF-PEER | kubectl --context CLUSTER apply --server-side -f -",
  ],
  config: ["kubectl --context CLUSTER apply --server-side -f CLUSTER.yaml   # its configuration"],
  restart: [
    "kubectl --context CLUSTER -n NAMESPACE rollout restart deployment/NAME   # what `istioctl proxy-status` shows with an old version, one after the other",
  ],
  prune: ["kubectl --context CLUSTER delete KIND NAME -n NAMESPACE   # what the plan names, nothing else"],
  "default-revision": ["helm upgrade --install istio-base CHART --namespace istio-system --values values.yaml --kube-context CLUSTER"],
};

/** Commands for each kind of step, for README. */
export function byHandTable(): readonly (readonly [kind: StepKind, commands: readonly string[]])[] {
  return Object.entries(commands).map(([kind, lines]) => [kind as StepKind, lines]);
}

/** Commands for one step by its id (`east/remote-secret/west`, `mesh/certificates`); empty for one that no other tool does. */
export function byHand(step: string): readonly string[] {
  const [cluster = "", name = "", peer = "PEER"] = step.split("/");
  const kind = /^istiod(?:-|$)/u.test(name) ? "istiod" : name;
  if (!isKind(kind)) return [];
  return commands[kind].map((text) => {
    const line = text.replace("--install istiod ", `--install ${name} `).replace("deployment/istiod ", `deployment/${name} `);
    const placed = cluster === "mesh" ? line : line.replaceAll("CLUSTER", cluster);
    return kind === "remote-secret" ? placed.replaceAll("PEER", peer) : placed;
  });
}

function isKind(text: string): text is StepKind {
  return Object.hasOwn(commands, text);
}
