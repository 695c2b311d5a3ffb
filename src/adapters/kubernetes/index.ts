import type { Cluster } from "../../model/mesh.ts";
import type { ClusterApi, Clusters, Endpoint } from "../../world.ts";
import { systemClock } from "../clock.ts";
import { createApi } from "./api.ts";
import { type Connections, createConnections, shares } from "./connections.ts";
import { bearer, fixed } from "./credentials.ts";
import type { Plugins } from "./exec-plugin.ts";
import type { Login } from "./login.ts";
import { type ClustersOptions, defaultLimits } from "./options.ts";
import { createTransport, type Transport } from "./transport.ts";

/** API servers by the `access` of their clusters. Nothing is read, run or contacted before something is asked. */
export function createClusters(options: ClustersOptions): Clusters {
  const { folder, environment = process.env, clock = systemClock, concurrency = 8, random = Math.random } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const room = shares(concurrency);
  const transports: Transport[] = [];
  const plugins: Plugins = new Map();
  const known = new Map<string, ClusterApi>();
  const tests = new Map<string, Connections>();
  const open = (cluster: string, connections: Connections, login: () => Promise<Login>): ClusterApi => {
    const transport = createTransport({ cluster, login, clock, connections, limits, random });
    transports.push(transport);
    return createApi({ cluster, transport, clock });
  };
  const of = (cluster: Cluster): ClusterApi => {
    const key = JSON.stringify([cluster.name, cluster.access]);
    const api =
      known.get(key) ??
      open(cluster.name, createConnections(room.own, limits), async () => {
        const { loginFor } = await import("./kubeconfig.ts");
        return loginFor(cluster, { folder, environment, clock, pluginMs: limits.pluginMs, plugins });
      });
    known.set(key, api);
    return api;
  };
  // Tokens are tested one after the other: there may be hundreds for one cluster. Nobody is forwarded to a pod by one.
  const by = (endpoint: Endpoint): ClusterApi => {
    const connections = tests.get(endpoint.cluster) ?? createConnections(room.tests, limits);
    tests.set(endpoint.cluster, connections);
    const { inside: _, ...api } = open(endpoint.cluster, connections, async () => loginBy(endpoint));
    return api;
  };
  return {
    of,
    by,
    close: async () => {
      await Promise.all(transports.map((transport) => transport.close()));
    },
  };
}

function loginBy({ url, ca, tlsServerName, proxyUrl, token }: Endpoint): Login {
  const credentials = fixed({ headers: { authorization: bearer(token.open()) }, certificate: undefined, key: undefined });
  return { url: url.replace(/\/+$/u, ""), ca, tlsServerName, isUnverified: false, proxyUrl, credentials };
}
