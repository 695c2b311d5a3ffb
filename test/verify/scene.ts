import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "../../src/model/health.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import type { Present } from "../../src/model/live.ts";
import type { Cluster, Mesh } from "../../src/model/mesh.ts";
import { keyFingerprint } from "../../src/trust/index.ts";
import type { ClusterSeen, IstiodSeen, Observed, Seen } from "../../src/verify/observed.ts";
import { knownClusters, networkGateways, proxies, shards, trustDomains } from "../../src/verify/pages.ts";
import { probes } from "../../src/verify/probes/index.ts";
import { type Made, makeIntermediate, makeRoot, now } from "../support/authority.ts";
import { cluster, istio, mesh } from "../support/study.ts";

/** Two clusters on two networks in which everything works. What an istiod says are the recorded answers of a real one, in `pages/`. */

export { now };
export const hour = 3_600_000;

export function page(name: string): Json {
  return JSON.parse(readFileSync(join(import.meta.dirname, "pages", `${name}.json`), "utf8")) as Json;
}

export function seen<T>(value: T): Seen<T> {
  return { kind: "seen", value };
}

export const roots = { mesh: await makeRoot(), other: await makeRoot({ name: "root-b" }) };
const intermediates: Readonly<Record<string, Made>> = {
  east: await makeIntermediate(roots.mesh),
  west: await makeIntermediate(roots.mesh, { name: "west" }),
};

export const east = cluster("east", { network: "east" });
export const west = cluster("west", { network: "west" });
export const shop: Mesh = mesh([east, west], { istio: istio("1.31.0") });

/** `cacerts` as the door of the API server hands it on. */
export function cacerts(made: Made, root: Made, key: Made = made): Present {
  const stringData = { "ca-cert.pem": made.pem, "ca-key.pem": "⟦secret⟧", "cert-chain.pem": made.pem, "root-cert.pem": root.pem };
  const fingerprint = keyFingerprint(key.publicKey);
  return {
    kind: "present",
    object: { apiVersion: "v1", kind: "Secret", metadata: { name: "cacerts" }, stringData },
    privates: [{ kind: "private-key", path: "ca-key.pem", fingerprint }],
  };
}

/** `istiod-tls` in the same way. */
export function istiodTls(made: Made): Present {
  const stringData = { "tls.crt": made.pem, "tls.key": "⟦secret⟧" };
  return {
    kind: "present",
    object: { apiVersion: "v1", kind: "Secret", metadata: { name: "istiod-tls" }, stringData },
    privates: [{ kind: "private-key", path: "tls.key", fingerprint: keyFingerprint(made.publicKey) }],
  };
}

/** A Secret by which one cluster reads another. */
export function remoteSecret(
  of: string,
  token: { readonly issuedAt: number; readonly expiresAt: number | undefined; readonly accountUid?: string },
): Present {
  return {
    kind: "present",
    object: {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: `istio-remote-secret-${of}`, namespace: "istio-system" },
      stringData: { [of]: "kubeconfig" },
    },
    privates: [
      {
        kind: "token",
        path: of,
        subject: "system:serviceaccount:istio-system:istio-reader-service-account",
        accountUid: token.accountUid ?? `reader-of-${of}`,
        issuedAt: token.issuedAt,
        expiresAt: token.expiresAt,
      },
    ],
  };
}

export function istiod(name: string, parts: Partial<IstiodSeen> = {}): IstiodSeen {
  const own = (text: Json): Json => (name.startsWith("west") ? swapped(text) : text);
  return {
    name,
    revision: "default",
    isReady: true,
    state: "Running",
    version: "1.31.0",
    clusters: read(knownClusters(own(page("clusterz")))),
    proxies: read(proxies(own(page("syncz")))),
    shards: read(shards(page("endpointShardz"))),
    networkGateways: read(networkGateways(page("networkz"))),
    trust: read(trustDomains(page("mesh"))),
    ...parts,
  };
}

function read<T>(found: T | undefined): Seen<T> {
  if (found === undefined) throw new Error("a recorded page is not what it should be");
  return seen(found);
}

/** What the istiod of the other cluster would say. */
function swapped(value: Json): Json {
  const text = JSON.stringify(value).replaceAll("west", "⟨").replaceAll("east", "west").replaceAll("⟨", "east");
  return JSON.parse(
    text.replaceAll("istio-westwestgateway", "istio-eastwestgateway").replaceAll("istio-easteastgateway", "istio-eastwestgateway"),
  ) as Json;
}

export const gatewayService = (address: string, parts: JsonObject = {}): JsonObject => ({
  apiVersion: "v1",
  kind: "Service",
  spec: {
    type: "LoadBalancer",
    ports: [
      { name: "status-port", port: 15021 },
      { name: "tls", port: 15443 },
    ],
  },
  status: { loadBalancer: { ingress: [{ ip: address }] } },
  ...parts,
});

export const webhook = (kind: string, name: string, parts: JsonObject = {}): JsonObject => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind,
  metadata: { name },
  webhooks: [{ name: "a", clientConfig: { caBundle: "Q0E=" }, failurePolicy: "Fail", ...parts }],
});

export function clusterSeen(of: Cluster, parts: Partial<ClusterSeen> = {}): ClusterSeen {
  const made = intermediates[of.name];
  const [spec] = of.gateways;
  if (made === undefined || spec === undefined) throw new Error("east or west");
  const other = of.name === "east" ? "west" : "east";
  const map = (namespace: string) => ({ namespace, pem: roots.mesh.pem });
  return {
    cluster: of,
    server: seen({ url: "https://east.example", ca: undefined, version: "v1.35.4", clockSkewMs: 0, user: undefined }),
    istiods: seen([istiod(`${of.name}-a`), istiod(`${of.name}-b`)]),
    roots: seen([map("default"), map("istio-system")]),
    webhooks: seen([
      webhook("MutatingWebhookConfiguration", "istio-sidecar-injector"),
      webhook("ValidatingWebhookConfiguration", "istio-validator-istio-system"),
    ]),
    cacerts: seen(cacerts(made, roots.mesh)),
    remoteSecrets: seen([remoteSecret(other, { issuedAt: now - hour, expiresAt: now + 23 * hour })]),
    readerUid: seen(`reader-of-${of.name}`),
    gateways: [
      {
        spec,
        service: seen(gatewayService(of.name === "east" ? "172.30.1.10" : "172.30.2.10")),
        deployment: seen({ apiVersion: "apps/v1", kind: "Deployment", status: { availableReplicas: 1 } }),
      },
    ],
    ...parts,
  };
}

export function observed(
  parts: { readonly east?: Partial<ClusterSeen>; readonly west?: Partial<ClusterSeen> } & Partial<Observed> = {},
): Observed {
  const { east: here, west: there, ...rest } = parts;
  return { mesh: shop, at: now, clusters: [clusterSeen(east, here), clusterSeen(west, there)], handshakes: [], ...rest };
}

/** What all probes say, in lines: `failed east → west clusters-synced: …`. */
export function told(of: Observed, verdict?: Check["verdict"]): readonly string[] {
  return probes
    .flatMap((probe) => probe(of))
    .filter((check) => verdict === undefined || check.verdict === verdict)
    .map(
      ({ verdict: said, cluster: where, peer, name, observed: what }) =>
        `${said} ${where}${peer === undefined ? "" : ` → ${peer}`} ${name}: ${what}`,
    );
}
