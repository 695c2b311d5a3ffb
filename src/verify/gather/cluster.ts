import { type JsonObject, textAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import type { Cluster, GatewaySpec, Mesh } from "../../model/mesh.ts";
import { Problem } from "../../model/problem.ts";
import type { ClusterApi } from "../../world.ts";
import { type ClusterSeen, type GatewaySeen, look, runsIstiod, type Seen } from "../observed.ts";
import { peersOf } from "../peers.ts";
import { readIstiods } from "./istiods.ts";
import { lookAt, lookAtObject } from "./look.ts";
import { readRoots } from "./roots.ts";

const readerAccount = "istio-reader-service-account";

/** Everything that is looked at in one cluster. What cannot be read is unseen on its own; the rest is looked at all the same. */
export async function gatherCluster(api: ClusterApi, cluster: Cluster, mesh: Mesh): Promise<ClusterSeen> {
  const namespace = cluster.systemNamespace;
  const server = await look(api.server());
  // An API server that does not answer would be waited for again with each question.
  if (server.kind === "unseen") return nothing(cluster, server);
  const secret = { group: "", apiVersion: "v1", kind: "Secret", namespace };
  const [running, webhooks, roots, cacerts, remoteSecrets, reader, gateways] = await Promise.all([
    look(runsIstiod(cluster) ? readIstiods(api, namespace) : Promise.resolve([])),
    configurations(api),
    look(readRoots(api, namespace)),
    lookAt(api, { ...secret, name: mesh.trust.signer.kind === "certManager" ? "istiod-tls" : "cacerts" }),
    look(readRemoteSecrets(api, namespace, peersOf(mesh, cluster))),
    lookAtObject(api, { group: "", apiVersion: "v1", kind: "ServiceAccount", namespace, name: readerAccount }),
    Promise.all(cluster.gateways.map((spec) => gateway(api, spec))),
  ]);
  const readerUid: Seen<string | undefined> =
    reader.kind === "seen" ? { kind: "seen", value: textAt(reader.value, "metadata", "uid") } : reader;
  return { cluster, server, istiods: running, webhooks, roots, cacerts, remoteSecrets, readerUid, gateways };
}

function nothing(cluster: Cluster, unseen: Seen<never>): ClusterSeen {
  const gateways = cluster.gateways.map((spec): GatewaySeen => ({ spec, service: unseen, deployment: unseen }));
  return {
    cluster,
    server: unseen,
    istiods: unseen,
    webhooks: unseen,
    roots: unseen,
    cacerts: unseen,
    remoteSecrets: unseen,
    readerUid: unseen,
    gateways,
  };
}

/**
 * The Secrets by which istiod here reads other clusters, by their label; where listing Secrets is not granted, those that the mesh names: one that nobody else
 * has is then seen on istiod's own page only. @throws Problem
 */
async function readRemoteSecrets(api: ClusterApi, namespace: string, peers: readonly Cluster[]): Promise<readonly Present[]> {
  try {
    return await api.list({ apiVersion: "v1", kind: "Secret", namespace, labels: "istio/multiCluster=true" });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "permission-missing") throw error;
    const names = peers.map(({ istioName }) => `istio-remote-secret-${istioName}`);
    const lives = await Promise.all(names.map((name) => api.read({ group: "", apiVersion: "v1", kind: "Secret", namespace, name })));
    return lives.flatMap((live) => {
      if (live.kind === "unknown") throw live.why;
      return live.kind === "present" ? [live] : [];
    });
  }
}

/** Names of Istio's webhook configurations, as its charts make them. */
const istios = /^istio-(?:sidecar-injector|revision-tag|validator)(?:-|$)|^istiod-default-validator$/u;

async function configurations(api: ClusterApi): Promise<Seen<readonly JsonObject[]>> {
  const apiVersion = "admissionregistration.k8s.io/v1";
  return look(
    (async () => {
      const [mutating, validating] = await Promise.all([
        api.list({ apiVersion, kind: "MutatingWebhookConfiguration" }),
        api.list({ apiVersion, kind: "ValidatingWebhookConfiguration" }),
      ]);
      return [...mutating, ...validating]
        .map(({ object }) => object)
        .filter((object) => istios.test(textAt(object, "metadata", "name") ?? ""));
    })(),
  );
}

/** The chart names Service and Deployment like its release; istiod names those of an east-west Gateway of the Gateway API like the Gateway. */
async function gateway(api: ClusterApi, spec: GatewaySpec): Promise<GatewaySeen> {
  const place = { namespace: spec.namespace, name: spec.name };
  const [service, deployment] = await Promise.all([
    lookAtObject(api, { ...place, group: "", apiVersion: "v1", kind: "Service" }),
    lookAtObject(api, { ...place, group: "apps", apiVersion: "apps/v1", kind: "Deployment" }),
  ]);
  return { spec, service, deployment };
}
