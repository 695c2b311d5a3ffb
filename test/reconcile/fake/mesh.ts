import type { JsonObject } from "../../../src/model/json.ts";
import { idOf, type Manifest, type Origin, type Stage } from "../../../src/model/manifest.ts";
import type { Cluster, Mesh } from "../../../src/model/mesh.ts";
import { certificates } from "../../../src/render/certificates.ts";
import { kubeconfig } from "../../../src/render/kubeconfig.ts";
import { cluster, mesh } from "../../support/study.ts";

/** A small mesh with one object for everything a step is about, by hand: rendering real charts is another test's. */
export function smallMesh(names: readonly string[], parts: Partial<Mesh> = {}): Mesh {
  const trust = { domain: "cluster.local", aliases: [], signer: { kind: "builtin", root: root }, rotation: undefined } as const;
  return mesh(
    names.map((name) => cluster(name)),
    { trust, ...parts },
  );
}

const root: JsonObject = { certificate: { env: "ROOT_CERT" }, key: { env: "ROOT_KEY" } };

/** What one cluster of it should hold. */
export function objectsFor(whole: Mesh, own: Cluster, config: readonly JsonObject[] = []): readonly Manifest[] {
  const namespace = own.systemNamespace;
  const derived: Origin = { kind: "derived", why: "a test wants it" };
  const chart = (name: string, release = name): Origin => ({
    kind: "chart",
    release,
    chart: name,
    version: "1.31.0",
    template: "templates/all.yaml",
  });
  const make = (stage: Stage, origin: Origin, object: JsonObject): Manifest => {
    const labelled = {
      ...object,
      metadata: {
        ...(object["metadata"] as JsonObject),
        labels: { ...((object["metadata"] as JsonObject)["labels"] as JsonObject), "isthmus.dev/mesh": whole.name },
      },
    };
    return { id: idOf(labelled), object: labelled, origin, stage };
  };
  const cacerts = certificates({ mesh: whole, real: own, cluster: own } as Parameters<typeof certificates>[0]);
  const others = whole.clusters.filter(({ name }) => name !== own.name);
  return [
    make("namespaces", derived, { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }),
    make("namespaces", derived, { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } }),
    ...cacerts.map(({ object }) => make("certificates", derived, object)),
    make("install", chart("base", "istio-base"), definition("virtualservices", "VirtualService")),
    make("install", chart("base", "istio-base"), {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name: "istio-reader-service-account", namespace },
    }),
    make("install", chart("istiod"), { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "istiod", namespace } }),
    make("install", chart("istiod"), {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "istio", namespace },
      data: { mesh: "trustDomain: cluster.local" },
    }),
    make("install", chart("istiod"), deployment("istiod", namespace, { app: "istiod", "istio.io/rev": "default" })),
    make("install", chart("istiod"), service("istiod", namespace, "ClusterIP")),
    make("install", chart("istiod"), webhook("MutatingWebhookConfiguration", "istio-sidecar-injector", namespace)),
    make("install", chart("istiod"), webhook("ValidatingWebhookConfiguration", "istio-validator-istio-system", namespace)),
    make(
      "gateways",
      chart("gateway", "istio-eastwestgateway"),
      deployment("istio-eastwestgateway", namespace, { istio: "eastwestgateway" }),
    ),
    make("gateways", chart("gateway", "istio-eastwestgateway"), service("istio-eastwestgateway", namespace, "LoadBalancer")),
    ...others.map((other) =>
      make("discovery", derived, {
        apiVersion: "v1",
        kind: "Secret",
        metadata: {
          name: `istio-remote-secret-${other.istioName}`,
          namespace,
          labels: { "istio/multiCluster": "true" },
          annotations: { "networking.istio.io/cluster": other.istioName },
        },
        stringData: { [other.istioName]: kubeconfig(other, `${other.systemNamespace}/istio-reader-service-account`) },
      }),
    ),
    ...config.map((object) => make("config", { kind: "config", source: own.source }, object)),
  ];
}

/** A route in namespace `shop`. */
export function route(name: string, weight = 100, annotations?: JsonObject): JsonObject {
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name, namespace: "shop", ...(annotations === undefined ? {} : { annotations }) },
    spec: { hosts: [name], http: [{ route: [{ destination: { host: name }, weight }] }] },
  };
}

function definition(plural: string, kind: string): JsonObject {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.networking.istio.io` },
    spec: {
      group: "networking.istio.io",
      scope: "Namespaced",
      names: { kind, plural },
      versions: [{ name: "v1", served: true, storage: true }],
    },
  };
}

function deployment(name: string, namespace: string, labels: JsonObject): JsonObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { serviceAccountName: name, containers: [{ name: "main", image: "auto" }] } },
    },
  };
}

function service(name: string, namespace: string, type: string): JsonObject {
  return { apiVersion: "v1", kind: "Service", metadata: { name, namespace }, spec: { type, ports: [{ name: "tls", port: 15443 }] } };
}

function webhook(kind: string, name: string, namespace: string): JsonObject {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind,
    metadata: { name },
    webhooks: [
      {
        name: "a.istio.io",
        clientConfig: { service: { name: "istiod", namespace } },
        sideEffects: "None",
        admissionReviewVersions: ["v1"],
      },
    ],
  };
}
