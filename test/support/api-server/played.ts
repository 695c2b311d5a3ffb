import { X509Certificate } from "node:crypto";
import { type Json, type JsonObject, listAt, objectAt, textAt, valueAt } from "../../../src/model/json.ts";
import { type ApiServer, type ApiServerOptions, type Happened, type PodAnswer, type PodAsked, Refusal, startApiServer } from "./index.ts";

/**
 * A loopback API server on which everything comes true at once: Deployments run, load balancers have addresses, and what passes for istiod has read whatever there is. With
 * it a run comes to its end in the fast tier, so that a story about many runs can be told there. It proves nothing about Istio: what real controllers and a real
 * istiod make of our objects is shown on real clusters (`test/cluster`).
 */
export async function startPlayedCluster(options: ApiServerOptions = {}): Promise<ApiServer> {
  const server: ApiServer = await startApiServer({ ...options, admission: admitted, pods: (asked) => istiodSays(server, asked) });
  server.follow((happened) => {
    const next = cameTrue(server, happened);
    if (next.length > 0) server.seed(...next);
  });
  return server;
}

const authority = Buffer.from("an authority").toString("base64");

/** istiod's webhooks: a pod that asks for a proxy gets one, a route with a negative weight is refused. */
function admitted(object: JsonObject): JsonObject {
  if (object["kind"] === "Pod" && textAt(object, "metadata", "labels", "sidecar.istio.io/inject") === "true") {
    const proxy = { name: "istio-proxy", image: "registry.example/proxyv2" };
    return { ...object, spec: { ...objectAt(object, "spec"), containers: [...listAt(object, "spec", "containers"), proxy] } };
  }
  const weights = object["kind"] === "VirtualService" ? routesOf(object).map((route) => valueAt(route, ["weight"])) : [];
  if (weights.some((weight) => typeof weight === "number" && weight < 0)) {
    throw new Refusal(400, "BadRequest", 'admission webhook "rev.validation.istio.io" denied the request: weight must not be negative');
  }
  return object;
}

function routesOf(object: JsonObject): readonly Json[] {
  return listAt(object, "spec", "http").flatMap((http) => listAt(http, "route"));
}

/** What controllers, a cloud and istiod store because of what was stored. Stored once more the same changes nothing, which is where it ends. */
function cameTrue(server: ApiServer, { type, object }: Happened): readonly JsonObject[] {
  if (type === "DELETED") return [];
  switch (object["kind"]) {
    case "Deployment":
      return [rolledOut(object), ...podsOf(object)];
    case "Service":
      return textAt(object, "spec", "type") === "LoadBalancer" ? [balanced(object)] : [];
    case "MutatingWebhookConfiguration":
    case "ValidatingWebhookConfiguration":
      return [trusted(object)];
    case "Namespace":
    case "Secret":
      return rootsHandedOut(server);
    default:
      return [];
  }
}

function rolledOut(deployment: JsonObject): JsonObject {
  const count = replicasOf(deployment);
  const seen = valueAt(deployment, ["metadata", "generation"]) ?? 1;
  return {
    ...deployment,
    status: { observedGeneration: seen, replicas: count, updatedReplicas: count, readyReplicas: count, availableReplicas: count },
  };
}

function replicasOf(deployment: JsonObject): number {
  const wanted = valueAt(deployment, ["spec", "replicas"]);
  return typeof wanted === "number" ? wanted : 1;
}

function podsOf(deployment: JsonObject): readonly JsonObject[] {
  const [namespace, name] = ["namespace", "name"].map((key) => textAt(deployment, "metadata", key) ?? "");
  const template = objectAt(deployment, "spec", "template");
  const containers = listAt(template, "spec", "containers").map((container) => ({ ...objectAt(container), image: "registry.example/any" }));
  return Array.from({ length: replicasOf(deployment) }, (_, index) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { namespace: namespace ?? "", name: `${name}-${index}`, labels: objectAt(template, "metadata", "labels") },
    spec: { ...objectAt(template, "spec"), containers },
    status: { phase: "Running", podIP: "10.0.0.1", conditions: [{ type: "Ready", status: "True" }] },
  }));
}

function balanced(service: JsonObject): JsonObject {
  return { ...service, status: { loadBalancer: { ingress: [{ ip: "127.0.0.1" }] } } };
}

function trusted(configuration: JsonObject): JsonObject {
  const webhooks = listAt(configuration, "webhooks").map((webhook) => ({
    ...objectAt(webhook),
    clientConfig: { ...objectAt(webhook, "clientConfig"), caBundle: authority },
  }));
  return { ...configuration, webhooks };
}

/** `istio-ca-root-cert` in every namespace, as soon as there is a `cacerts`. */
function rootsHandedOut(server: ApiServer): readonly JsonObject[] {
  const roots = decoded(cacertsOf(server), "root-cert.pem");
  if (roots === "") return [];
  const namespaces = server.objects().filter(({ kind }) => kind === "Namespace");
  return namespaces.map((namespace) => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { namespace: textAt(namespace, "metadata", "name") ?? "", name: "istio-ca-root-cert" },
    data: { "root-cert.pem": roots },
  }));
}

function cacertsOf(server: ApiServer): JsonObject | undefined {
  return server.objects().find((object) => object["kind"] === "Secret" && textAt(object, "metadata", "name") === "cacerts");
}

function decoded(secret: JsonObject | undefined, key: string): string {
  return Buffer.from(textAt(secret, "data", key) ?? "", "base64").toString();
}

/** The pages of an istiod that has read everything and whose proxies have taken everything. */
function istiodSays(server: ApiServer, { path }: PodAsked): PodAnswer {
  if (path === "/metrics") return { status: 200, body: metricsOf(server) };
  const [page] = path.split("?");
  if (page === "/debug/syncz") return json([]);
  if (page === "/debug/configz") return json(server.objects().filter(({ apiVersion }) => String(apiVersion).includes("istio.io/")));
  if (page === "/debug/clusterz") return json(remotesOf(server).map((id) => ({ id, syncStatus: "synced" })));
  return { status: 404, body: "" };
}

function json(value: Json): PodAnswer {
  return { status: 200, body: JSON.stringify(value) };
}

/** Names of the clusters in remote secrets: their keys. */
function remotesOf(server: ApiServer): readonly string[] {
  const secrets = server.objects().filter((object) => textAt(object, "metadata", "labels", "istio/multiCluster") === "true");
  return secrets.flatMap((secret) => Object.keys(objectAt(secret, "data")));
}

function metricsOf(server: ApiServer): string {
  const certificate = decoded(cacertsOf(server), "ca-cert.pem");
  if (certificate === "") return "";
  return `citadel_server_cert_chain_expiry_timestamp ${new Date(new X509Certificate(certificate).validTo).getTime() / 1000}\n`;
}
