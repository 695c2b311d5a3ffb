import { problem } from "../catalog/problem.ts";
import { inWords } from "../model/duration.ts";
import type { Manifest } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import type { Secret } from "../model/secret.ts";
import type { ClusterApi, Endpoint } from "../world.ts";
import { serverOf } from "./server.ts";
import type { Task } from "./task.ts";

/** A token that is wanted: of an account (`namespace/name`) in a cluster, for the kubeconfig in `reader`. */
export interface TokenWish {
  readonly cluster: Cluster;
  readonly serviceAccount: string;
  readonly reader: Manifest;
}

/** A new token that was tried where it will be used. @throws Problem `token-useless`, or why it could not be made */
export async function tokenFor(task: Task, { cluster, serviceAccount, reader }: TokenWish): Promise<Secret> {
  const { campaign, site } = task;
  const [namespace = "", account = ""] = serviceAccount.split("/");
  const { discovery } = campaign.mesh;
  const api = campaign.world.clusters.of(cluster);
  const legacy = discovery.tokens === "legacy" ? { secret: `${account}-istio-remote-secret-token` } : {};
  const wished = { namespace, account, seconds: discovery.lifetimeSeconds, ...legacy };
  const { token, expiresAt } = await api.token(wished);
  tellShort(task, cluster, { wishedMs: wished.seconds * 1000, gotMs: expiresAt - campaign.world.clock.now() });
  const server = await serverOf(campaign, cluster);
  const endpoint: Endpoint = {
    cluster: cluster.name,
    url: server.url,
    ca: server.ca === "" ? undefined : atob(server.ca),
    tlsServerName: cluster.apiServer.tlsServerName,
    proxyUrl: cluster.apiServer.proxyUrl,
    token,
  };
  const tried = await trial(campaign.world.clusters.by(endpoint), namespace);
  if (tried === undefined) return token;
  // From here that address need not be reachable at all; the clusters are where it counts. But a secret that works is not replaced by one nobody could try.
  const isNew = site.last(reader.id) === undefined;
  if (tried.code !== "cluster-unreachable" || !isNew) throw useless(cluster, server.url, tried);
  const { url, ca } = await api.server();
  const here = await trial(campaign.world.clusters.by({ ...endpoint, url, ca, tlsServerName: undefined, proxyUrl: undefined }), namespace);
  if (here !== undefined && here.code !== "cluster-unreachable") throw useless(cluster, url, here);
  task.notes.push(
    `${server.url}, by which the other clusters reach the API server of ${cluster.name}, does not answer from here; the new token was tried at ${url}.`,
  );
  return token;
}

/** An API server may give shorter tokens than were asked for: then half of a life comes sooner than whoever plans the runs thinks. */
function tellShort({ notes }: Task, { name }: Cluster, { wishedMs, gotMs }: { readonly wishedMs: number; readonly gotMs: number }): void {
  // A quarter less is more than two clocks may differ.
  if (gotMs >= wishedMs * 0.75) return;
  const got = Math.max(0, gotMs);
  notes.push(
    `The API server of ${name} gave a token for ${inWords(got)}, and \`spec.discovery.lifetime\` asks for ${inWords(wishedMs)}: a run must come at least every ${inWords(got / 2)}, or the other clusters lose ${name}.`,
  );
}

/** Kinds that every istiod lists in every cluster it reads. */
const watched = [
  { apiVersion: "v1", kind: "Namespace" },
  { apiVersion: "v1", kind: "Service" },
  { apiVersion: "v1", kind: "Pod" },
  { apiVersion: "v1", kind: "Node" },
  { apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice" },
] as const;

/** Reads with the token what istiod will read; what went wrong first, or nothing. Lists of one namespace: a whole cluster's pods prove no more. */
export async function trial(api: ClusterApi, namespace: string): Promise<Problem | undefined> {
  try {
    for (const { apiVersion, kind } of watched) {
      const isScoped = kind !== "Namespace" && kind !== "Node";
      await api.list({ apiVersion, kind, ...(isScoped ? { namespace } : {}) });
    }
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function useless(cluster: Cluster, url: string, cause: Problem): Problem {
  return problem("token-useless", { cluster: cluster.name, url, why: cause.message.replace(/\.$/u, "") }, cause);
}
