import { request } from "node:https";
import type { ApiServer } from "./api-server/index.ts";

/** Somebody makes an object in a loopback API server. Gives the status. */
export function put(server: ApiServer, path: string, body: object): Promise<number> {
  const { users } = JSON.parse(server.kubeconfig()) as { users: { user: { token: string } }[] };
  const headers = { authorization: `Bearer ${users[0]?.user.token}`, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method: "POST", headers, ca: server.ca, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
}

/** As `istioctl create-remote-secret` writes one for west, with a token of such a life (seconds since 1970). */
export function remoteSecret(life: { readonly iat: number; readonly exp: number }): object {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "RS256" })}.${part({ sub: "system:serviceaccount:istio-system:istio-reader-service-account", ...life })}.c2ln`;
  const kubeconfig = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "west", cluster: { server: "https://203.0.113.2:6443" } }],
    users: [{ name: "west", user: { token } }],
    contexts: [{ name: "west", context: { cluster: "west", user: "west" } }],
    "current-context": "west",
  };
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "istio-remote-secret-west", namespace: "istio-system", labels: { "istio/multiCluster": "true" } },
    data: { west: Buffer.from(JSON.stringify(kubeconfig)).toString("base64") },
  };
}
