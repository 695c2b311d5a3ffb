import { afterEach, expect } from "vitest";
import { createClusters } from "../../../src/adapters/kubernetes/index.ts";
import type { ClustersOptions } from "../../../src/adapters/kubernetes/options.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type { ClusterApi, Clusters } from "../../../src/world.ts";
import { type ApiServer, type ApiServerOptions, startApiServer } from "../../support/api-server/index.ts";
import { cluster } from "../../support/study.ts";

/** A loopback API server and ourselves in front of it; both end with the test. */

const open: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

export async function served(options: ApiServerOptions = {}): Promise<ApiServer> {
  const server = await startApiServer({ objects: [namespace], ...options });
  open.push(server);
  return server;
}

/** The clusters of an environment: kubeconfigs in variables. */
export function clustersIn(environment: Readonly<Record<string, string>>, options: Partial<ClustersOptions> = {}): Clusters {
  const clusters = createClusters({ folder: ".", environment, random: () => 0, ...options });
  open.push({ stop: () => clusters.close() });
  return clusters;
}

/** A cluster `east` by the kubeconfig text in variable `EAST`. */
export function apiBy(kubeconfig: string, options: Partial<ClustersOptions> = {}, access: JsonObject = {}): ClusterApi {
  return clustersIn({ EAST: kubeconfig, PATH: process.env["PATH"] ?? "" }, options).of(
    cluster("east", { access: { kubeconfig: { env: "EAST" }, ...access } }),
  );
}

export const namespace: JsonObject = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };

export function configMap(name: string, data: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name, namespace: "shop", ...metadata }, data };
}

export function mapRef(name: string) {
  return { apiVersion: "v1", group: "", kind: "ConfigMap", namespace: "shop", name };
}

/** Waits until something is so: longer than a first import takes on a busy machine. */
export function eventually<T>(look: () => T) {
  return expect.poll(look, { timeout: 8_000, interval: 20 });
}
