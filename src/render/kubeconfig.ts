import { holeText } from "../model/hole.ts";
import type { Cluster } from "../model/mesh.ts";

/**
 * The kubeconfig in a remote secret, line for line as `istioctl create-remote-secret` writes it (reference 3.1): one cluster, one context and one user,
 * all by Istio's name of the cluster. The token, and the CA or address when no document names them, are holes. `tokenFile`: a file beside this one with the same
 * token, for who reads files: it is looked into again and again, and what stands in here only once.
 */
export function kubeconfig(target: Cluster, serviceAccount: string, tokenFile?: string): string {
  const name = target.istioName;
  const { url, ca, tlsServerName, proxyUrl } = target.apiServer;
  const quoted = quote(name);
  return [
    "apiVersion: v1",
    "clusters:",
    "- cluster:",
    `    certificate-authority-data: ${ca === undefined ? holeText({ kind: "api-server-ca", cluster: target.name }) : base64(ca)}`,
    ...(proxyUrl === undefined ? [] : [`    proxy-url: ${proxyUrl}`]),
    `    server: ${url ?? holeText({ kind: "api-server-url", cluster: target.name })}`,
    ...(tlsServerName === undefined ? [] : [`    tls-server-name: ${quote(tlsServerName)}`]),
    `  name: ${quoted}`,
    "contexts:",
    "- context:",
    `    cluster: ${quoted}`,
    `    user: ${quoted}`,
    `  name: ${quoted}`,
    `current-context: ${quoted}`,
    "kind: Config",
    "users:",
    `- name: ${quoted}`,
    "  user:",
    `    token: ${tokenHole(target, serviceAccount)}`,
    ...(tokenFile === undefined ? [] : [`    tokenFile: ${tokenFile}`]),
    "",
  ].join("\n");
}

/** The place of a token of this account (`namespace/name`) in a cluster. */
export function tokenHole({ name }: Cluster, serviceAccount: string): string {
  return holeText({ kind: "token", cluster: name, serviceAccount });
}

/** A name that YAML could read as something else than text (`123`, `yes`, `1.5`) is quoted. */
function quote(name: string): string {
  return /^[A-Za-z][-A-Za-z0-9]*$/u.test(name) && !/^(y|n|yes|no|on|off|true|false|null)$/iu.test(name) ? name : JSON.stringify(name);
}

/** Certificates are PEM, hence ASCII; anything else is encoded as UTF-8 first. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
